import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ProgressPage = worded(() => import('./ProgressPage.js'), 'contracts', 'indicators', 'overview', 'progress');

/** 项目推进: milestones, idle land, check-up, four batches. */
export const progressRoom: Room = {
  name: 'progress',
  menu: [
    {
      path: '/progress',
      label: 'menu.progress',
      icon: 'milestones',
      group: 'performance',
      needs: ['read', 'Milestone'],
    },
  ],
  routes: [{ path: '/progress', element: createElement(ProgressPage), needs: ['read', 'Milestone'] }],
  HomeCard: worded(() => import('./ProgressHomeCard.js'), 'progress'),
};

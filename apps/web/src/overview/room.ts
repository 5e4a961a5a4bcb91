import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const OverviewPage = worded(
  () => import('./OverviewPage.js'),
  'commitments',
  'contracts',
  'decisions',
  'files',
  'indicators',
  'overview',
);

/** 履约总览: commitments, attainment, consequences. */
export const overviewRoom: Room = {
  name: 'performance',
  menu: [
    {
      path: '/performance',
      label: 'menu.overview',
      icon: 'scales',
      group: 'performance',
      needs: ['read', 'Portfolio'],
      phone: 2,
    },
  ],
  routes: [{ path: '/performance', element: createElement(OverviewPage), needs: ['read', 'Portfolio'] }],
};

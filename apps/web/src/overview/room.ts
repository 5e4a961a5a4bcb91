import { createElement } from 'react';
import { Moved } from '../frame/Moved.js';
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
  name: 'overview',
  menu: [
    {
      path: '/overview',
      label: 'menu.overview',
      icon: 'scales',
      group: 'performance',
      needs: ['read', 'Portfolio'],
      phone: 2,
    },
  ],
  routes: [
    { path: '/overview', element: createElement(OverviewPage), needs: ['read', 'Portfolio'] },
    // Links of earlier releases.
    { path: '/performance', element: createElement(Moved, { to: '/overview' }) },
  ],
};

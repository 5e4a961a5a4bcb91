import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const MissedPage = worded(
  () => import('./missed/MissedPage.js'),
  'commitments',
  'contracts',
  'decisions',
  'files',
  'indicators',
  'overview',
);

/** 未兑现承诺: missed commitments, their shortfalls, and the possible measures. */
export const decisionsRoom: Room = {
  name: 'decisions',
  menu: [
    {
      path: '/missed-promises',
      label: 'menu.missed',
      icon: 'alert',
      group: 'performance',
      needs: ['read', 'Assessment'],
    },
  ],
  routes: [{ path: '/missed-promises', element: createElement(MissedPage), needs: ['read', 'Assessment'] }],
};

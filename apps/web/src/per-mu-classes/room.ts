import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const RoundsPage = worded(() => import('./RoundsPage.js'), 'per-mu-classes');
const RoundPage = worded(() => import('./RoundPage.js'), 'per-mu-classes');

/** 亩均效益评价: one round a year, with ranks and classes. */
export const perMuClassesRoom: Room = {
  name: 'per-mu-classes',
  menu: [
    {
      path: '/per-mu-classes',
      label: 'menu.classes',
      icon: 'reports',
      group: 'performance',
      needs: ['read', 'Evaluation'],
    },
  ],
  routes: [
    { path: '/per-mu-classes', element: createElement(RoundsPage), needs: ['read', 'Evaluation'] },
    { path: '/per-mu-classes/:id', element: createElement(RoundPage), needs: ['read', 'Evaluation'] },
  ],
};

import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../room.js';

const ActualsPage = worded(() => import('./actuals/ActualsPage.js'));
const OverviewPage = worded(() => import('./overview/OverviewPage.js'));

/** 履约总览: what was promised, what was reached, what follows. */
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

/** 实绩; in the menu it stands after the contracts, which stand after the overview. */
export const actualsRoom: Room = {
  name: 'actuals',
  menu: [{ path: '/actuals', label: 'menu.actuals', icon: 'actuals', group: 'performance', needs: ['read', 'Actual'] }],
  routes: [{ path: '/actuals', element: createElement(ActualsPage), needs: ['read', 'Actual'] }],
};

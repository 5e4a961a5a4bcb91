import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ActualsPage = worded(() => import('./actuals/ActualsPage.js'));

/** 实绩; in the menu after contracts, which are after the overview. */
export const actualsRoom: Room = {
  name: 'actuals',
  menu: [{ path: '/actuals', label: 'menu.actuals', icon: 'actuals', group: 'performance', needs: ['read', 'Actual'] }],
  routes: [{ path: '/actuals', element: createElement(ActualsPage), needs: ['read', 'Actual'] }],
};

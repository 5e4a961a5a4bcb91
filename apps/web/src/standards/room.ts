import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const StandardsPage = worded(() => import('./StandardsPage.js'));

/** 省定标准 with their versions, and the working-day calendar. */
export const standardsRoom: Room = {
  name: 'standards',
  menu: [
    {
      path: '/standards',
      label: 'menu.standards',
      icon: 'table',
      group: 'performance',
      needs: ['read', 'ProvincialStandard'],
    },
  ],
  routes: [{ path: '/standards', element: createElement(StandardsPage), needs: ['read', 'ProvincialStandard'] }],
};

import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const StandardsPage = worded(() => import('./StandardsPage.js'));

/** 省定标准 in their versions, and the days that count as working days. */
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

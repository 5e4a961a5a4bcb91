import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const DuplicatesPage = worded(() => import('./DuplicatesPage.js'), 'enterprises');

export const enterprisesRoom: Room = {
  name: 'enterprises',
  menu: [
    {
      path: '/enterprises',
      label: 'menu.enterprises',
      icon: 'enterprises',
      group: 'promotion',
      needs: ['read', 'Enterprise'],
      phone: 2,
    },
  ],
  resources: [
    {
      name: 'enterprises',
      list: worded(() => import('./EnterpriseList.js'), 'enterprises'),
      show: worded(() => import('./EnterpriseShow.js'), 'enterprises'),
      recordRepresentation: 'name',
    },
  ],
  routes: [{ path: '/enterprises/duplicates', element: createElement(DuplicatesPage), needs: ['merge', 'Enterprise'] }],
};

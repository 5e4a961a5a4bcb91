import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const SecretariesPage = worded(() => import('./SecretariesPage.js'));
const MyFirmsCard = worded(() => import('./MyFirmsCard.js'));

/** 企业秘书: who looks after which enterprise; for a secretary, their enterprises and commitments. */
export const secretariesRoom: Room = {
  name: 'secretaries',
  menu: [
    {
      path: '/secretaries',
      label: 'menu.secretaries',
      icon: 'person',
      group: 'service',
      needs: ['read', 'SecretaryAssignment'],
    },
  ],
  routes: [{ path: '/secretaries', element: createElement(SecretariesPage), needs: ['read', 'SecretaryAssignment'] }],
  HomeCard: MyFirmsCard,
};

import { createElement, lazy } from 'react';
import type { Room } from '../room.js';

const SecretariesPage = lazy(() => import('./SecretariesPage.js'));
const MyFirmsCard = lazy(() => import('./MyFirmsCard.js'));

/** 企业秘书: who looks after which firm; and for a secretary, their firms and what these promised. */
export const secretariesRoom: Room = {
  name: 'secretaries',
  menu: [{ path: '/secretaries', label: 'secretaries.title', icon: 'person', group: 'service', needs: ['read', 'SecretaryAssignment'] }],
  routes: [{ path: '/secretaries', element: createElement(SecretariesPage), needs: ['read', 'SecretaryAssignment'] }],
  HomeCard: MyFirmsCard,
};

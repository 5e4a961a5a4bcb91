import { createElement, lazy } from 'react';
import type { Room } from '../room.js';

const MissedPage = lazy(() => import('./missed/MissedPage.js'));

/** 未兑现承诺: which promises were missed, by how much, and what may be done. */
export const decisionsRoom: Room = {
  name: 'decisions',
  menu: [{ path: '/missed-promises', label: 'decisions.missed.title', icon: 'alert', group: 'performance', needs: ['read', 'Assessment'] }],
  routes: [{ path: '/missed-promises', element: createElement(MissedPage), needs: ['read', 'Assessment'] }],
};

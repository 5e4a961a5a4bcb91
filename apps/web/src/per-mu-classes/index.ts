import { createElement, lazy } from 'react';
import type { Room } from '../room.js';

const RoundsPage = lazy(() => import('./RoundsPage.js'));
const RoundPage = lazy(() => import('./RoundPage.js'));

/** 亩均效益评价: a round a year, firms ranked and classed. */
export const perMuClassesRoom: Room = {
  name: 'per-mu-classes',
  menu: [{ path: '/per-mu-classes', label: 'classes.title', icon: 'reports', group: 'performance', needs: ['read', 'Evaluation'] }],
  routes: [
    { path: '/per-mu-classes', element: createElement(RoundsPage), needs: ['read', 'Evaluation'] },
    { path: '/per-mu-classes/:id', element: createElement(RoundPage), needs: ['read', 'Evaluation'] },
  ],
};

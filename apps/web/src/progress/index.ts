import { createElement, lazy } from 'react';
import type { Room } from '../room.js';

const ProgressPage = lazy(() => import('./ProgressPage.js'));

/** 项目推进: milestones, idle land, the check-up, the four batches. */
export const progressRoom: Room = {
  name: 'progress',
  menu: [{ path: '/progress', label: 'progress.title', icon: 'milestones', group: 'performance', needs: ['read', 'Milestone'] }],
  routes: [{ path: '/progress', element: createElement(ProgressPage), needs: ['read', 'Milestone'] }],
  HomeCard: lazy(() => import('./ProgressHomeCard.js')),
};

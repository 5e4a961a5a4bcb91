import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const LightsPage = worded(() => import('./LightsPage.js'), 'indicators', 'lights');

/** 进度红绿灯: the year's plan and actuals, month by month. */
export const lightsRoom: Room = {
  name: 'lights',
  menu: [{ path: '/lights', label: 'menu.lights', icon: 'clock', group: 'performance', needs: ['read', 'PaceTarget'] }],
  routes: [{ path: '/lights', element: createElement(LightsPage), needs: ['read', 'PaceTarget'] }],
};

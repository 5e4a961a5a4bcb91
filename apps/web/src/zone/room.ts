import { createElement, Suspense } from 'react';
import type { Room } from '../frame/room.js';
import { worded } from '../providers/i18nProvider.js';

const ZonePage = worded(() => import('./ZonePage.js'), 'zone');
const FirstSteps = worded(() => import('./FirstSteps.js'), 'zone');
const SetupPage = worded(() => import('./SetupPage.js'), 'zone', 'people');
const needs = ['update', 'Zone'] as const;

/** Outside the frame: nobody can sign in yet. */
export const setupRoute = {
  path: '/setup',
  element: createElement(Suspense, { fallback: null, children: createElement(SetupPage) }),
};

/** 园区设置, 首次设置, and 开工清单 on the home of an administrator. */
export const zoneRoom: Room = {
  name: 'zone',
  menu: [{ path: '/zone', label: 'menu.zone', icon: 'settings', group: 'system', needs }],
  routes: [{ path: '/zone', element: createElement(ZonePage), needs }],
  HomeCard: FirstSteps,
};

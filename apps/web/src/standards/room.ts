import { createElement } from 'react';
import { Gate } from '../frame/Gate.js';
import type { Room } from '../frame/room.js';
import { worded } from '../providers/i18nProvider.js';

const StandardList = worded(() => import('./StandardList.js'), 'indicators', 'standards');
const CalendarPage = worded(() => import('./calendar/CalendarPage.js'), 'calendar');
const needs = ['read', 'ProvincialStandard'] as const;
const needsDays = ['read', 'WorkingDay'] as const;
const list = createElement(Gate, { needs, children: createElement(StandardList) });

/** 省定标准 with their versions, and the working-day calendar. */
export const standardsRoom: Room = {
  name: 'standards',
  menu: [
    { path: '/standards', label: 'menu.standards', icon: 'table', group: 'performance', needs },
    { path: '/calendar', label: 'menu.calendar', icon: 'calendar', group: 'system', needs: needsDays },
  ],
  // A version is added beside the list, and never changed.
  resources: [{ name: 'standards', list, create: list }],
  routes: [{ path: '/calendar', element: createElement(CalendarPage), needs: needsDays }],
};

import { createElement } from 'react';
import { Gate } from '../frame/Gate.js';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const MissedList = worded(
  () => import('./missed/MissedList.js'),
  'commitments',
  'contracts',
  'decisions',
  'files',
  'indicators',
  'overview',
);
const needs = ['read', 'Assessment'] as const;

/** 未兑现承诺: missed commitments, their shortfalls, and the possible measures. */
export const decisionsRoom: Room = {
  name: 'decisions',
  menu: [
    {
      path: '/missed-promises',
      label: 'menu.missed',
      icon: 'alert',
      group: 'performance',
      needs,
    },
  ],
  resources: [{ name: 'missed-promises', list: createElement(Gate, { needs, children: createElement(MissedList) }) }],
};

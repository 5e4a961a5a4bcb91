import { createElement } from 'react';
import { Gate } from '../frame/Gate.js';
import type { Room } from '../frame/room.js';
import { worded } from '../providers/i18nProvider.js';

const ActualList = worded(
  () => import('./actuals/ActualList.js'),
  'commitments',
  'contracts',
  'files',
  'indicators',
  'overview',
);
const needs = ['read', 'Actual'] as const;

/** 实绩; in the menu after contracts, which are after the overview. */
export const actualsRoom: Room = {
  name: 'actuals',
  menu: [{ path: '/actuals', label: 'menu.actuals', icon: 'actuals', group: 'performance', needs }],
  // A figure is reported and corrected with its contract, in drawers.
  resources: [{ name: 'actuals', list: createElement(Gate, { needs, children: createElement(ActualList) }) }],
};

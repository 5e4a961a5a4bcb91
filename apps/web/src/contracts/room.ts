import { createElement } from 'react';
import { Gate } from '../frame/Gate.js';
import { Moved } from '../frame/Moved.js';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ContractList = worded(() => import('./list/ContractList.js'), 'contracts', 'indicators', 'overview');
const ChecklistItemList = worded(() => import('./checklist/ChecklistItemList.js'), 'contracts');

const needs = ['read', 'Contract'] as const;
const needsItems = ['update', 'ChecklistItem'] as const;

/** 合同: signed contracts and drafts. */
export const contractsRoom: Room = {
  name: 'contracts',
  menu: [
    {
      path: '/contracts',
      label: 'menu.contracts',
      icon: 'contracts',
      group: 'performance',
      needs,
    },
    {
      path: '/checklist-items',
      label: 'menu.checklist',
      icon: 'list',
      group: 'system',
      needs: needsItems,
    },
  ],
  // The pages of one contract are put together in contract-page, under the same resource.
  resources: [
    {
      name: 'contracts',
      list: createElement(Gate, { needs, children: createElement(ContractList) }),
      recordRepresentation: 'number',
    },
    {
      name: 'checklist-items',
      list: createElement(Gate, { needs: needsItems, children: createElement(ChecklistItemList) }),
      recordRepresentation: 'name',
    },
  ],
  // Links of earlier releases.
  routes: [{ path: '/settings/checklist', element: createElement(Moved, { to: '/checklist-items' }) }],
};

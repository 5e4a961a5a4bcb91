import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ContractsPage = worded(() => import('./list/ContractsPage.js'), 'contracts', 'indicators', 'overview');
const ChecklistItemsPage = worded(() => import('./checklist/ChecklistItemsPage.js'), 'contracts');

/** 合同: signed contracts and drafts. */
export const contractsRoom: Room = {
  name: 'contracts',
  menu: [
    {
      path: '/contracts',
      label: 'menu.contracts',
      icon: 'contracts',
      group: 'performance',
      needs: ['read', 'Contract'],
    },
    {
      path: '/settings/checklist',
      label: 'menu.checklist',
      icon: 'list',
      group: 'system',
      needs: ['update', 'ChecklistItem'],
    },
  ],
  routes: [
    { path: '/settings/checklist', element: createElement(ChecklistItemsPage), needs: ['update', 'ChecklistItem'] },
    { path: '/contracts', element: createElement(ContractsPage), needs: ['read', 'Contract'] },
  ],
};

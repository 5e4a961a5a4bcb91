import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';
import type { Room } from '../frame/room.js';

const ContractPage = worded(
  () => import('./ContractPage.js'),
  'commitments',
  'contracts',
  'decisions',
  'files',
  'indicators',
  'overview',
  'progress',
  'reminders',
  'corrections',
  'supplements',
  'timeline',
);
const ContractForm = worded(
  () => import('./form/ContractFormPage.js'),
  'commitments',
  'contracts',
  'files',
  'indicators',
  'overview',
);

/** One contract with all its tabs, and its draft: what every other room shows of it is put together here. */
export const contractPageRoom: Room = {
  name: 'contract-page',
  routes: [
    { path: '/contracts/create', element: createElement(ContractForm), needs: ['create', 'Contract'] },
    { path: '/contracts/:id', element: createElement(ContractPage), needs: ['read', 'Contract'] },
    // The URL that the palette and react-admin use for a record's page.
    { path: '/contracts/:id/show', element: createElement(ContractPage), needs: ['read', 'Contract'] },
    { path: '/contracts/:id/edit', element: createElement(ContractForm), needs: ['update', 'Contract'] },
  ],
};

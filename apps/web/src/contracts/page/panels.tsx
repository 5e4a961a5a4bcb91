import { needsChecklist, wasSigned } from '@crm/domain/contracts';
import { lazy } from 'react';
import { useFiles } from '../../files/useFiles.js';
import type { Panel } from './panel.js';
import { useChecklist } from './useChecklist.js';
import { useActuals, useTerms } from './useContract.js';

/** The tabs of a contract from left to right; a room adds a line here and its word to `contracts.tabs`. */
export const panels: readonly Panel[] = [
  {
    name: 'checklist',
    Content: lazy(() => import('./ChecklistPanel.js')),
    useCount: ({ id }) => useChecklist(id).data?.missing,
    offered: ({ kind, status }) => needsChecklist(kind) && (status === 'draft' || status === 'in-review'),
  },
  {
    name: 'amends',
    Content: lazy(() => import('../../supplements/AmendsPanel.js')),
    offered: ({ kind, parent }) => kind === 'supplement' && parent !== null,
  },
  {
    name: 'promises',
    Content: lazy(() => import('../../commitments/promises/PromisePanel.js')),
    offered: ({ kind }) => kind !== 'supplement',
  },
  {
    name: 'actuals',
    Content: lazy(() => import('../../commitments/actuals/ActualPanel.js')),
    useCount: ({ id }) => useActuals(id).data?.filter(({ knownTo }) => knownTo === null).length,
    offered: ({ status, commitments }) => wasSigned(status) && commitments.length > 0,
  },
  {
    name: 'consequences',
    Content: lazy(() => import('../../decisions/contract/ConsequencePanel.js')),
    offered: ({ commitments }) => commitments.length > 0,
  },
  {
    name: 'receipts',
    Content: lazy(() => import('../../progress/ReceiptPanel.js')),
    offered: ({ status }, ability) => wasSigned(status) && ability.can('read', 'Receipt'),
  },
  {
    name: 'land',
    Content: lazy(() => import('./ParcelTable.js')),
    useCount: ({ parcels }) => parcels.filter(({ knownTo }) => knownTo === null).length,
    offered: ({ kind, landFree }) => kind !== 'supplement' && !landFree,
  },
  {
    name: 'changes',
    Content: lazy(() => import('../../commitments/promises/TermsPanel.js')),
    useCount: ({ commitments }) =>
      useTerms(commitments.map(({ commitmentId }) => commitmentId)).reduce(
        (count, { terms, waivers }) => count + terms.length - 1 + waivers.length,
        0,
      ),
    offered: ({ status, commitments }) => wasSigned(status) && commitments.length > 0,
  },
  {
    name: 'support',
    Content: lazy(() => import('./SupportPanel.js')),
    useCount: ({ support }) => support.length,
    offered: ({ kind, status }) => kind !== 'supplement' && wasSigned(status),
  },
  {
    name: 'supplements',
    Content: lazy(() => import('../../supplements/SupplementsPanel.js')),
    useCount: ({ supplements }) => supplements.length,
    offered: ({ kind, status }) => wasSigned(status) && kind !== 'supplement',
  },
  {
    name: 'files',
    Content: lazy(() => import('../../files/FilesPanel.js')),
    useCount: ({ id }) => useFiles({ contractId: id }).data?.total,
  },
  {
    name: 'timeline',
    Content: lazy(() => import('../../timeline/TimelinePanel.js')),
    offered: ({ kind }) => kind !== 'supplement',
  },
];

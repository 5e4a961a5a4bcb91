import { needsChecklist, wasSigned } from '@crm/domain/contracts';
import { lazy } from 'react';
import { AmendsPanel, SupplementsPanel } from '../supplements/index.js';
import { CorrectionsPanel, useCorrections } from '../corrections/index.js';
import { PromisePanel, ActualPanel, TermsPanel } from '../commitments/index.js';
import { ConsequencePanel } from '../decisions/index.js';
import { ReceiptPanel } from '../progress/index.js';
import { TimelinePanel } from '../timeline/index.js';
import { useFileCount } from '../files/index.js';
import { type Panel, useChecklist, useActuals, useTerms } from '../contracts/index.js';

type PanelName =
  | 'checklist'
  | 'amends'
  | 'promises'
  | 'actuals'
  | 'consequences'
  | 'receipts'
  | 'land'
  | 'changes'
  | 'support'
  | 'supplements'
  | 'corrections'
  | 'files'
  | 'timeline';

/** The tabs of a contract from left to right; a room adds a line here and its word to `contracts.tabs`. */
export const panels: readonly (Panel & { readonly name: PanelName })[] = [
  {
    name: 'checklist',
    Content: lazy(() => import('./ChecklistPanel.js')),
    useCount: ({ id }) => useChecklist(id).data?.missing,
    offered: ({ kind, status }) => needsChecklist(kind) && (status === 'draft' || status === 'in-review'),
  },
  {
    name: 'amends',
    Content: AmendsPanel,
    offered: ({ kind, parent }) => kind === 'supplement' && parent !== null,
  },
  {
    name: 'promises',
    Content: PromisePanel,
    offered: ({ kind }) => kind !== 'supplement',
  },
  {
    name: 'actuals',
    Content: ActualPanel,
    useCount: ({ id }) => useActuals(id).data?.filter(({ knownTo }) => knownTo === null).length,
    offered: ({ status, commitments }) => wasSigned(status) && commitments.length > 0,
  },
  {
    name: 'consequences',
    Content: ConsequencePanel,
    offered: ({ commitments }) => commitments.length > 0,
  },
  {
    name: 'receipts',
    Content: ReceiptPanel,
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
    Content: TermsPanel,
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
    Content: SupplementsPanel,
    useCount: ({ supplements }) => supplements.length,
    offered: ({ kind, status }) => wasSigned(status) && kind !== 'supplement',
  },
  {
    name: 'corrections',
    Content: CorrectionsPanel,
    useCount: ({ id }) => useCorrections(id).data?.length,
    offered: ({ status }) => wasSigned(status),
  },
  {
    name: 'files',
    Content: lazy(() => import('./FilesPanel.js')),
    useCount: ({ id }) => useFileCount(id),
  },
  {
    name: 'timeline',
    Content: TimelinePanel,
    offered: ({ kind }) => kind !== 'supplement',
  },
];

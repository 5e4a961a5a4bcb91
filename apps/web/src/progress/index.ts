import { worded } from '../providers/i18nProvider.js';

export { EvidenceDrawer } from './EvidenceDrawer.js';
export { ExtendDrawer } from './ExtendDrawer.js';
export { ReceiptDrawer } from './ReceiptDrawer.js';
export { usePendingExtensions } from './useProgress.js';

export const ReceiptPanel = worded(() => import('./ReceiptPanel.js'), 'commitments', 'progress');

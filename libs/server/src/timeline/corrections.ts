import { contractCorrectionTable } from '../corrections/correction.entity.js';
import { askedChanges } from './asked-changes.js';

const m = contractCorrectionTable.as('m');

/** 更正: asked for, agreed to, or returned. */
export const correctionSources = askedChanges({
  kind: 'correction',
  from: 'contract_correction m',
  facts: { reason: m.reason },
  inForce: { at: m.knownFrom, by: 'q.closed_by' },
});

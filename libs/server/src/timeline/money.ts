import { supportClauseTable, supportPaymentTable } from '../contracts/contract.entity.js';
import { receiptTable } from '../progress/progress.entity.js';
import { amountOf, type Source } from './happening.js';

const b = receiptTable.as('b');
const p = supportClauseTable.as('p');
const r = receiptTable.as('r');
const s = supportPaymentTable.as('s');

/** Money that arrived, and support paid and promised. */
export const moneySources: readonly Source[] = [
  {
    kind: 'receipt',
    what: 'entered',
    rank: 1,
    key: r.id,
    at: r.knownFrom,
    by: r.enteredBy,
    decided: false,
    ref: r.id,
    facts: { paper: r.kind, amountWan: amountOf(r.amountWan), on: r.arrivedOn },
    from: 'receipt r WHERE r.contract_id = $1 AND r.corrects_id IS NULL',
  },
  {
    kind: 'receipt',
    what: 'corrected',
    rank: 1,
    key: r.id,
    at: r.knownFrom,
    by: r.enteredBy,
    decided: false,
    ref: r.id,
    facts: {
      paper: r.kind,
      amountWan: amountOf(r.amountWan),
      before: amountOf(b.amountWan),
      on: r.arrivedOn,
      reason: r.correctionReason,
    },
    from: 'receipt r JOIN receipt b ON b.id = r.corrects_id WHERE r.contract_id = $1',
  },
  {
    kind: 'receipt',
    what: 'verified',
    rank: 1,
    key: `${r.id} || '-verified'`,
    at: r.verifiedAt,
    by: r.verifiedBy,
    decided: true,
    ref: r.id,
    facts: { paper: r.kind, amountWan: amountOf(r.amountWan), on: r.arrivedOn },
    from: 'receipt r WHERE r.contract_id = $1 AND r.verified_at IS NOT NULL',
  },
  {
    kind: 'receipt',
    what: 'support',
    rank: 1,
    key: s.id,
    at: s.knownFrom,
    by: s.enteredBy,
    decided: false,
    ref: s.id,
    facts: { amountWan: amountOf(s.paidWan), on: s.paidOn, note: s.note },
    from: 'support_payment s WHERE s.contract_id = $1',
  },
  {
    kind: 'receipt',
    what: 'promised',
    rank: 1,
    key: `${p.id} || '-promised'`,
    at: p.knownFrom,
    by: p.enteredBy,
    decided: false,
    ref: p.id,
    facts: { name: p.text, on: p.endsOn },
    from: 'support_clause p WHERE p.contract_id = $1',
  },
  {
    kind: 'receipt',
    what: 'promise-ended',
    rank: 1,
    key: `${p.id} || '-ended'`,
    at: p.knownTo,
    by: p.endedBy,
    decided: false,
    ref: p.id,
    facts: { name: p.text, reason: p.endReason },
    from: 'support_clause p WHERE p.contract_id = $1 AND p.known_to IS NOT NULL',
  },
];

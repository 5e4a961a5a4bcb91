import { commitmentTable, commitmentTermTable } from '../commitments/commitment.entity.js';
import { contractTable } from '../contracts/contract.entity.js';
import { contractAmendmentTable } from '../supplements/supplement.entity.js';
import { askedChanges } from './asked-changes.js';
import { amountOf, type Source } from './happening.js';

const k = commitmentTable.as('k');
const m = contractAmendmentTable.as('m');
const p = contractTable.as('p');
const w = commitmentTermTable.as('w');

/** Supplements, and promises amended without one. */
export const supplementSources: readonly Source[] = [
  ...askedChanges({
    kind: 'supplement',
    from: 'contract_amendment m JOIN contract p ON p.id = m.id',
    facts: { number: p.number, reason: m.reason, increaseWan: amountOf(p.amountWan) },
    ofWithdrawn: { number: p.number },
    inForce: { at: m.inForceFrom, by: p.signedBy },
  }),
  {
    // Terms without a supplement: the commitment was amended directly.
    kind: 'supplement',
    what: 'promise',
    rank: 3,
    key: w.id,
    at: w.knownFrom,
    by: w.enteredBy,
    decided: true,
    ref: w.commitmentId,
    facts: { indicator: k.indicator, reason: w.reason },
    from: `
      commitment_term w
      JOIN commitment k ON k.id = w.commitment_id
      WHERE k.contract_id = $1
          AND w.reason IS NOT NULL
          AND NOT EXISTS (
            SELECT 1 FROM contract_amendment m WHERE m.contract_id = $1 AND m.in_force_from = w.known_from
          )
          AND NOT EXISTS (
            SELECT 1 FROM contract_correction n WHERE n.contract_id = $1 AND n.known_from = w.known_from
          )
    `,
  },
];

import { commitmentTable, commitmentTermTable } from '../commitments/commitment.entity.js';
import { contractTable } from '../contracts/contract.entity.js';
import { contractAmendmentTable } from '../supplements/supplement.entity.js';
import { amountOf, type Source } from './happening.js';

const k = commitmentTable.as('k');
const m = contractAmendmentTable.as('m');
const p = contractTable.as('p');
const w = commitmentTermTable.as('w');

const AMENDMENT = 'contract_amendment m JOIN contract p ON p.id = m.id WHERE m.contract_id = $1';
const amendment = { number: p.number, reason: m.reason, increaseWan: amountOf(p.amountWan) };
const amended = `jsonb_build_array(jsonb_build_object('before', ${m.before}, 'after', ${m.after}))`;

/** Supplements, and promises amended without one. */
export const supplementSources: readonly Source[] = [
  {
    kind: 'supplement',
    what: 'asked',
    rank: 1,
    key: m.id,
    at: m.createdAt,
    by: m.askedBy,
    decided: false,
    ref: m.id,
    facts: amendment,
    lines: amended,
    from: AMENDMENT,
  },
  {
    kind: 'supplement',
    what: 'in-force',
    rank: 3,
    key: `${m.id} || '-in-force'`,
    at: m.inForceFrom,
    by: p.signedBy,
    decided: true,
    ref: m.id,
    facts: amendment,
    lines: amended,
    from: `${AMENDMENT} AND m.state = 'in-force'`,
  },
  {
    kind: 'supplement',
    what: 'withdrawn',
    rank: 3,
    key: `${m.id} || '-withdrawn'`,
    at: m.updatedAt,
    by: 'q.closed_by',
    decided: true,
    ref: m.id,
    facts: { number: p.number, returned: `coalesce(q.state = 'returned', false)`, reason: 'q.reason' },
    from: `
      contract_amendment m
      JOIN contract p ON p.id = m.id
      LEFT JOIN LATERAL (
        SELECT t.closed_by, t.state, t.reason
        FROM approval t
        WHERE t.subject_id = m.id
        ORDER BY t.created_at DESC
        LIMIT 1
      ) q
        ON true
      WHERE m.contract_id = $1 AND m.state = 'withdrawn'
    `,
  },
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

import { commitmentTable, waiverTable } from '../commitments/commitment.entity.js';
import {
  consequenceClauseTable,
  consequenceDecisionTable,
  consequenceOutcomeTable,
  consequenceWordingTable,
} from '../decisions/decision.entity.js';
import { amountOf, type Source } from './happening.js';

const d = consequenceDecisionTable.as('d');
const k = commitmentTable.as('k');
const l = consequenceClauseTable.as('l');
const o = consequenceOutcomeTable.as('o');
const w = waiverTable.as('w');
const x = consequenceWordingTable.as('x');

const about = {
  decision: d.kind,
  indicator: d.indicator,
  year: d.year,
  until: d.until,
  amountWan: amountOf(d.amountWanExact),
};
const DECISION = 'consequence_decision d WHERE d.contract_id = $1';

/** Decisions on missed commitments, receipts, and changes of clauses. */
export const decisionSources: readonly Source[] = [
  {
    kind: 'decision',
    what: 'asked',
    rank: 1,
    key: d.id,
    at: d.requestedAt,
    by: d.requestedBy,
    decided: false,
    ref: d.id,
    facts: { ...about, reason: d.reason },
    from: DECISION,
  },
  {
    kind: 'decision',
    what: `(${d.state})`,
    rank: 3,
    key: `${d.id} || '-closed'`,
    at: d.decidedAt,
    by: d.decidedBy,
    decided: true,
    ref: d.id,
    facts: { ...about, reason: `CASE WHEN ${d.state} = 'granted' THEN ${d.reason} ELSE ${d.returnReason} END` },
    from: `${DECISION} AND d.decided_at IS NOT NULL`,
  },
  {
    // From before approvals existed: it has no decision.
    kind: 'decision',
    what: 'granted',
    rank: 3,
    key: w.id,
    at: w.knownFrom,
    by: w.decidedBy,
    decided: true,
    ref: w.id,
    facts: { decision: `'waive'`, indicator: k.indicator, year: w.year, reason: w.reason },
    from: `
      waiver w
      JOIN commitment k ON k.id = w.commitment_id
      WHERE k.contract_id = $1
          AND NOT EXISTS (
            SELECT 1
            FROM consequence_decision d
            WHERE d.commitment_id = w.commitment_id AND d.year = w.year AND d.kind = 'waive' AND d.state = 'granted'
          )
    `,
  },
  {
    kind: 'decision',
    what: 'received',
    rank: 1,
    key: o.id,
    at: o.knownFrom,
    by: o.enteredBy,
    decided: false,
    ref: d.id,
    facts: {
      indicator: d.indicator,
      year: d.year,
      amountWan: amountOf(o.receivedWan),
      on: o.receivedOn,
      note: o.note,
    },
    from: 'consequence_outcome o JOIN consequence_decision d ON d.id = o.decision_id WHERE d.contract_id = $1',
  },
  {
    // Clause changes of a supplement are listed with the supplement.
    kind: 'decision',
    what: 'clause',
    rank: 1,
    key: x.id,
    at: x.knownFrom,
    by: x.enteredBy,
    decided: false,
    ref: l.id,
    facts: { clause: l.kind, reason: x.reason },
    from: `
      consequence_wording x
      JOIN consequence_clause l ON l.id = x.clause_id
      WHERE l.contract_id = $1
          AND NOT EXISTS (
            SELECT 1 FROM contract_amendment m WHERE m.contract_id = $1 AND m.in_force_from = x.known_from
          )
    `,
  },
];

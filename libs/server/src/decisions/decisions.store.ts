import type { Consequence, Decision } from '@crm/api-contract/decisions';
import { decimal, plain, sum } from '@crm/domain/quantities';
import type { Rows } from '@crm/platform/db';
import { inWan, measureOf } from '../assessments/index.js';
import { exact, quotient } from '../data-access/index.js';

/** As it is kept with the decision: what each clause came to on the day it was asked for. */
export type DecidedClause = Omit<Consequence, 'applies' | 'taken' | 'settled'>;

export interface DecisionRow {
  id: string;
  contract_id: string;
  contract_number: string;
  enterprise_id: string;
  enterprise_name: string;
  enterprise_short_name: string;
  park_id: string;
  park_name: string;
  commitment_id: string;
  indicator: Decision['indicator'];
  year: number;
  kind: Decision['kind'];
  until: string | null;
  reason: string;
  verdict: Decision['verdict'];
  attainment_percent: string | null;
  shortfall_exact: string | null;
  amount_wan_exact: string | null;
  clauses: DecidedClause[];
  state: Decision['state'];
  requested_by: string | null;
  requested_by_name: string | null;
  requested_at: string;
  decided_by_name: string | null;
  decided_at: string | null;
  return_reason: string | null;
  approval_id: string | null;
}
export const DECISION_COLUMNS = `
  t.id, t.contract_id, c.number AS contract_number, c.enterprise_id, e.name AS enterprise_name,
  e.short_name AS enterprise_short_name, c.park_id, p.name AS park_name, t.commitment_id, t.indicator, t.year, t.kind,
  t.until, t.reason, t.verdict, t.attainment_percent, t.shortfall_exact, t.amount_wan_exact, t.clauses, t.state,
  t.requested_by, r.name AS requested_by_name, t.requested_at, u.name AS decided_by_name, t.decided_at,
  t.return_reason, t.approval_id
`;
export const DECISION_FROM = `
  consequence_decision t
  JOIN contract c ON c.id = t.contract_id
  JOIN enterprise e ON e.id = c.enterprise_id
  JOIN park p ON p.id = c.park_id
  LEFT JOIN app_user r ON r.id = t.requested_by
  LEFT JOIN app_user u ON u.id = t.decided_by
`;

interface OutcomeRow {
  id: string;
  decision_id: string;
  received_wan: string;
  entered: { value: string; unit: string };
  received_on: string;
  note: string;
  entered_by_name: string | null;
  known_from: string;
}

const cut = (amount: string | null): string | null => (amount === null ? null : quotient(decimal(amount)));

/** Each with what was received on it; what is outstanding is never below nought. */
export async function decisionViews(rows: Rows, decisions: readonly DecisionRow[]): Promise<Decision[]> {
  const outcomes = await rows.rows<OutcomeRow>(
    `SELECT
       o.id, o.decision_id, o.received_wan, o.entered, o.received_on, o.note, u.name AS entered_by_name, o.known_from
     FROM consequence_outcome o
     LEFT JOIN app_user u ON u.id = o.entered_by
     WHERE o.decision_id = ANY($1) AND o.known_to IS NULL
     ORDER BY o.received_on, o.id`,
    [decisions.map(({ id }) => id)],
  );
  return decisions.map((row) => {
    const own = outcomes.filter((one) => one.decision_id === row.id);
    const received = sum(own.map((one) => one.received_wan));
    const outstanding =
      row.amount_wan_exact === null || row.state !== 'granted' ? null : decimal(row.amount_wan_exact).minus(received);
    return {
      id: row.id,
      contractId: row.contract_id,
      contractNumber: row.contract_number,
      enterpriseId: row.enterprise_id,
      enterpriseName: row.enterprise_name,
      enterpriseShortName: row.enterprise_short_name,
      parkId: row.park_id,
      parkName: row.park_name,
      commitmentId: row.commitment_id,
      indicator: row.indicator,
      year: row.year,
      kind: row.kind,
      until: row.until,
      reason: row.reason,
      verdict: row.verdict,
      attainmentPercent: cut(row.attainment_percent),
      ...measureOf(row.indicator),
      shortfall: cut(row.shortfall_exact),
      shortfallWan: inWan(row.indicator, cut(row.shortfall_exact)),
      amountWan: cut(row.amount_wan_exact),
      clauses: row.clauses,
      state: row.state,
      requestedBy: row.requested_by_name,
      requestedById: row.requested_by,
      requestedAt: row.requested_at,
      decidedBy: row.decided_by_name,
      decidedAt: row.decided_at,
      returnReason: row.return_reason,
      approvalId: row.approval_id,
      outcomes: own.map((one) => ({
        id: one.id,
        receivedWan: exact(one.received_wan),
        entered: one.entered,
        receivedOn: one.received_on,
        note: one.note,
        enteredBy: one.entered_by_name,
        knownFrom: one.known_from,
      })),
      receivedWan: plain(received),
      outstandingWan: outstanding && (outstanding.isNegative() ? '0' : quotient(outstanding)),
    };
  });
}

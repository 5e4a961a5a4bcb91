import type { Decision } from '@crm/api-contract/decisions';
import { decimal, plain, sum } from '@crm/domain/quantities';
import type { Rows, ShownOf } from '@crm/platform/db';
import { inWan, measureOf } from '../assessments/index.js';
import { aboutContract, type AboutContract } from '../contracts/index.js';
import { quotient, shaped } from '../data-access/index.js';
import { consequenceDecisionTable, consequenceOutcomeTable } from './decision.entity.js';

const ABOUT = [
  'contractNumber',
  'enterpriseId',
  'enterpriseName',
  'enterpriseShortName',
  'parkId',
  'parkName',
] as const;

export interface DecisionRow
  extends ShownOf<typeof consequenceDecisionTable>, Pick<AboutContract, (typeof ABOUT)[number]> {
  readonly requestedById: string | null;
  /** Names of people. */
  readonly requestedBy: string | null;
  readonly decidedBy: string | null;
}
export const DECISION_COLUMNS = `
  ${consequenceDecisionTable.columns('t')}, ${aboutContract(...ABOUT)}, t.requested_by AS "requestedById",
  r.name AS "requestedBy", u.name AS "decidedBy"
`;
export const DECISION_FROM = `
  consequence_decision t
  JOIN contract c ON c.id = t.contract_id
  JOIN enterprise e ON e.id = c.enterprise_id
  JOIN park p ON p.id = c.park_id
  LEFT JOIN app_user r ON r.id = t.requested_by
  LEFT JOIN app_user u ON u.id = t.decided_by
`;

interface OutcomeRow extends ShownOf<typeof consequenceOutcomeTable> {
  readonly enteredBy: string | null;
}

const cut = (amount: string | null): string | null => amount && quotient(decimal(amount));

/** Each with the amount received; the outstanding amount is never below zero. */
export async function decisionViews(rows: Rows, decisions: readonly DecisionRow[]): Promise<Decision[]> {
  const outcomes = await rows.rows<OutcomeRow>(
    `SELECT ${consequenceOutcomeTable.columns('o')}, u.name AS "enteredBy"
     FROM consequence_outcome o
     LEFT JOIN app_user u ON u.id = o.entered_by
     WHERE o.decision_id = ANY($1) AND o.known_to IS NULL
     ORDER BY o.received_on, o.id`,
    [decisions.map(({ id }) => id)],
  );
  return decisions.map((row) =>
    decisionView(
      row,
      outcomes.filter((one) => one.decisionId === row.id),
    ),
  );
}

function decisionView({ shortfallExact, amountWanExact, ...row }: DecisionRow, outcomes: readonly OutcomeRow[]) {
  const received = sum(outcomes.map((one) => one.receivedWan));
  const outstanding =
    amountWanExact === null || row.state !== 'granted' ? null : decimal(amountWanExact).minus(received);
  return shaped<Decision>()({
    ...row,
    ...measureOf(row.indicator),
    attainmentPercent: cut(row.attainmentPercent),
    shortfall: cut(shortfallExact),
    shortfallWan: inWan(row.indicator, cut(shortfallExact)),
    amountWan: cut(amountWanExact),
    clauses: [...row.clauses],
    outcomes: outcomes.map(({ decisionId: _decision, knownTo: _known, ...outcome }) =>
      shaped<Decision['outcomes'][number]>()(outcome),
    ),
    receivedWan: plain(received),
    outstandingWan: outstanding && (outstanding.isNegative() ? '0' : quotient(outstanding)),
  });
}

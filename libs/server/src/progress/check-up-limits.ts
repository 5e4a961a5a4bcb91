import type { CheckUpLimits } from '@crm/api-contract/progress';
import type { CheckUpLimits as Limits } from '@crm/domain/contracts';
import { plain } from '@crm/domain/quantities';
import type { Rows } from '@crm/platform/db';
import { exact } from '../data-access/index.js';

export interface LimitRow {
  id: string;
  months_to_start: number;
  months_to_first_money: number;
  least_percent: string;
  months_between_money: number;
  reason: string;
  entered_by_name: string | null;
  known_from: string;
  known_to: string | null;
}
const SELECT = `SELECT
     t.id, t.months_to_start, t.months_to_first_money, t.least_percent, t.months_between_money, t.reason,
     u.name AS entered_by_name, t.known_from, t.known_to
   FROM check_up_limit t
   LEFT JOIN app_user u ON u.id = t.entered_by`;

export const allLimits = (rows: Rows): Promise<LimitRow[]> =>
  rows.rows<LimitRow>(`${SELECT} ORDER BY t.known_from DESC`);

/** The version known at an instant; null: the one in force. */
export async function limitsAt(rows: Rows, instant: string | null): Promise<LimitRow> {
  const row = await rows.one<LimitRow>(
    `${SELECT}
     WHERE CASE WHEN $1::timestamptz IS NULL THEN t.known_to IS NULL ELSE t.known_from <= $1
         AND (t.known_to IS NULL OR t.known_to > $1) END`,
    [instant],
  );
  if (!row) throw new Error('no limits of the check-up at that instant');
  return row;
}

export const limitsOf = (row: LimitRow): Limits => ({
  monthsToStart: row.months_to_start,
  monthsToFirstMoney: row.months_to_first_money,
  leastPercent: plain(row.least_percent),
  monthsBetweenMoney: row.months_between_money,
});

export const limitsView = (row: LimitRow): CheckUpLimits => ({
  id: row.id,
  monthsToStart: row.months_to_start,
  monthsToFirstMoney: row.months_to_first_money,
  leastPercent: exact(row.least_percent),
  monthsBetweenMoney: row.months_between_money,
  reason: row.reason,
  enteredBy: row.entered_by_name,
  knownFrom: row.known_from,
  knownTo: row.known_to,
});

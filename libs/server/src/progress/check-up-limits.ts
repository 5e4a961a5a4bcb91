import type { CheckUpLimits } from '@crm/api-contract/progress';
import type { CheckUpLimits as Limits } from '@crm/domain/contracts';
import type { Rows, ShownOf } from '@crm/platform/db';
import { shaped } from '../data-access/index.js';
import { checkUpLimitTable } from './progress.entity.js';

export interface LimitRow extends ShownOf<typeof checkUpLimitTable> {
  readonly enteredByName: string | null;
}

const SELECT = `
  SELECT ${checkUpLimitTable.columns('t')}, u.name AS "enteredByName"
  FROM check_up_limit t
  LEFT JOIN app_user u ON u.id = t.entered_by
`;

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

export const limitsOf = ({ monthsToStart, monthsToFirstMoney, leastPercent, monthsBetweenMoney }: Limits): Limits => ({
  monthsToStart,
  monthsToFirstMoney,
  leastPercent,
  monthsBetweenMoney,
});

export const limitsView = ({ enteredByName, ...row }: LimitRow): CheckUpLimits =>
  shaped<CheckUpLimits>()({ ...row, enteredBy: enteredByName });

import type { EnterpriseDistinction } from '@crm/api-contract/merging';
import type { Rows } from '@crm/platform/db';
import { enterpriseDistinctionTable } from './distinction.entity.js';

/**
 * Holds if the records `a` and `b` are told apart and both are still as they were judged. `a` and `b` are aliases of
 * `enterprise` in the statement around it.
 */
export const toldApart = (a: string, b: string): string => `
  EXISTS (
    SELECT 1
    FROM enterprise_distinction d
    WHERE d.first_id = least(${a}.id, ${b}.id)
        AND d.second_id = greatest(${a}.id, ${b}.id)
        AND d.withdrawn_at IS NULL
        AND ${stillHolds}
  )`;

const stillHolds = 'd.first_mark = enterprise_mark(d.first_id) AND d.second_mark = enterprise_mark(d.second_id)';

/** `idOf(first) idOf(second)` of every two of these records that are told apart. */
export async function apartAmong(rows: Rows, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows.rows<{ pair: string }>(
    `SELECT d.first_id || ' ' || d.second_id AS pair
     FROM enterprise_distinction d
     WHERE d.first_id = ANY($1) AND d.second_id = ANY($1) AND d.withdrawn_at IS NULL AND ${stillHolds}`,
    [ids],
  );
  return new Set(found.map(({ pair }) => pair));
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const DISTINCTIONS = `
  SELECT
    ${enterpriseDistinctionTable.pick('d', 'id', 'firstId', 'secondId', 'reason', 'decidedAt', 'withdrawnAt', 'withdrawnReason')},
    a.name AS "firstName", a.credit_code AS "firstCode", b.name AS "secondName", b.credit_code AS "secondCode",
    u.name AS "decidedBy", coalesce(${stillHolds}, false) AS holds
  FROM enterprise_distinction d
  LEFT JOIN enterprise a ON a.id = d.first_id
  LEFT JOIN enterprise b ON b.id = d.second_id
  LEFT JOIN app_user u ON u.id = d.decided_by
`;

export const distinctionById = (rows: Rows, id: string): Promise<EnterpriseDistinction | undefined> =>
  rows.one<EnterpriseDistinction>(`${DISTINCTIONS} WHERE d.id = $1`, [id]);

/** Those in force, the latest first. One of two records that was merged since is not in its table. */
export const distinctionsInForce = (rows: Rows, most: number): Promise<EnterpriseDistinction[]> =>
  rows.rows<EnterpriseDistinction>(
    `${DISTINCTIONS}
     WHERE d.withdrawn_at IS NULL AND a.id IS NOT NULL AND b.id IS NOT NULL
     ORDER BY d.decided_at DESC, d.id
     LIMIT ${most}`,
  );

/** The decision about two records, also if they have changed since. */
export const distinctionOf = (rows: Rows, a: string, b: string): Promise<EnterpriseDistinction | undefined> =>
  rows.one<EnterpriseDistinction>(
    `${DISTINCTIONS} WHERE d.first_id = least($1::uuid, $2) AND d.second_id = greatest($1::uuid, $2) AND d.withdrawn_at IS NULL`,
    [a, b],
  );

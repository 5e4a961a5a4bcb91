import type { Contract } from '@crm/api-contract/contracts';
import type { Supplement } from '@crm/api-contract/supplements';
import { supplementNumber } from '@crm/domain/contracts';
import { differences, type ContractFacts } from '@crm/domain/supplements';
import type { Rows } from '@crm/platform/db';
import { known } from '../data-access/index.js';

interface SupplementRow extends Omit<Supplement, 'lines'> {
  readonly before: ContractFacts | null;
  readonly after: ContractFacts | null;
}

/** A supplement from a ledger was in effect when it was imported, and only has its increment. */
const SELECT = `
  SELECT
    c.id, c.parent_id AS "contractId", p.number AS "contractNumber", c.number, coalesce(t.state, 'in-force') AS state,
    c.signed_on AS "signedOn", coalesce(t.reason, c.note) AS reason, c.amount_wan AS "increaseWan", t.before, t.after,
    u.name AS "askedBy", coalesce(t.created_at, c.created_at) AS "askedAt",
    CASE WHEN t.id IS NULL THEN c.created_at ELSE t.in_force_from END AS "inForceFrom",
    coalesce(t.demo, c.demo) AS demo, coalesce(t.version, c.version) AS version
  FROM contract c
  JOIN contract p ON p.id = c.parent_id
  LEFT JOIN contract_amendment t ON t.id = c.id
  LEFT JOIN app_user u ON u.id = coalesce(t.asked_by, c.created_by)
`;

/** Newest first. */
export const supplementsOf = async (rows: Rows, contractId: string): Promise<Supplement[]> =>
  (
    await rows.rows<SupplementRow>(
      `${SELECT} WHERE c.parent_id = $1 ORDER BY coalesce(t.created_at, c.created_at) DESC, c.id DESC`,
      [contractId],
    )
  ).map(view);

export const supplementById = async (rows: Rows, id: string): Promise<Supplement> =>
  view(known(await rows.one<SupplementRow>(`${SELECT} WHERE c.id = $1`, [id])));

/** Facts amended, or requested to change, since a given version of the contract. */
export async function fieldsSince(rows: Rows, contractId: string, version: number): Promise<string[]> {
  const later = await rows.rows<{ before: ContractFacts; after: ContractFacts }>(
    `SELECT before, after
     FROM contract_amendment
     WHERE contract_id = $1 AND state <> 'withdrawn' AND parent_version > $2`,
    [contractId, version],
  );
  return [...new Set(later.flatMap(({ before, after }) => differences(before, after).map(({ field }) => field)))];
}

/**
 * The next free number: withdrawn supplements keep theirs, and a ledger may have any. `reserved` are numbers about to
 * be used.
 */
export async function nextNumber(
  rows: Rows,
  parent: Pick<Contract, 'id' | 'number'>,
  reserved: ReadonlySet<string> = new Set(),
): Promise<string> {
  const had = await rows.rows<{ number: string }>('SELECT number FROM contract WHERE parent_id = $1', [parent.id]);
  const taken = new Set([...reserved, ...had.map(({ number }) => number)]);
  for (let nth = had.length + 1; ; nth += 1) {
    const number = supplementNumber(parent.number, nth);
    if (!taken.has(number)) return number;
  }
}

const view = ({ before, after, ...row }: SupplementRow): Supplement => ({ ...row, lines: linesOf(row, before, after) });

/** Before and after of each fact; for a supplement from a ledger, only its increment. */
function linesOf(
  { increaseWan }: Pick<Supplement, 'increaseWan'>,
  before: ContractFacts | null,
  after: ContractFacts | null,
): Supplement['lines'] {
  if (before && after) return differences(before, after);
  return increaseWan === null ? [] : [{ field: 'increase', before: null, after: increaseWan }];
}

import { computed, newId, type Tx } from '@crm/platform/db';
import { contractAsKnownTable, contractStandardTable } from './contract.entity.js';
import { known } from '../data-access/index.js';
import type { KeptStandards } from './promises.js';
import { standardRows } from './sign-contract.service.js';

/** Columns that a correction may change. Land, full production and commitments keep their own earlier rows. */
const CORRECTED = ['number', 'signed_on', 'amount_wan', 'park_id', 'industry_id', 'term_from', 'term_to'];

/**
 * Supplements and corrections of one contract run one after the other, each at an instant of its own. The transaction
 * may have begun before an earlier one was written. So the instant is later than the last write, and each sets
 * `updated_at` to it.
 */
export async function contractTurn(tx: Tx, contractId: string): Promise<string> {
  const row = await tx.one<{ at: string }>(
    `SELECT greatest(now(), updated_at + interval '1 microsecond')::text AS at
     FROM contract
     WHERE id = $1
     FOR NO KEY UPDATE`,
    [contractId],
  );
  return known(row).at;
}

/** Before a correction at the instant `at`: keeps how the contract was known until then. */
export async function keepAsKnown(tx: Tx, contractId: string, at: string): Promise<void> {
  const { was } = known(
    await tx.one<{ was: Record<string, string | null> }>(
      `SELECT jsonb_build_object(${CORRECTED.map((column) => `'${column}', ${column}::text`).join(', ')}) AS was
       FROM contract
       WHERE id = $1`,
      [contractId],
    ),
  );
  await contractAsKnownTable.insert(tx, {
    id: newId(),
    contractId,
    was,
    knownFrom: computed(
      `coalesce((SELECT max(known_to) FROM contract_as_known WHERE contract_id = ?::uuid), '-infinity')`,
      contractId,
    ),
    knownTo: at,
  });
}

/** The standards of a corrected signing day or place; the earlier ones stay as known until `at`. */
export async function replaceStandards(
  tx: Tx,
  contractId: string,
  standards: KeptStandards,
  at: string,
): Promise<void> {
  await contractStandardTable.update(tx, { contractId, knownTo: null }, { knownTo: at });
  await contractStandardTable.insertMany(
    tx,
    standardRows(contractId, standards).map((row) => ({ ...row, knownFrom: at })),
  );
}

/**
 * For FROM: every contract as it was known at an instant (`$n`), before corrections made later. `only` is a condition
 * on the id, so that few contracts cost little.
 */
export const contractsKnownAt = (instant: string, only = ''): string => {
  const then = `w.known_from <= ${instant} AND w.known_to > ${instant}`;
  const among = (id: string): string => (only === '' ? '' : `AND ${id} ${only}`);
  return `
    (
      SELECT n.*
      FROM contract n
      WHERE NOT EXISTS (SELECT 1 FROM contract_as_known w WHERE w.contract_id = n.id AND ${then}) ${among('n.id')}
      UNION ALL
      SELECT x.*
      FROM contract_as_known w
      JOIN contract n ON n.id = w.contract_id
      CROSS JOIN LATERAL jsonb_populate_record(n, w.was) x
      WHERE ${then} ${among('n.id')}
    )`;
};

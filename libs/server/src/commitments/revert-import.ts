import type { Tx } from '@crm/platform/db';
import { assessContracts } from '../assessments/index.js';
import { demandUntouched, unspokenOf, type AmendedVersions } from './untouched-since-import.js';

export interface Reverted {
  readonly contracts: number;
  readonly actuals: number;
  readonly projects: number;
  readonly enterprises: number;
}

/** Contracts, or assessments, removed per batch. */
const AT_ONCE = 500;

/**
 * Takes back what an import brought: its figures, its contracts with everything that belongs to them, and the projects
 * and enterprises that nothing else refers to. The audit keeps every row. Refuses `import.in-use` as
 * {@link demandUntouched}. `told` receives the share done, from 0 to 1.
 */
export async function revertImport(
  tx: Tx,
  importId: string,
  today: string,
  told: (share: number) => void = () => undefined,
  amended: AmendedVersions = {},
): Promise<Reverted> {
  await demandUntouched(tx, importId, amended);
  const idsOf = async (sql: string): Promise<string[]> =>
    (await tx.rows<{ id: string }>(sql, [importId])).map(({ id }) => id);
  const touched = await idsOf(
    `SELECT DISTINCT a.contract_id AS id
     FROM actual a
     JOIN contract c ON c.id = a.contract_id
     WHERE a.import_id = $1 AND c.import_id IS DISTINCT FROM $1`,
  );
  // Rows that refer to another row are removed before it.
  const own = await idsOf('SELECT id FROM contract WHERE import_id = $1 ORDER BY parent_id NULLS LAST, id');
  // Removing enterprises and projects takes about a fifth of the time of the contracts.
  const work = (own.length * 6) / 5 + touched.length;
  const actuals = await tx.run('DELETE FROM actual WHERE import_id = $1', [importId]);
  for (let at = 0; at < own.length; at += AT_ONCE) {
    await takeBack(tx, own.slice(at, at + AT_ONCE));
    told(Math.min(at + AT_ONCE, own.length) / work);
  }
  const projects = await tx.run(
    `DELETE FROM investment_project j
     WHERE j.import_id = $1 AND ${await unspokenOf(tx, 'investment_project', 'j')}`,
    [importId],
  );
  const enterprises = await tx.run(
    `DELETE FROM enterprise e WHERE e.import_id = $1 AND ${await unspokenOf(tx, 'enterprise', 'e')}`,
    [importId],
  );
  await assessContracts(tx, touched, today, (judged) => told((own.length * 1.2 + judged) / work));
  return { contracts: own.length, actuals, projects, enterprises };
}

async function takeBack(tx: Tx, contractIds: readonly string[]): Promise<void> {
  for (const table of ['contract_year_summary', 'contract_summary', 'assessment'])
    await tx.run(`DELETE FROM ${table} WHERE contract_id = ANY($1)`, [contractIds]);
  await tx.run(
    `DELETE FROM commitment_term
     WHERE commitment_id IN (SELECT id FROM commitment WHERE contract_id = ANY($1))`,
    [contractIds],
  );
  for (const table of ['commitment', 'contract_standard', 'milestone', 'parcel'])
    await tx.run(`DELETE FROM ${table} WHERE contract_id = ANY($1)`, [contractIds]);
  await tx.run('DELETE FROM contract WHERE id = ANY($1)', [contractIds]);
}

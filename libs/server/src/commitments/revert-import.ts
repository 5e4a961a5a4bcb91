import { Refusal } from '@crm/domain/refusal';
import type { Tx } from '@crm/platform/db';
import { dueHasChanged } from '../due/index.js';
import { assessContracts } from './assess-contracts.js';

export interface Reverted {
  readonly contracts: number;
  readonly actuals: number;
  readonly projects: number;
  readonly enterprises: number;
}

/**
 * Takes back what an import brought: its figures, its contracts with all that hangs on them, and the projects and firms that nothing else speaks of. The audit
 * keeps every row. Refuses `import.in-use` when somebody has worked on a contract of it since: figures, support, waivers, consequence clauses, decisions, milestones, land or amendments of others are not
 * thrown away, nor a figure of the import that was verified or corrected.
 */
export async function revertImport(tx: Tx, importId: string, today: string): Promise<Reverted> {
  const used = await tx.rows<{ id: string; number: string }>(
    `SELECT c.id, c.number FROM contract c WHERE c.import_id = $1 AND (
       EXISTS (SELECT 1 FROM actual a WHERE a.contract_id = c.id AND a.import_id IS DISTINCT FROM $1) OR EXISTS (SELECT 1 FROM support_payment s WHERE s.contract_id = c.id) OR EXISTS (SELECT 1 FROM receipt r WHERE r.contract_id = c.id)
       OR EXISTS (SELECT 1 FROM milestone s WHERE s.contract_id = c.id AND s.version > 1) OR EXISTS (SELECT 1 FROM parcel p WHERE p.contract_id = c.id AND (p.known_to IS NOT NULL OR p.import_id IS DISTINCT FROM $1))
       OR EXISTS (SELECT 1 FROM commitment m WHERE m.contract_id = c.id AND (m.version > 1 OR EXISTS (SELECT 1 FROM waiver w WHERE w.commitment_id = m.id)))
       OR EXISTS (SELECT 1 FROM consequence_clause q WHERE q.contract_id = c.id) OR EXISTS (SELECT 1 FROM consequence_decision d WHERE d.contract_id = c.id)) LIMIT 20`, [importId],
  );
  if (used.length > 0) throw Refusal.conflict('import.in-use', { count: used.length, contracts: used.map(({ number }) => number) });
  const settled = await tx.one<{ count: number }>(
    `SELECT count(DISTINCT a.contract_id)::int AS count FROM actual a WHERE a.import_id = $1 AND (a.verified_at IS NOT NULL OR a.known_to IS NOT NULL OR EXISTS (SELECT 1 FROM actual n WHERE n.corrects_id = a.id))`, [importId],
  );
  if (settled && settled.count > 0) throw Refusal.conflict('import.in-use', { count: settled.count });
  const touched = (await tx.rows<{ contract_id: string }>('SELECT DISTINCT a.contract_id FROM actual a JOIN contract c ON c.id = a.contract_id WHERE a.import_id = $1 AND c.import_id IS DISTINCT FROM $1', [importId])).map((row) => row.contract_id);
  const ofImport = 'SELECT id FROM contract WHERE import_id = $1';
  const actuals = await tx.run(`DELETE FROM actual WHERE import_id = $1`, [importId]);
  for (const table of ['contract_year_summary', 'contract_summary', 'assessment']) await tx.run(`DELETE FROM ${table} WHERE contract_id IN (${ofImport})`, [importId]);
  await tx.run(`DELETE FROM commitment_term WHERE commitment_id IN (SELECT id FROM commitment WHERE contract_id IN (${ofImport}))`, [importId]);
  for (const table of ['commitment', 'contract_standard', 'milestone', 'parcel']) await tx.run(`DELETE FROM ${table} WHERE contract_id IN (${ofImport})`, [importId]);
  const contracts = await tx.run('DELETE FROM contract WHERE import_id = $1', [importId]);
  const projects = await tx.run('DELETE FROM investment_project j WHERE j.import_id = $1 AND NOT EXISTS (SELECT 1 FROM contract c WHERE c.project_id = j.id)', [importId]);
  const enterprises = await tx.run(
    `DELETE FROM enterprise e WHERE e.import_id = $1 AND NOT EXISTS (SELECT 1 FROM contract c WHERE c.enterprise_id = e.id) AND NOT EXISTS (SELECT 1 FROM investment_project j WHERE j.enterprise_id = e.id)
       AND NOT EXISTS (SELECT 1 FROM contact k WHERE k.enterprise_id = e.id) AND NOT EXISTS (SELECT 1 FROM secretary_assignment s WHERE s.enterprise_id = e.id) AND NOT EXISTS (SELECT 1 FROM lead l WHERE l.enterprise_id = e.id)`, [importId],
  );
  await assessContracts(tx, touched, today);
  await dueHasChanged(tx);
  return { contracts, actuals, projects, enterprises };
}

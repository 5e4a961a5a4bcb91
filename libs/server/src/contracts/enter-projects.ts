import { matchingName, matchingProjectName } from '@crm/domain/enterprises';
import { newId, type Tx } from '@crm/platform/db';
import { enterpriseTable } from '../enterprises/index.js';
import { investmentProjectTable } from './contract.entity.js';
import type { ContractKey, LedgerContract } from './ledger-contract.js';

/** What was entered just before. */
export function found(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`${key} was not entered`);
  return id;
}

/** Credit code → firm. A firm that is there keeps what is known of it. */
export async function enterFirms(
  tx: Tx,
  importId: string | null,
  entries: readonly LedgerContract[],
): Promise<Map<string, string>> {
  const first = new Map<string, LedgerContract>();
  for (const entry of entries) if (!first.has(entry.creditCode)) first.set(entry.creditCode, entry);
  await enterpriseTable.insertMany(
    tx,
    [...first.values()].map((entry) => ({
      id: newId(),
      name: entry.enterpriseName,
      matchName: matchingName(entry.enterpriseName),
      shortName: entry.enterpriseSearch?.shortName ?? '',
      pinyin: entry.enterpriseSearch?.pinyin ?? '',
      initials: entry.enterpriseSearch?.initials ?? '',
      spellings: entry.enterpriseSearch?.spellings ?? '',
      creditCode: entry.creditCode,
      parkId: entry.parkId,
      industryId: entry.industryId,
      importId,
      demo: entry.demo ?? false,
    })),
    '(credit_code) DO NOTHING',
  );
  const firms = await tx.rows<{ id: string; credit_code: string }>(
    'SELECT id, credit_code FROM enterprise WHERE credit_code = ANY($1)',
    [[...first.keys()]],
  );
  return new Map(firms.map((row) => [row.credit_code, row.id]));
}

export const projectKey = (entry: ContractKey, firms: ReadonlyMap<string, string>): string =>
  `${firms.get(entry.creditCode)} ${matchingProjectName(entry.projectName)}`;

export async function enterProjects(
  tx: Tx,
  importId: string | null,
  entries: readonly LedgerContract[],
  firms: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const first = new Map<string, LedgerContract>();
  for (const entry of entries) if (!first.has(projectKey(entry, firms))) first.set(projectKey(entry, firms), entry);
  await investmentProjectTable.insertMany(
    tx,
    [...first.values()].map((entry) => ({
      id: newId(),
      enterpriseId: found(firms, entry.creditCode),
      parkId: entry.parkId,
      industryId: entry.industryId,
      name: entry.projectName,
      matchName: matchingProjectName(entry.projectName),
      importId,
      demo: entry.demo ?? false,
    })),
    'ON CONSTRAINT investment_project_once DO NOTHING',
  );
  const projects = await tx.rows<{ id: string; enterprise_id: string; match_name: string }>(
    'SELECT id, enterprise_id, match_name FROM investment_project WHERE enterprise_id = ANY($1)',
    [[...new Set(firms.values())]],
  );
  return new Map(projects.map((row) => [`${row.enterprise_id} ${row.match_name}`, row.id]));
}

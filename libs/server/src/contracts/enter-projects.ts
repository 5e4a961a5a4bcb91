import { firmKey, matchingProjectName } from '@crm/domain/enterprises';
import { newId, type Tx } from '@crm/platform/db';
import { FIRM_OF_ROW, enterpriseTable, firmMatch } from '../enterprises/index.js';
import { investmentProjectTable } from './contract.entity.js';
import type { ContractKey, LedgerContract } from './ledger-contract.js';

/** What was entered just before. */
export function found(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`${key} was not entered`);
  return id;
}

/** Firm key → firm. A firm that is there keeps what is known of it. */
export async function enterFirms(
  tx: Tx,
  importId: string | null,
  entries: readonly LedgerContract[],
): Promise<Map<string, string>> {
  const first = new Map<string, LedgerContract>();
  for (const entry of entries) if (!first.has(firmKey(entry))) first.set(firmKey(entry), entry);
  const there = await firmsThere(tx, first);
  await enterpriseTable.insertMany(
    tx,
    [...first].flatMap(([key, entry]) =>
      there.has(key)
        ? []
        : [
            {
              id: newId(),
              name: entry.enterpriseName,
              matchName: firmMatch(entry),
              shortName: entry.enterpriseSearch?.shortName ?? '',
              pinyin: entry.enterpriseSearch?.pinyin ?? '',
              initials: entry.enterpriseSearch?.initials ?? '',
              spellings: entry.enterpriseSearch?.spellings ?? '',
              creditCode: entry.creditCode,
              creditCodeSeenBy: entry.creditCodeSeenBy ?? null,
              standing: entry.standing ?? ('registered' as const),
              registrationNo: entry.registrationNo ?? null,
              parkId: entry.parkId,
              industryId: entry.industryId,
              importId,
              demo: entry.demo ?? false,
            },
          ],
    ),
    '(credit_code) DO NOTHING',
  );
  return firmsThere(tx, first);
}

async function firmsThere(tx: Tx, first: ReadonlyMap<string, LedgerContract>): Promise<Map<string, string>> {
  const found = await tx.rows<{ key: string; id: string }>(
    `SELECT k.key, e.id
     FROM unnest($1::text[], $2::text[], $3::text[]) AS k(key, code, firm)
     JOIN ${FIRM_OF_ROW}
       ON true`,
    [
      [...first.keys()],
      [...first.values()].map(({ creditCode }) => creditCode),
      [...first.values()].map((entry) => firmMatch(entry)),
    ],
  );
  return new Map(found.map(({ key, id }) => [key, id]));
}

export const projectKey = (entry: ContractKey, firms: ReadonlyMap<string, string>): string =>
  `${firms.get(firmKey(entry))} ${matchingProjectName(entry.projectName)}`;

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
      enterpriseId: found(firms, firmKey(entry)),
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

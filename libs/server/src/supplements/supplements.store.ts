import type { Supplement } from '@crm/api-contract/supplements';
import { differences, type ContractFacts } from '@crm/domain/supplements';
import type { Rows } from '@crm/platform/db';
import { exact, instantOf, instantOrNull, known } from '../records/index.js';

interface SupplementRow {
  id: string; contract_id: string; contract_number: string; number: string; state: Supplement['state']; signed_on: string; reason: string; amount_wan: string | null; before: ContractFacts | null; after: ContractFacts | null;
  asked_by_name: string | null; created_at: Date; in_force_from: Date | null; demo: boolean; version: number;
}

const SELECT = `SELECT t.id, t.contract_id, p.number AS contract_number, c.number, t.state, c.signed_on, t.reason, c.amount_wan, t.before, t.after, u.name AS asked_by_name, t.created_at, t.in_force_from, t.demo, t.version
  FROM contract_amendment t JOIN contract c ON c.id = t.id JOIN contract p ON p.id = t.contract_id LEFT JOIN app_user u ON u.id = t.asked_by`;

/** Newest first. */
export const supplementsOf = async (rows: Rows, contractId: string): Promise<Supplement[]> => (await rows.rows<SupplementRow>(`${SELECT} WHERE t.contract_id = $1 ORDER BY t.created_at DESC, t.id DESC`, [contractId])).map(view);

export const supplementById = async (rows: Rows, id: string): Promise<Supplement> => view(known(await rows.one<SupplementRow>(`${SELECT} WHERE t.id = $1`, [id])));

/** Which facts were amended, or are asked to be, since somebody saw the contract at a version. */
export async function fieldsSince(rows: Rows, contractId: string, version: number): Promise<string[]> {
  const later = await rows.rows<{ before: ContractFacts; after: ContractFacts }>(`SELECT before, after FROM contract_amendment WHERE contract_id = $1 AND state <> 'withdrawn' AND parent_version > $2`, [contractId, version]);
  return [...new Set(later.flatMap(({ before, after }) => differences(before, after).map(({ field }) => field)))];
}

const view = (row: SupplementRow): Supplement => ({
  id: row.id, contractId: row.contract_id, contractNumber: row.contract_number, number: row.number, state: row.state, signedOn: row.signed_on, reason: row.reason, increaseWan: exact(row.amount_wan),
  lines: row.before && row.after ? differences(row.before, row.after) : [], askedBy: row.asked_by_name, askedAt: instantOf(row.created_at), inForceFrom: instantOrNull(row.in_force_from), demo: row.demo, version: row.version,
});

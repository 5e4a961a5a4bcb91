import type { ConsequenceClause as WireClause } from '@crm/api-contract/decisions';
import type { ConsequenceClause } from '@crm/domain/decisions';
import { plain } from '@crm/domain/quantities';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import { exact, instantOf, instantOrNull } from '../records/index.js';

export interface ClauseRow { id: string; contract_id: string; contract_number: string; kind: ConsequenceClause['kind']; version: number }
export const CLAUSE_COLUMNS = 't.id, t.contract_id, c.number AS contract_number, t.kind, t.version';
export const CLAUSE_FROM = 'consequence_clause t JOIN contract c ON c.id = t.contract_id';

interface WordingRow {
  id: string; clause_id: string; text: string; indicators: ConsequenceClause['indicators'][number][]; bites_from: ConsequenceClause['from']; cure_days: number | null; percent: string | null; reason: string | null; end_reason: string | null; entered_by_name: string | null; known_from: Date; known_to: Date | null;
}

const wordingView = (row: WordingRow): WireClause['wordings'][number] => ({
  id: row.id, text: row.text, indicators: row.indicators, from: row.bites_from, cureDays: row.cure_days, percent: exact(row.percent), reason: row.reason, endReason: row.end_reason, enteredBy: row.entered_by_name, knownFrom: instantOf(row.known_from), knownTo: instantOrNull(row.known_to),
});

/** Each clause as it is worded now (of one that has ended, as it was worded last), with every wording before. */
export async function clauseViews(rows: Rows, clauses: readonly ClauseRow[]): Promise<WireClause[]> {
  const found = await rows.rows<WordingRow>(
    'SELECT w.id, w.clause_id, w.text, w.indicators, w.bites_from, w.cure_days, w.percent, w.reason, w.end_reason, u.name AS entered_by_name, w.known_from, w.known_to FROM consequence_wording w LEFT JOIN app_user u ON u.id = w.entered_by WHERE w.clause_id = ANY($1) ORDER BY w.known_from DESC, w.id DESC',
    [clauses.map(({ id }) => id)],
  );
  return clauses.map((row) => {
    const wordings = found.filter((one) => one.clause_id === row.id).map(wordingView);
    const [{ id: _id, reason: _reason, endReason: _ended, enteredBy: _by, knownFrom: _from, knownTo, ...now }] = wordings as [WireClause['wordings'][number]];
    return { id: row.id, contractId: row.contract_id, contractNumber: row.contract_number, kind: row.kind, ...now, ended: knownTo !== null, wordings, version: row.version };
  });
}

/** The clauses in force of these contracts, in the order they were written down. */
export async function clausesInForce(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, ConsequenceClause[]>> {
  const found = await rows.rows<Omit<WordingRow, 'id'> & { contract_id: string; kind: ConsequenceClause['kind'] }>(
    'SELECT t.contract_id, t.kind, w.clause_id, w.text, w.indicators, w.bites_from, w.cure_days, w.percent FROM consequence_clause t JOIN consequence_wording w ON w.clause_id = t.id AND w.known_to IS NULL WHERE t.contract_id = ANY($1) ORDER BY t.created_at, t.id', [contractIds],
  );
  const groups = new Map<string, ConsequenceClause[]>();
  for (const row of found) {
    const clause = { id: row.clause_id, kind: row.kind, text: row.text, indicators: row.indicators, from: row.bites_from, cureDays: row.cure_days, percent: row.percent && plain(row.percent) };
    groups.set(row.contract_id, [...(groups.get(row.contract_id) ?? []), clause]);
  }
  return groups;
}

export const insertWording = (tx: Tx, { id, text, indicators, from, cureDays, percent }: ConsequenceClause, reason: string | null, enteredBy: string | null): Promise<number> =>
  tx.run('INSERT INTO consequence_wording (id, clause_id, text, indicators, bites_from, cure_days, percent, reason, entered_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [newId(), id, text, [...indicators], from, cureDays, percent, reason, enteredBy]);

import type { ConsequenceClause as WireClause } from '@crm/api-contract/decisions';
import { consequenceFacts, type ConsequenceClause } from '@crm/domain/decisions';
import { plain } from '@crm/domain/quantities';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import { exact } from '../data-access/index.js';

export interface ClauseRow {
  id: string;
  contract_id: string;
  contract_number: string;
  kind: ConsequenceClause['kind'];
  version: number;
}
export const CLAUSE_COLUMNS = 't.id, t.contract_id, c.number AS contract_number, t.kind, t.version';
export const CLAUSE_FROM = 'consequence_clause t JOIN contract c ON c.id = t.contract_id';

interface WordingRow {
  id: string;
  clause_id: string;
  text: string;
  indicators: ConsequenceClause['indicators'][number][];
  bites_from: ConsequenceClause['from'];
  cure_days: number | null;
  percent: string | null;
  reason: string | null;
  end_reason: string | null;
  entered_by_name: string | null;
  known_from: string;
  known_to: string | null;
}

const wordingView = (row: WordingRow): WireClause['wordings'][number] => ({
  id: row.id,
  text: row.text,
  indicators: row.indicators,
  from: row.bites_from,
  cureDays: row.cure_days,
  percent: exact(row.percent),
  reason: row.reason,
  endReason: row.end_reason,
  enteredBy: row.entered_by_name,
  knownFrom: row.known_from,
  knownTo: row.known_to,
});

/** Each clause with its current wording (the last one if ended), and all earlier wordings. */
export async function clauseViews(rows: Rows, clauses: readonly ClauseRow[]): Promise<WireClause[]> {
  const found = await rows.rows<WordingRow>(
    `SELECT
       w.id, w.clause_id, w.text, w.indicators, w.bites_from, w.cure_days, w.percent, w.reason, w.end_reason,
       u.name AS entered_by_name, w.known_from, w.known_to
     FROM consequence_wording w
     LEFT JOIN app_user u ON u.id = w.entered_by
     WHERE w.clause_id = ANY($1)
     ORDER BY w.known_from DESC, w.id DESC`,
    [clauses.map(({ id }) => id)],
  );
  return clauses.map((row) => {
    const wordings = found.filter((one) => one.clause_id === row.id).map(wordingView);
    const [{ id: _id, reason: _reason, endReason: _ended, enteredBy: _by, knownFrom: _from, knownTo, ...now }] =
      wordings as [WireClause['wordings'][number]];
    return {
      id: row.id,
      contractId: row.contract_id,
      contractNumber: row.contract_number,
      kind: row.kind,
      ...now,
      ended: knownTo !== null,
      wordings,
      version: row.version,
    };
  });
}

/** All clauses of these contracts, in the order they were recorded, each with its current or last wording. */
async function clausesOf(
  rows: Rows,
  contractIds: readonly string[],
): Promise<(ConsequenceClause & { contractId: string; ended: boolean })[]> {
  const found = await rows.rows<Omit<WordingRow, 'id'> & { contract_id: string; kind: ConsequenceClause['kind'] }>(
    `SELECT t.contract_id, t.kind, w.clause_id, w.text, w.indicators, w.bites_from, w.cure_days, w.percent, w.known_to
     FROM consequence_clause t
     JOIN LATERAL (
       SELECT *
       FROM consequence_wording o
       WHERE o.clause_id = t.id
       ORDER BY o.known_to DESC NULLS FIRST, o.known_from DESC, o.id DESC
       LIMIT 1
     ) w
       ON true
     WHERE t.contract_id = ANY($1)
     ORDER BY t.created_at, t.id`,
    [contractIds],
  );
  return found.map((row) => ({
    contractId: row.contract_id,
    id: row.clause_id,
    kind: row.kind,
    text: row.text,
    indicators: row.indicators,
    from: row.bites_from,
    cureDays: row.cure_days,
    percent: row.percent && plain(row.percent),
    ended: row.known_to !== null,
  }));
}

export async function clausesInForce(
  rows: Rows,
  contractIds: readonly string[],
): Promise<ReadonlyMap<string, ConsequenceClause[]>> {
  const groups = new Map<string, ConsequenceClause[]>();
  for (const { contractId, ended, ...clause } of await clausesOf(rows, contractIds))
    if (!ended) groups.set(contractId, [...(groups.get(contractId) ?? []), clause]);
  return groups;
}

/** The clause facts that a supplement may change, as they are now. */
export const clauseFactsOf = async (rows: Rows, contractId: string): Promise<Record<string, string>> =>
  consequenceFacts(await clausesOf(rows, [contractId]));

export const insertWording = (
  tx: Tx,
  { id, text, indicators, from, cureDays, percent }: ConsequenceClause,
  reason: string | null,
  enteredBy: string | null,
): Promise<number> =>
  tx.run(
    `INSERT INTO consequence_wording (
       id, clause_id, text, indicators, bites_from, cure_days, percent, reason, entered_by
     )
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [newId(), id, text, [...indicators], from, cureDays, percent, reason, enteredBy],
  );

/** Ends the wording as known until now; false if it had already ended. */
export const endWording = async (tx: Tx, clauseId: string, reason: string | null): Promise<boolean> =>
  (await tx.run(
    `UPDATE consequence_wording
     SET known_to = now(), end_reason = $2
     WHERE clause_id = $1 AND known_to IS NULL`,
    [clauseId, reason],
  )) > 0;

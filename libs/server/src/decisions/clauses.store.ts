import type { ConsequenceClause as WireClause } from '@crm/api-contract/decisions';
import { consequenceFacts, type ConsequenceClause } from '@crm/domain/decisions';
import { endsAt, endsNow, newId, type NewRowOf, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
import { grouped, shaped } from '../data-access/index.js';
import { consequenceClauseTable, consequenceWordingTable } from './decision.entity.js';

export interface ClauseRow extends ShownOf<typeof consequenceClauseTable> {
  readonly contractNumber: string;
}
export const CLAUSE_COLUMNS = `${consequenceClauseTable.columns('t')}, c.number AS "contractNumber"`;
export const CLAUSE_FROM = 'consequence_clause t JOIN contract c ON c.id = t.contract_id';

type Worded = ShownOf<typeof consequenceWordingTable>;

const wordingView = ({ clauseId: _clause, bitesFrom, ...row }: Worded & { readonly enteredBy: string | null }) =>
  shaped<WireClause['wordings'][number]>()({ ...row, indicators: [...row.indicators], from: bitesFrom });

/** Each clause with its current wording (the last one if ended), and all earlier wordings. */
export async function clauseViews(rows: Rows, clauses: readonly ClauseRow[]): Promise<WireClause[]> {
  const found = await rows.rows<Worded & { readonly enteredBy: string | null }>(
    `SELECT ${consequenceWordingTable.columns('w')}, u.name AS "enteredBy"
     FROM consequence_wording w
     LEFT JOIN app_user u ON u.id = w.entered_by
     WHERE w.clause_id = ANY($1)
     ORDER BY w.known_from DESC, w.id DESC`,
    [clauses.map(({ id }) => id)],
  );
  return clauses.map((row) => {
    const wordings = found.filter((one) => one.clauseId === row.id).map(wordingView);
    const [{ id: _id, reason: _reason, endReason: _ended, enteredBy: _by, knownFrom: _from, knownTo, ...now }] =
      wordings as [WireClause['wordings'][number]];
    return {
      ...row,
      ...now,
      ended: knownTo !== null,
      wordings,
    };
  });
}

/** All clauses of these contracts, in the order they were recorded, each with its current or last wording. */
function clausesOf(
  rows: Rows,
  contractIds: readonly string[],
): Promise<(ConsequenceClause & { contractId: string; ended: boolean })[]> {
  return rows.rows<ConsequenceClause & { readonly contractId: string; readonly ended: boolean }>(
    `SELECT
       t.contract_id AS "contractId", t.id, t.kind, w.text, w.indicators, w.bites_from AS from,
       w.cure_days AS "cureDays", w.percent, w.known_to IS NOT NULL AS ended
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
}

export async function clausesInForce(
  rows: Rows,
  contractIds: readonly string[],
): Promise<ReadonlyMap<string, ConsequenceClause[]>> {
  const inForce = (await clausesOf(rows, contractIds)).filter(({ ended }) => !ended);
  const groups = [...grouped(inForce, ({ contractId }) => contractId)];
  return new Map(
    groups.map(([id, own]) => [id, own.map(({ contractId: _contract, ended: _ended, ...clause }) => clause)]),
  );
}

/** The clause facts that a supplement may change, as they are now. */
export const clauseFactsOf = async (rows: Rows, contractId: string): Promise<Record<string, string>> =>
  consequenceFacts(await clausesOf(rows, [contractId]));

/** A wording of a clause, as its row. */
export const newWording = (
  { id, text, indicators, from, cureDays, percent }: ConsequenceClause,
  reason: string | null,
  enteredBy: string | null,
): NewRowOf<typeof consequenceWordingTable> => ({
  id: newId(),
  clauseId: id,
  text,
  indicators: [...indicators],
  bitesFrom: from,
  cureDays,
  percent,
  reason,
  enteredBy,
});

/** Ends the wording as known until now; false if it had already ended. */
export const endWording = (tx: Tx, clauseId: string, reason: string | null, at?: string): Promise<number> =>
  consequenceWordingTable.update(
    tx,
    { clauseId, knownTo: null },
    { knownTo: at === undefined ? endsNow : endsAt(at), endReason: reason },
  );

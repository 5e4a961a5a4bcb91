import { undoableUntil } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import type { MergeNotice, MergedRecord } from '@crm/api-contract/enterprises';
import { computed, type AnyTable, type RowOf, type Tx } from '@crm/platform/db';
import { known, type Actor } from '../data-access/index.js';
import { enterpriseTable, followName, lockIdentities, valuesOf, type MergedFirms } from '../enterprises/index.js';
import { followers, tableNamed } from './followers.js';
import { enterpriseMergeTable, type MergeRecord } from './merge.entity.js';
import type { FirmRow } from './merge-firms.js';

export interface Undone {
  readonly returned: readonly { readonly what: MergedRecord; readonly count: number }[];
  readonly notices: readonly MergeNotice[];
}

/**
 * Restores the merged record with its id and all that came from it. What was added or changed on the winner since then
 * stays there and is told. Refuses `enterprise.merge-undone`, `enterprise.merge-final` after 30 days,
 * `enterprise.merge-later` (the winner was merged itself) and `enterprise.duplicate` (the code is another firm's by
 * now).
 */
export async function undoMerge(tx: Tx, actor: Actor, id: string, reason: string, today: string): Promise<Undone> {
  const merge = await openMerge(tx, id, today);
  const { record, winnerId } = merge;
  const loser = record.loser as unknown as FirmRow;
  const before = known(await enterpriseTable.one(tx, { id: winnerId }));
  await lockIdentities(tx, [
    {
      matchName: String((await valuesOf(tx, enterpriseTable, winnerId, ['matchName'])).matchName),
      creditCode: before.creditCode,
    },
    loser,
  ]);
  await tx.rows('SELECT id FROM enterprise WHERE id = $1 FOR UPDATE', [winnerId]);
  const notices: MergeNotice[] = [];
  const ofWinner = record.changed.filter(({ table }) => table === enterpriseTable.name);
  for (const one of ofWinner) await setBack(tx, one, notices);
  if (loser.creditCode && (await enterpriseTable.one(tx, { creditCode: loser.creditCode })))
    throw Refusal.conflict('enterprise.duplicate', { creditCode: loser.creditCode });
  await enterpriseTable.insert(tx, { ...loser, version: loser.version + 1, updatedAt: computed('now()') } as never);

  const winner = known(await enterpriseTable.one(tx, { id: winnerId }));
  const returned = await moveBack(tx, { winner, loser, reason }, merge, notices);
  for (const { table, id: row } of record.added.toReversed()) await tableNamed(table).remove(tx, { id: row });
  for (const one of record.changed.toReversed()) if (!ofWinner.includes(one)) await setBack(tx, one, notices);
  // Whoever entered the same again since then has restored it already.
  for (const { table, row } of record.removed.toReversed())
    await tableNamed(table).insert(tx, row as never, 'DO NOTHING');
  await followName(tx, winnerId, winner.name);
  await followName(tx, loser.id, loser.name);
  await enterpriseMergeTable.update(
    tx,
    { id },
    { undoneAt: computed('now()'), undoneBy: actor.userId, undoReason: reason },
  );
  return { returned, notices };
}

async function openMerge(tx: Tx, id: string, today: string): Promise<RowOf<typeof enterpriseMergeTable>> {
  const merge = known(
    await tx.one<RowOf<typeof enterpriseMergeTable>>(
      `SELECT ${enterpriseMergeTable.every('t')} FROM enterprise_merge t WHERE t.id = $1 FOR UPDATE`,
      [id],
    ),
  );
  if (merge.undoneAt !== null) throw Refusal.conflict('enterprise.merge-undone');
  const until = undoableUntil(merge.mergedOn);
  if (today > until) throw Refusal.conflict('enterprise.merge-final', { until });
  const later = await tx.one<{ name: string; into: string; mergeId: string }>(
    `SELECT m.loser_name AS name, e.name AS into, m.id AS "mergeId"
     FROM enterprise_merge m
     JOIN enterprise e ON e.id = m.winner_id
     WHERE m.winner_id = $1
         AND m.undone_at IS NULL
         AND jsonb_path_exists(m.record, '$.moved.enterprise_merge[*].id ? (@ == $id)', jsonb_build_object('id', $2::text))`,
    [merge.winnerId, id],
  );
  if (later) throw Refusal.conflict('enterprise.merge-later', { ...later });
  return merge;
}

/** Sets back what the merge changed, field by field; a field that somebody changed since stays as it is. */
async function setBack(tx: Tx, { table, id, before, after }: MergeRecord['changed'][number], notices: MergeNotice[]) {
  const described = tableNamed(table);
  const fields = Object.keys(before);
  if (!(await described.one(tx, { id }))) return;
  const now = await valuesOf(tx, described, id, fields);
  const same = fields.filter((field) => JSON.stringify(now[field]) === JSON.stringify(after[field]));
  if (same.length > 0)
    await described.update(tx, { id }, Object.fromEntries(same.map((field) => [field, before[field]])));
  // Of other tables it is counted as changed since.
  if (described !== enterpriseTable) return;
  for (const field of fields)
    if (!same.includes(field))
      notices.push({ notice: 'kept-field', facts: { field, value: String(now[field] ?? '') } });
}

/** The rows that came and are still with the winner. Whatever has come to the winner since then stays there. */
async function moveBack(
  tx: Tx,
  firms: MergedFirms,
  { id: mergeId, record }: RowOf<typeof enterpriseMergeTable>,
  notices: MergeNotice[],
): Promise<Undone['returned']> {
  const returned: { what: MergedRecord; count: number }[] = [];
  const back: (() => Promise<number>)[] = [];
  for (const { what, table, field, cameBack } of followers) {
    const came = record.moved[table.name] ?? [];
    const there = await rowsAt(tx, table, field, firms.winner.id, came);
    if (there.length > 0) await table.update(tx, { id: there.map(({ id }) => id) }, { [field]: firms.loser.id });
    const added = there.filter(({ id }) => !record.added.some((one) => one.id === id));
    if (added.length > 0) returned.push({ what, count: added.length });
    const ids = there.map(({ id }) => id);
    if (cameBack) back.push(() => cameBack(tx, firms, ids));
    const changed = there.filter(({ id, version }) => {
      const then = came.find((one) => one.id === id)?.version ?? null;
      return then !== null && version !== then;
    });
    if (changed.length > 0) notices.push({ notice: 'changed-since', facts: { what, count: changed.length } });
    if (there.length < came.length)
      notices.push({ notice: 'gone-since', facts: { what, count: came.length - there.length } });
  }
  // What came with the merge is back. Now follows what was added since to a record that went back.
  for (const follow of back) {
    const along = await follow();
    if (along > 0) notices.push({ notice: 'contracts-follow', facts: { count: along } });
  }
  for (const { what, table, field } of followers) {
    const staying = await addedSince(tx, table, field, firms.winner.id, mergeId);
    if (staying > 0) notices.push({ notice: 'stays', facts: { what, count: staying, name: firms.winner.name } });
  }
  return returned;
}

const rowsAt = async (tx: Tx, table: AnyTable, field: string, firm: string, came: readonly { id: string }[]) =>
  came.length === 0
    ? []
    : tx.rows<{ id: string; version: number | null }>(
        `SELECT t.id, ${table.versioned ? 't.version' : 'NULL::int'} AS version
         FROM ${table.name} t
         WHERE t.id = ANY($1) AND t.${table.column(field).column} = $2
         ORDER BY t.id
         FOR UPDATE`,
        [came.map(({ id }) => id), firm],
      );

async function addedSince(tx: Tx, table: AnyTable, field: string, firm: string, mergeId: string): Promise<number> {
  if (!table.named.has('createdAt')) return 0;
  const row = await tx.one<{ count: number }>(
    `SELECT count(*)::int AS count
     FROM ${table.name} t
     WHERE t.${table.column(field).column} = $1
         AND t.created_at > (SELECT m.merged_at FROM enterprise_merge m WHERE m.id = $2)`,
    [firm, mergeId],
  );
  return row?.count ?? 0;
}

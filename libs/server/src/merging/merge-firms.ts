import { addDays } from '@crm/domain/days';
import { matchingName, matchingProjectName } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import { newId, type RowOf, type Rows, type Tx } from '@crm/platform/db';
import { known, type Actor } from '../data-access/index.js';
import {
  MergeNotes,
  enterpriseTable,
  followName,
  formerNameTable,
  lockIdentities,
  refuseMerged,
  wholeRow,
  type MergedFirms,
} from '../enterprises/index.js';
import { refuseToldApart } from './distinctions.service.js';
import { followers } from './followers.js';
import { enterpriseMergeTable, type MergeRecord } from './merge.entity.js';

export type FirmRow = RowOf<typeof enterpriseTable>;

export interface MergeAsked {
  readonly winnerId: string;
  readonly loserId: string;
  readonly reason: string;
}

/** What an empty field of the winner takes from the loser. */
const FILLED = ['shortName', 'parkId', 'industryId', 'address'] as const;

/**
 * Everything of the loser goes to the winner. The loser leaves its table, so that nothing can be added to it. Refuses
 * `enterprise.merge-itself`, `enterprise.merged` (with the record it is in), `enterprise.codes-differ`,
 * `enterprise.told-apart`, and what the rooms refuse. Both names and codes are locked first: whoever types one of them
 * waits.
 */
export async function mergeFirms(tx: Tx, actor: Actor, asked: MergeAsked, today: string): Promise<string> {
  const { winnerId, loserId, reason } = asked;
  if (winnerId === loserId) throw new Refusal('enterprise.merge-itself').at('/loserId');
  await lockIdentities(tx, await firms(tx, [winnerId, loserId]));
  const both = await firms(tx, [winnerId, loserId], 'FOR UPDATE');
  for (const id of [winnerId, loserId]) if (!both.some((firm) => firm.id === id)) await refuseMerged(tx, id);
  const winner = known(both.find(({ id }) => id === winnerId));
  const loser = known(both.find(({ id }) => id === loserId));
  if (winner.creditCode && loser.creditCode)
    throw Refusal.conflict('enterprise.codes-differ', {
      winner: winner.name,
      winnerCode: winner.creditCode,
      loser: loser.name,
      loserCode: loser.creditCode,
    });

  await refuseToldApart(tx, winnerId, loserId);

  const id = newId();
  await enterpriseMergeTable.insert(tx, {
    ...{ id, winnerId, loserId, reason },
    loserName: loser.name,
    loserCode: loser.creditCode,
    mergedBy: actor.userId,
    mergedOn: today,
    record: { loser: {}, moved: {}, changed: [], removed: [], added: [], notices: [] },
  });
  const notes = new MergeNotes(tx);
  const row = await wholeRow(tx, enterpriseTable, loserId);
  const moved = await moveRows(tx, { winner, loser, reason }, notes, id);
  await enterpriseTable.remove(tx, { id: loserId });
  await fillFields(winner, loser, notes);
  await keepName(notes, actor, id, winner, loser, today);
  await followName(tx, winnerId, winner.name);
  const record: MergeRecord = {
    loser: row,
    moved: await withVersions(tx, moved),
    ...{ changed: notes.changed, removed: notes.removed, added: notes.added, notices: notes.notices },
  };
  await enterpriseMergeTable.update(tx, { id }, { record });
  return id;
}

const firms = (rows: Rows, ids: readonly string[], more = ''): Promise<FirmRow[]> =>
  rows.rows<FirmRow>(
    `SELECT ${enterpriseTable.every('t')} FROM enterprise t WHERE t.id = ANY($1) ORDER BY t.id ${more}`,
    [ids],
  );

/** By table: the ids that went. The merge itself stays where it is. */
async function moveRows(tx: Tx, firmsOfIt: MergedFirms, notes: MergeNotes, mergeId: string) {
  const moved = new Map<string, string[]>();
  for (const { table, field, settle } of followers) {
    await settle?.(tx, firmsOfIt, notes);
    const rows = await tx.rows<{ id: string }>(
      `SELECT t.id FROM ${table.name} t WHERE t.${table.column(field).column} = $1 ORDER BY t.id FOR UPDATE`,
      [firmsOfIt.loser.id],
    );
    const ids = rows.map(({ id }) => id).filter((id) => id !== mergeId);
    if (ids.length === 0) continue;
    await table.update(tx, { id: ids }, { [field]: firmsOfIt.winner.id });
    moved.set(table.name, ids);
  }
  for (const id of moved.get(formerNameTable.name) ?? []) {
    const [row] = await formerNameTable.find(tx, { id });
    // A name that came with an earlier merge keeps it.
    if (row?.mergeId === null) await notes.change(formerNameTable, id, { mergeId });
  }
  return moved;
}

async function fillFields(winner: FirmRow, loser: FirmRow, notes: MergeNotes): Promise<void> {
  for (const field of FILLED) {
    if (winner[field] || !loser[field]) continue;
    await notes.change(enterpriseTable, winner.id, { [field]: loser[field] });
    notes.tell('field-filled', { field });
  }
  if (loser.creditCode) {
    await notes.change(enterpriseTable, winner.id, { creditCode: loser.creditCode });
    notes.tell('code-joins', { creditCode: loser.creditCode, name: winner.name });
  }
}

/** The winner is found under the name of the loser, unless it is only another spelling. */
async function keepName(
  notes: MergeNotes,
  actor: Actor,
  mergeId: string,
  winner: FirmRow,
  loser: FirmRow,
  today: string,
): Promise<void> {
  if (matchingProjectName(winner.name) === matchingProjectName(loser.name)) return;
  await notes.add(formerNameTable, {
    ...{ id: newId(), enterpriseId: winner.id, mergeId },
    name: loser.name,
    matchName: matchingName(loser.name),
    toDay: addDays(today, -1),
    recordedBy: actor.userId,
  });
}

async function withVersions(tx: Tx, moved: ReadonlyMap<string, readonly string[]>): Promise<MergeRecord['moved']> {
  const found = followers.flatMap(({ table }) => {
    const ids = moved.get(table.name);
    return ids ? [{ table, ids }] : [];
  });
  const entries = [];
  for (const { table, ids } of found) {
    const rows = table.versioned
      ? await tx.rows<{ id: string; version: number }>(
          `SELECT t.id, t.version FROM ${table.name} t WHERE t.id = ANY($1) ORDER BY t.id`,
          [ids],
        )
      : ids.map((id) => ({ id, version: null }));
    entries.push([table.name, rows] as const);
  }
  return Object.fromEntries(entries);
}

import { Inject, Injectable } from '@nestjs/common';
import type { EnterpriseMerge, MergePreview, UndoPreview, enterpriseMerges } from '@crm/api-contract/merging';
import type { InputOf } from '@crm/api-contract/wire';
import { undoableUntil } from '@crm/domain/enterprises';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, trial, type RowOf, type Rows } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { known, refOf, type Actor } from '../data-access/index.js';
import { enterpriseById, enterpriseView, refuseMerged } from '../enterprises/index.js';
import { followers } from './followers.js';
import { enterpriseMergeTable, type MergeRecord } from './merge.entity.js';
import { mergeFirms } from './merge-firms.js';
import { alongWith, probableDuplicates } from './merging.store.js';
import { undoMerge } from './undo-merge.js';

type Pair = InputOf<typeof enterpriseMerges.preview>['body'];

/** 企业合并: two records of one firm become one, and can be taken apart again for 30 days (docs/adr/0037). */
@Injectable()
export class MergingService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async candidates() {
    const { pairs, more } = await this.database.read(probableDuplicates);
    return { data: pairs, total: pairs.length, more };
  }

  one(_actor: Actor, id: string): Promise<EnterpriseMerge> {
    return this.database.read((rows) => this.byId(rows, id));
  }

  /** Runs the merge itself and rolls it back, so it shows exactly what would happen. */
  preview(actor: Actor, pair: Pair): Promise<MergePreview> {
    const today = this.clock.today();
    return trial(this.database, refOf(actor), async (tx) => {
      const [winner, loser] = await Promise.all(
        [pair.winnerId, pair.loserId].map(async (id) => {
          const firm = await enterpriseById(tx, actor, id, today);
          if (!firm) await refuseMerged(tx, id);
          return enterpriseView(known(firm));
        }),
      );
      const id = await mergeFirms(tx, actor, { ...pair, reason: '—' }, today);
      const { moved, notices, record } = await this.byId(tx, id, true);
      const ids = (table: string) => (record?.moved[table] ?? []).map((row) => row.id);
      return {
        ...{ winner: known(winner), loser: known(loser), moved, notices },
        along: await alongWith(tx, ids('lead'), ids('contract')),
      };
    });
  }

  /** Refuses as {@link mergeFirms}. Open pages load again. */
  merge(actor: Actor, input: InputOf<typeof enterpriseMerges.create>['body']): Promise<EnterpriseMerge> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const id = await mergeFirms(tx, actor, input, this.clock.today());
      await publish(tx, { topic: 'enterprises', id: input.winnerId });
      return this.byId(tx, id);
    });
  }

  undoPreview(actor: Actor, id: string): Promise<UndoPreview> {
    return trial(this.database, refOf(actor), async (tx) => {
      const { returned, notices } = await undoMerge(tx, actor, id, '—', this.clock.today());
      return { mergeId: id, returned: [...returned], notices: [...notices] };
    });
  }

  /** Refuses as {@link undoMerge}. */
  undo(actor: Actor, id: string, reason: string): Promise<EnterpriseMerge> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await undoMerge(tx, actor, id, reason, this.clock.today());
      const merge = await this.byId(tx, id);
      await publish(tx, { topic: 'enterprises', id: merge.winnerId });
      return merge;
    });
  }

  private byId(rows: Rows, id: string): Promise<EnterpriseMerge>;
  private byId(rows: Rows, id: string, whole: true): Promise<EnterpriseMerge & { record?: MergeRecord }>;
  private async byId(rows: Rows, id: string, whole = false): Promise<EnterpriseMerge & { record?: MergeRecord }> {
    const row = known(
      await rows.one<MergeRow>(
        `SELECT ${enterpriseMergeTable.every('t')}, e.name AS "winnerName", u.name AS "mergedByName"
         FROM enterprise_merge t
         JOIN enterprise e ON e.id = t.winner_id
         LEFT JOIN app_user u ON u.id = t.merged_by
         WHERE t.id = $1`,
        [id],
      ),
    );
    return { ...mergeView(row), ...(whole ? { record: row.record } : {}) };
  }
}

interface MergeRow extends RowOf<typeof enterpriseMergeTable> {
  readonly winnerName: string;
  readonly mergedByName: string | null;
}

function mergeView(row: MergeRow): EnterpriseMerge {
  const { id, winnerId, winnerName, loserId, loserName, loserCode, reason, mergedAt, undoneAt, undoReason, record } =
    row;
  return {
    ...{ id, winnerId, winnerName, loserId, loserName, loserCode, reason, mergedAt, undoneAt, undoReason },
    mergedBy: row.mergedByName,
    undoUntil: undoableUntil(row.mergedOn),
    moved: followers.flatMap(({ what, table }) => {
      const ids = (record.moved[table.name] ?? []).filter((own) => !record.added.some((one) => one.id === own.id));
      return ids.length > 0 ? [{ what, count: ids.length }] : [];
    }),
    notices: [...record.notices],
  };
}

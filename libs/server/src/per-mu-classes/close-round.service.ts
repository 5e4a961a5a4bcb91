import { Inject, Injectable } from '@nestjs/common';
import type { evaluationRounds } from '@crm/api-contract/per-mu-classes';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Tx } from '@crm/platform/db';
import { refOf, writeRecord, type Actor } from '../data-access/index.js';
import { evaluationResultTable, evaluationRoundTable } from './evaluation.entity.js';
import { roundInFull } from './round.view.js';
import { firmsOf, openRound, points, ranking, roundById, valuesOf, type RoundRow } from './rounds.store.js';

const stateOf = (row: Pick<RoundRow, 'id' | 'status' | 'version'>) => ({
  id: row.id,
  status: row.status,
  version: row.version,
});

/** Closing freezes the computed result; reopening keeps it as superseded. */
@Injectable()
export class CloseRoundService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Refuses `evaluation.closed`, `evaluation.nothing-scored` and `evaluation.not-scorable` (the number differs from
   * what the person saw).
   */
  close(actor: Actor, id: string, version: number, { notScorable }: InputOf<typeof evaluationRounds.close>['body']) {
    return this.database.transaction(refOf(actor), async (tx) => {
      const round = await openRound(tx, id);
      const closed = {
        status: 'closed' as const,
        closedAt: this.clock.now().toISOString(),
        closedBy: actor.userId,
        reopenReason: null,
      };
      await writeRecord(tx, evaluationRoundTable, id, version, closed, stateOf);
      const left = await freezeRound(tx, round);
      if (left !== notScorable) throw Refusal.conflict('evaluation.not-scorable', { count: left });
      return roundInFull(tx, actor, await roundById(tx, id), this.clock.today());
    });
  }

  /** Refuses `evaluation.not-closed`. */
  reopen(actor: Actor, id: string, version: number, { reason }: InputOf<typeof evaluationRounds.reopen>['body']) {
    return this.database.transaction(refOf(actor), async (tx) => {
      await tx.rows('SELECT id FROM evaluation_round WHERE id = $1 FOR UPDATE', [id]);
      if ((await roundById(tx, id)).status !== 'closed') throw Refusal.conflict('evaluation.not-closed');
      const draft = { status: 'draft' as const, closedAt: null, closedBy: null, reopenReason: reason };
      await writeRecord(tx, evaluationRoundTable, id, version, draft, stateOf);
      await tx.run(
        `UPDATE evaluation_result r
         SET superseded_at = now()
         FROM evaluation_firm f
         WHERE f.id = r.firm_id AND f.round_id = $1 AND r.superseded_at IS NULL`,
        [id],
      );
      return roundInFull(tx, actor, await roundById(tx, id), this.clock.today());
    });
  }
}

/**
 * Stores the computed scores, ranks and classes. Returns the number of enterprises without a score. Refuses
 * `evaluation.nothing-scored`.
 */
export async function freezeRound(tx: Tx, round: RoundRow): Promise<number> {
  const firms = await firmsOf(tx, round.id);
  const result = ranking(
    round,
    firms,
    await valuesOf(
      tx,
      firms.map((firm) => firm.id),
    ),
  );
  if (result.ranked.length === 0) throw new Refusal('evaluation.nothing-scored');
  await evaluationResultTable.insertMany(
    tx,
    result.ranked.map((firm) => ({
      id: newId(),
      firmId: firm.id,
      score: points(firm.score),
      rank: firm.rank,
      class: firm.class,
      parts: firm.parts.map((part) => ({ ...part, points: points(part.points) })),
    })),
  );
  return result.notScorable.length;
}

import { Inject, Injectable } from '@nestjs/common';
import type { evaluationRounds } from '@crm/api-contract/per-mu-classes';
import type { InputOf } from '@crm/api-contract/wire';
import { yearOf } from '@crm/domain/days';
import { readFormula } from '@crm/domain/per-mu-classes';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Tx } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES } from '../contracts/index.js';
import { Where, known, reaching, refOf, writeRecord, type Actor } from '../data-access/index.js';
import { evaluationFirmTable, evaluationRoundTable } from './evaluation.entity.js';
import { formulaInForce } from './formula.service.js';
import { roundInFull, roundView } from './round.view.js';
import {
  ROUND_COLUMNS,
  ROUND_FROM,
  VALUE_COLUMNS,
  firmsOf,
  openRound,
  roundById,
  roundCounts,
  touchRound,
  type RoundRow,
  type ValueRow,
} from './rounds.store.js';

/** 亩均效益评价, one round per year. */
@Injectable()
export class RoundsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(_actor: Actor) {
    return this.database.read(async (rows) => {
      const found = await rows.rows<RoundRow>(`SELECT ${ROUND_COLUMNS} FROM ${ROUND_FROM} ORDER BY t.year DESC`);
      const counts = await roundCounts(rows);
      return {
        data: found.map((round) => {
          const { firms, scored } = counts.get(round.id) ?? { firms: 0, scored: 0 };
          return roundView(round, { firms, scored, notScorable: firms - scored });
        }),
      };
    });
  }

  one(actor: Actor, id: string, shown: InputOf<typeof evaluationRounds.one>['query']) {
    return this.database.read(async (rows) =>
      roundInFull(rows, actor, await roundById(rows, id), this.clock.today(), shown),
    );
  }

  /** Refuses `evaluation.year-twice` and `evaluation.future`. */
  create(actor: Actor, { year, firms }: InputOf<typeof evaluationRounds.create>['body']) {
    if (year > yearOf(this.clock.today())) throw new Refusal('evaluation.future', { year }).at('/year');
    return this.database.transaction(refOf(actor), async (tx) => {
      const { items, capped, bands } = await formulaInForce(tx);
      const id = newId();
      const round = { id, year, items, capped, bands, createdBy: actor.userId };
      if (!(await evaluationRoundTable.insert(tx, round, '(year) DO NOTHING')))
        throw Refusal.conflict('evaluation.year-twice', { year }).at('/year');
      await evaluationFirmTable.insertMany(
        tx,
        (await firmsFor(tx, firms, year)).map((enterpriseId) => ({ id: newId(), roundId: id, enterpriseId })),
      );
      return roundInFull(tx, actor, await roundById(tx, id), this.clock.today());
    });
  }

  /** Only for a draft. Refuses `score.*` and `class.*` with their rows, and `evaluation.closed`. */
  changeFormula(
    actor: Actor,
    id: string,
    version: number,
    formula: InputOf<typeof evaluationRounds.changeFormula>['body'],
  ) {
    readFormula(formula);
    return this.database.transaction(refOf(actor), async (tx) => {
      await openRound(tx, id);
      await writeRecord(tx, evaluationRoundTable, id, version, formula, (row) => ({
        id: row.id,
        items: row.items,
        capped: row.capped,
        bands: row.bands,
        version: row.version,
      }));
      return roundInFull(tx, actor, await roundById(tx, id), this.clock.today());
    });
  }

  /** The values stay; entering one brings the enterprise back. */
  leaveOut(actor: Actor, id: string, { enterpriseId, reason }: InputOf<typeof evaluationRounds.leaveOut>['body']) {
    return this.database.transaction(refOf(actor), async (tx) => {
      await openRound(tx, id);
      const taking = { roundId: id, enterpriseId, leftOutReason: null };
      const left = await evaluationFirmTable.update(tx, taking, { leftOutReason: reason });
      known(left > 0 ? left : undefined);
      await touchRound(tx, id);
      return { firms: (await firmsOf(tx, id)).length };
    });
  }

  firm(actor: Actor, id: string, enterpriseId: string) {
    return this.database.read(async (rows) => {
      const where = new Where()
        .and(...reaching(actor, ['read', 'Evaluation'], ['evaluation_firm', 'f'], this.clock.today()))
        .and('f.round_id = ?', id)
        .and('f.enterprise_id = ?', enterpriseId);
      known(await rows.one(`SELECT f.id FROM evaluation_firm f ${where.sql}`, where.values));
      const entries = await rows.rows<ValueRow>(
        `SELECT ${VALUE_COLUMNS}
         FROM evaluation_value v
         JOIN evaluation_firm f ON f.id = v.firm_id
         LEFT JOIN app_user u ON u.id = v.entered_by
         ${where.sql}
         ORDER BY v.known_from DESC, v.item`,
        where.values,
      );
      return {
        entries: entries.map(({ id: _id, firmId: _firm, ...entry }) => entry),
      };
    });
  }
}

async function firmsFor(tx: Tx, from: 'previous' | 'with-land' | 'none', year: number): Promise<string[]> {
  if (from === 'none') return [];
  const found = await tx.rows<{ id: string }>(
    from === 'previous'
      ? `
        SELECT f.enterprise_id AS id
        FROM evaluation_firm f
        WHERE f.left_out_reason IS NULL
            AND f.round_id = (SELECT id FROM evaluation_round WHERE year < $1 ORDER BY year DESC LIMIT 1)
      `
      : `
        SELECT DISTINCT c.enterprise_id AS id
        FROM contract c
        WHERE c.status IN ${SIGNED_STATES}
            AND c.status <> 'terminated'
            AND c.kind IN ${COUNTED_KINDS}
            AND c.area_mu > 0
            AND c.signed_on < make_date($1 + 1, 1, 1)
      `,
    [year],
  );
  return found.map(({ id }) => id);
}

import { Inject, Injectable } from '@nestjs/common';
import type { Actual, actuals } from '@crm/api-contract/commitments';
import type { Permission } from '@crm/api-contract/permissions';
import type { InputOf } from '@crm/api-contract/wire';
import { yearOf } from '@crm/domain/days';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import {
  BEGIN_OF_TRANSACTION,
  DATABASE,
  Database,
  computed,
  newId,
  supersede,
  type Rows,
  type Tx,
} from '@crm/platform/db';
import { visibleContracts } from '../contracts/index.js';
import {
  assertReach,
  isSamePerson,
  known,
  listRows,
  mayOnOwned,
  refOf,
  type Actor,
  type Where,
} from '../data-access/index.js';
import { ACTUAL_COLUMNS, ACTUAL_FROM, NOTHING_KNOWN, actualView, pastOf, type ActualRow } from './actuals.store.js';
import { assessContracts } from '../assessments/index.js';
import { actualTable, figureChoiceTable } from './commitment.entity.js';
import { contractOfFigure } from './contract-of-figure.js';
import { askedAbout } from './doubts-to-confirm.js';
import { quantityEntered } from './entered-promise.js';

type Draft = InputOf<typeof actuals.create>['body'];
type Correction = InputOf<typeof actuals.correct>['body'];

/** 实绩 is append-only. A correction keeps the old value. A figure that another person has verified is locked. */
@Injectable()
export class ActualsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof actuals.list>['query']) {
    return this.database.read(async (rows) => {
      const { filter } = query;
      const where = this.visible(actor)
        .given(filter.contractId, 't.contract_id = ?')
        .given(filter.enterpriseId, 'c.enterprise_id = ?')
        .given(filter.projectId, 'c.project_id = ?')
        .given(filter.parkId, 'c.park_id = ?')
        .given(filter.indicator, 't.indicator = ?')
        .given(filter.year, 't.year = ?')
        .given(filter.year_gte, 't.year >= ?')
        .given(filter.year_lte, 't.year <= ?')
        .given(filter.source, 't.source = ?')
        .given(filter.verified, '(t.verified_at IS NOT NULL) = ?')
        .given(filter.importId, 't.import_id = ?');
      where.given(
        filter.disagreeing,
        `(
           t.known_to IS NULL
             AND EXISTS (
               SELECT 1
               FROM actual o
               WHERE o.contract_id = t.contract_id
                   AND o.indicator = t.indicator
                   AND o.year = t.year
                   AND o.known_to IS NULL
                   AND o.value <> t.value
             )
         ) = ?`,
      );
      if (!filter.history) where.and('t.known_to IS NULL');
      const sorts = { ...actualTable.sorts('t', 'year', 'indicator', 'knownFrom'), enterpriseName: 'e.name' };
      const page = await listRows<ActualRow, (typeof query)['sort']>(
        rows,
        { select: ACTUAL_COLUMNS, from: ACTUAL_FROM, where, sorts },
        query,
      );
      return { ...page, data: await this.told(rows, actor, page.data) };
    });
  }

  /**
   * Refuses `actual.asked` until every doubt is confirmed, `actual.ambiguous`, `actual.no-contract`, `actual.exists`,
   * `actual.future`, `quantity.*`, `money.*`.
   */
  create(actor: Actor, input: Draft): Promise<Actual> {
    const { stored, entered: typed } = quantityEntered(input.indicator, input.value, '/value');
    if (input.year > yearOf(this.clock.today())) throw new Refusal('actual.future', { year: input.year }).at('/year');
    return this.database.transaction(refOf(actor), async (tx) => {
      const contractId = await contractOfFigure(tx, actor, input, this.clock.today());
      await assertReach(tx, actor, ['create', 'Actual'], 'contract', contractId, this.clock.today());
      const { confirmed, assertConfirmed } = await askedAbout(
        tx,
        { ...input, contractId, value: stored },
        input.confirmed,
      );
      const id = newId();
      const entered = await actualTable.insert(
        tx,
        {
          id,
          contractId,
          indicator: input.indicator,
          year: input.year,
          value: stored,
          entered: typed,
          source: input.source,
          note: input.note ?? '',
          confirmed,
          enteredBy: actor.userId,
        },
        '(contract_id, indicator, year, source) WHERE known_to IS NULL DO NOTHING',
      );
      if (!entered) throw Refusal.conflict('actual.exists', { year: input.year, indicator: input.indicator });
      assertConfirmed();
      await assessContracts(tx, [contractId], this.clock.today());
      return this.one(tx, actor, id);
    });
  }

  /**
   * The old value is kept as known until now. Refuses `actual.asked` until every doubt is confirmed, `actual.locked`,
   * `actual.superseded`, `actual.unchanged`, `quantity.*`, `money.*`.
   */
  correct(actor: Actor, id: string, input: Correction): Promise<Actual> {
    return this.database.transaction(refOf(actor), (tx) => this.correctIn(tx, actor, id, input));
  }

  /** The same, among other corrections. */
  async correctIn(tx: Tx, actor: Actor, id: string, input: Correction): Promise<Actual> {
    const { value, note, reason } = input;
    const before = await this.open(tx, actor, id, ['correct', 'Actual']);
    const { stored, entered } = quantityEntered(before.indicator, value, '/value');
    if (decimal(before.value).eq(stored)) throw new Refusal('actual.unchanged');
    const { confirmed, assertConfirmed } = await askedAbout(tx, { ...before, value: stored }, input.confirmed);
    assertConfirmed();
    const next = newId();
    const corrected = () => ({
      id: next,
      contractId: before.contractId,
      indicator: before.indicator,
      year: before.year,
      value: stored,
      entered,
      source: before.source,
      note: note ?? before.note,
      confirmed,
      enteredBy: actor.userId,
      correctsId: id,
      correctionReason: reason,
    });
    // The row is locked, and the new verdict has the same instant.
    await supersede(tx, actualTable, { id }, corrected, {}, BEGIN_OF_TRANSACTION);
    await assessContracts(tx, [before.contractId], this.clock.today());
    return this.one(tx, actor, next);
  }

  /** Another person than the one who entered it must verify (`actual.verify-own`). The figure is then locked. */
  verify(actor: Actor, id: string): Promise<Actual> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await this.open(tx, actor, id, ['verify', 'Actual']);
      if (await isSamePerson(tx, actor, before.enteredById)) throw Refusal.forbidden('actual.verify-own');
      await actualTable.update(tx, { id }, { verifiedBy: actor.userId, verifiedAt: computed('now()') });
      await assessContracts(tx, [before.contractId], this.clock.today());
      return this.one(tx, actor, id);
    });
  }

  /**
   * Makes this figure count for its year, although a source of a higher rank has another. The verdict shows the reason.
   * Refuses `actual.counts` and `actual.superseded`.
   */
  choose(actor: Actor, id: string, reason: string): Promise<Actual> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { contractId, indicator, year, knownTo } = await this.locked(tx, actor, id, ['decide', 'Assessment']);
      if (knownTo !== null) throw Refusal.conflict('actual.superseded');
      if ((await this.one(tx, actor, id)).counts) throw Refusal.conflict('actual.counts', { year });
      await supersede(tx, figureChoiceTable, { contractId, indicator, year }, () => ({
        id: newId(),
        actualId: id,
        contractId,
        indicator,
        year,
        reason,
        chosenBy: actor.userId,
      }));
      await assessContracts(tx, [contractId], this.clock.today());
      return this.one(tx, actor, id);
    });
  }

  private visible(actor: Actor): Where {
    return visibleContracts(actor, this.clock.today(), 'c');
  }

  private async one(rows: Rows, actor: Actor, id: string): Promise<Actual> {
    const where = this.visible(actor).and('t.id = ?', id);
    const row = known(
      await rows.one<ActualRow>(`SELECT ${ACTUAL_COLUMNS} FROM ${ACTUAL_FROM} ${where.sql}`, where.values),
    );
    return (await this.told(rows, actor, [row]))[0]!;
  }

  /** The figures as the wire has them: beside others of their contracts, and what the caller may do to each. */
  private async told(rows: Rows, actor: Actor, found: readonly ActualRow[]): Promise<Actual[]> {
    const may = await mayOnOwned(
      rows,
      actor,
      { own: ['correct Actual'], contract: ['create File'] },
      'actual',
      found,
      this.clock.today(),
    );
    const past = await pastOf(rows, [...new Set(found.map((row) => row.contractId))]);
    return found.map((row) => actualView(row, past.get(row.contractId) ?? NOTHING_KNOWN, may(row)));
  }

  /** Locks the figure; a second correction of one value waits and then finds it superseded. */
  private async open(tx: Tx, actor: Actor, id: string, to: Permission): Promise<ActualRow> {
    const row = await this.locked(tx, actor, id, to);
    if (row.knownTo !== null) throw Refusal.conflict('actual.superseded');
    if (row.verifiedAt !== null) throw Refusal.conflict('actual.locked');
    return row;
  }

  private async locked(tx: Tx, actor: Actor, id: string, to: Permission): Promise<ActualRow> {
    const where = this.visible(actor).and('t.id = ?', id);
    const row = known(
      await tx.one<ActualRow>(
        `SELECT ${ACTUAL_COLUMNS} FROM ${ACTUAL_FROM} ${where.sql} FOR UPDATE OF t`,
        where.values,
      ),
    );
    await assertReach(tx, actor, to, 'actual', id, this.clock.today());
    return row;
  }
}

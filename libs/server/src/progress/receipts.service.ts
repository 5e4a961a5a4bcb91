import { Inject, Injectable } from '@nestjs/common';
import type { Receipt, receipts } from '@crm/api-contract/progress';
import type { Permission } from '@crm/api-contract/permissions';
import type { InputOf } from '@crm/api-contract/wire';
import { wasSigned } from '@crm/domain/contracts';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, computed, newId, supersede, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
import { amountOf, assertOwnLife, contractTo } from '../contracts/index.js';
import {
  isSamePerson,
  assertReach,
  ENTRY_COLUMNS,
  ENTRY_JOINS,
  known,
  listRows,
  mayOnOwned,
  refOf,
  shaped,
  type Actor,
  type VerifiedEntry,
} from '../data-access/index.js';
import { within } from './about-contract.js';
import { receiptTable } from './progress.entity.js';

interface ReceiptRow extends ShownOf<typeof receiptTable>, VerifiedEntry {}
const COLUMNS = `${receiptTable.columns('t')}, ${ENTRY_COLUMNS}`;
const FROM = `receipt t ${ENTRY_JOINS}`;

type Entry = InputOf<typeof receipts.create>['body'];

/** 到位资金 is append-only. A correction keeps the old entry. An entry that another person has verified is locked. */
@Injectable()
export class ReceiptsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof receipts.list>['query']) {
    return this.database.read(async (rows) => {
      const { filter } = query;
      const where = within(actor, this.clock.today(), filter)
        .given(filter.kind, 't.kind = ?')
        .given(filter.verified, '(t.verified_at IS NOT NULL) = ?')
        .given(filter.arrivedOn_gte, 't.arrived_on >= ?')
        .given(filter.arrivedOn_lte, 't.arrived_on <= ?');
      if (!filter.history) where.and('t.known_to IS NULL');
      const page = await listRows<ReceiptRow, (typeof query)['sort']>(
        rows,
        {
          select: COLUMNS,
          from: FROM,
          where,
          sorts: receiptTable.sorts('t', 'arrivedOn', 'amountWan', 'knownFrom'),
        },
        query,
      );
      return { ...page, data: await this.told(rows, actor, page.data) };
    });
  }

  /** Refuses `contract.supplement`, `contract.not-signed`, `date.future`, `decimal.positive`, `money.*`. */
  create(actor: Actor, { contractId, ...entry }: Entry): Promise<Receipt> {
    const amount = this.checked(entry);
    if (decimal(amount.wan).isZero()) throw new Refusal('decimal.positive').at('/amount');
    return this.database.transaction(refOf(actor), async (tx) => {
      const contract = await contractTo(['create', 'Receipt'], tx, actor, contractId, this.clock.today());
      assertOwnLife(contract);
      if (!wasSigned(contract.status)) throw Refusal.conflict('contract.not-signed', { status: contract.status });
      const id = newId();
      await receiptTable.insert(tx, {
        id,
        contractId,
        kind: entry.kind,
        arrivedOn: entry.arrivedOn,
        amountWan: amount.wan,
        entered: amount.entered,
        note: entry.note ?? '',
        enteredBy: actor.userId,
      });
      return this.one(tx, actor, id);
    });
  }

  /**
   * The old entry is kept as known until now; an amount of 0 means that nothing arrived. Refuses `receipt.locked`,
   * `receipt.superseded`, `receipt.unchanged`.
   */
  correct(actor: Actor, id: string, { reason, ...entry }: InputOf<typeof receipts.correct>['body']): Promise<Receipt> {
    const amount = this.checked(entry);
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await this.open(tx, actor, id, ['correct', 'Receipt']);
      if (
        decimal(before.amountWan).eq(amount.wan) &&
        before.arrivedOn === entry.arrivedOn &&
        before.kind === entry.kind &&
        (entry.note ?? before.note) === before.note
      )
        throw new Refusal('receipt.unchanged');
      const next = newId();
      await supersede(tx, receiptTable, { id }, () => ({
        id: next,
        contractId: before.contractId,
        kind: entry.kind,
        arrivedOn: entry.arrivedOn,
        amountWan: amount.wan,
        entered: amount.entered,
        note: entry.note ?? before.note,
        enteredBy: actor.userId,
        correctsId: id,
        correctionReason: reason,
      }));
      return this.one(tx, actor, next);
    });
  }

  /** Another person than the one who entered it must verify (`receipt.verify-own`). The entry is then locked. */
  verify(actor: Actor, id: string): Promise<Receipt> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await this.open(tx, actor, id, ['verify', 'Receipt']);
      if (await isSamePerson(tx, actor, before.enteredById)) throw Refusal.forbidden('receipt.verify-own');
      await receiptTable.update(tx, { id }, { verifiedBy: actor.userId, verifiedAt: computed('now()') });
      return this.one(tx, actor, id);
    });
  }

  private checked({ amount, arrivedOn }: Pick<Entry, 'amount' | 'arrivedOn'>) {
    if (arrivedOn > this.clock.today())
      throw new Refusal('date.future', { today: this.clock.today() }).at('/arrivedOn');
    return amountOf(amount, '/amount');
  }

  private async one(rows: Rows, actor: Actor, id: string): Promise<Receipt> {
    return (await this.told(rows, actor, [await this.row(rows, actor, id)]))[0]!;
  }

  /** The entries as the wire has them, with what the caller may do to each. */
  private async told(rows: Rows, actor: Actor, found: readonly ReceiptRow[]): Promise<Receipt[]> {
    const may = await mayOnOwned(
      rows,
      actor,
      { own: ['correct Receipt'], contract: ['create File'] },
      'receipt',
      found,
      this.clock.today(),
    );
    return found.map((row) => shaped<Receipt>()({ ...row, locked: row.verifiedAt !== null, may: may(row) }));
  }

  private async row(rows: Rows, actor: Actor, id: string, lock = ''): Promise<ReceiptRow> {
    const where = within(actor, this.clock.today()).and('t.id = ?', id);
    return known(await rows.one<ReceiptRow>(`SELECT ${COLUMNS} FROM ${FROM} ${where.sql} ${lock}`, where.values));
  }

  /** Locks the entry; a second correction of one waits and then finds it superseded. */
  private async open(tx: Tx, actor: Actor, id: string, to: Permission): Promise<ReceiptRow> {
    const row = await this.row(tx, actor, id, 'FOR UPDATE OF t');
    await assertReach(tx, actor, to, 'receipt', id, this.clock.today());
    if (row.knownTo !== null) throw Refusal.conflict('receipt.superseded');
    if (row.verifiedAt !== null) throw Refusal.conflict('receipt.locked');
    return row;
  }
}

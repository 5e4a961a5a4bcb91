import { Inject, Injectable } from '@nestjs/common';
import type { Receipt, receipts } from '@crm/api-contract/progress';
import type { InputOf } from '@crm/api-contract/wire';
import { wasSigned } from '@crm/domain/contracts';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows, type Tx } from '@crm/platform/db';
import { amountOf, assertOwnLife, contractById } from '../contracts/index.js';
import { dueHasChanged } from '../due/index.js';
import {
  ENTRY_COLUMNS,
  ENTRY_JOINS,
  entryView,
  exact,
  known,
  listRows,
  refOf,
  type Actor,
  type VerifiedEntryRow,
} from '../data-access/index.js';
import { within } from './about-contract.js';

interface ReceiptRow extends VerifiedEntryRow {
  id: string;
  contract_id: string;
  contract_number: string;
  enterprise_id: string;
  enterprise_name: string;
  project_id: string;
  project_name: string;
  kind: Receipt['kind'];
  arrived_on: string;
  amount_wan: string;
}
const COLUMNS = `
  t.id, t.contract_id, c.number AS contract_number, c.enterprise_id, e.name AS enterprise_name, c.project_id,
  j.name AS project_name, t.kind, t.arrived_on, t.amount_wan, ${ENTRY_COLUMNS}
`;
const FROM = `
  receipt t
  JOIN contract c ON c.id = t.contract_id
  JOIN enterprise e ON e.id = c.enterprise_id
  JOIN investment_project j ON j.id = c.project_id
  ${ENTRY_JOINS}
`;

type Entry = InputOf<typeof receipts.create>['body'];

/** 到位资金: only ever added to. A correction keeps the old entry; what another person has verified is locked. */
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
          sorts: { arrivedOn: 't.arrived_on', amountWan: 't.amount_wan', knownFrom: 't.known_from' },
        },
        query,
      );
      return { ...page, data: page.data.map(view) };
    });
  }

  /** Refuses `contract.supplement`, `contract.not-signed`, `date.future`, `decimal.positive`, `money.*`. */
  create(actor: Actor, { contractId, ...entry }: Entry): Promise<Receipt> {
    const amount = this.checked(entry);
    if (decimal(amount.wan).isZero()) throw new Refusal('decimal.positive').at('/amount');
    return this.database.transaction(refOf(actor), async (tx) => {
      const contract = known(await contractById(tx, actor, contractId, this.clock.today()));
      assertOwnLife(contract);
      if (!wasSigned(contract.status)) throw Refusal.conflict('contract.not-signed', { status: contract.status });
      const id = newId();
      await tx.run(
        `INSERT INTO receipt (id, contract_id, kind, arrived_on, amount_wan, entered, note, entered_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, contractId, entry.kind, entry.arrivedOn, amount.wan, amount.entered, entry.note ?? '', actor.userId],
      );
      await dueHasChanged(tx);
      return this.one(tx, actor, id);
    });
  }

  /**
   * The old entry was known until now; 0 says that nothing arrived. Refuses `receipt.locked`, `receipt.superseded`,
   * `receipt.unchanged`.
   */
  correct(actor: Actor, id: string, { reason, ...entry }: InputOf<typeof receipts.correct>['body']): Promise<Receipt> {
    const amount = this.checked(entry);
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await this.open(tx, actor, id);
      if (
        decimal(before.amount_wan).eq(amount.wan) &&
        before.arrived_on === entry.arrivedOn &&
        before.kind === entry.kind &&
        (entry.note ?? before.note) === before.note
      )
        throw new Refusal('receipt.unchanged');
      await tx.run('UPDATE receipt SET known_to = now() WHERE id = $1', [id]);
      const next = newId();
      await tx.run(
        `INSERT INTO receipt (
           id, contract_id, kind, arrived_on, amount_wan, entered, note, entered_by, corrects_id, correction_reason
         )
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          next,
          before.contract_id,
          entry.kind,
          entry.arrivedOn,
          amount.wan,
          amount.entered,
          entry.note ?? before.note,
          actor.userId,
          id,
          reason,
        ],
      );
      await dueHasChanged(tx);
      return this.one(tx, actor, next);
    });
  }

  /** By another person than who entered it (`receipt.verify-own`); from then on locked. */
  verify(actor: Actor, id: string): Promise<Receipt> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await this.open(tx, actor, id);
      if (before.entered_by === actor.userId) throw Refusal.forbidden('receipt.verify-own');
      await tx.run('UPDATE receipt SET verified_by = $2, verified_at = now() WHERE id = $1', [id, actor.userId]);
      return this.one(tx, actor, id);
    });
  }

  private checked({ amount, arrivedOn }: Pick<Entry, 'amount' | 'arrivedOn'>) {
    if (arrivedOn > this.clock.today())
      throw new Refusal('date.future', { today: this.clock.today() }).at('/arrivedOn');
    return amountOf(amount, '/amount');
  }

  private async one(rows: Rows, actor: Actor, id: string): Promise<Receipt> {
    return view(await this.row(rows, actor, id));
  }

  private async row(rows: Rows, actor: Actor, id: string, lock = ''): Promise<ReceiptRow> {
    const where = within(actor, this.clock.today()).and('t.id = ?', id);
    return known(await rows.one<ReceiptRow>(`SELECT ${COLUMNS} FROM ${FROM} ${where.sql} ${lock}`, where.values));
  }

  /** Locks the entry; a second correction of one waits and then finds it superseded. */
  private async open(tx: Tx, actor: Actor, id: string): Promise<ReceiptRow> {
    const row = await this.row(tx, actor, id, 'FOR UPDATE OF t');
    if (row.known_to !== null) throw Refusal.conflict('receipt.superseded');
    if (row.verified_at !== null) throw Refusal.conflict('receipt.locked');
    return row;
  }
}

const view = (row: ReceiptRow): Receipt => ({
  id: row.id,
  contractId: row.contract_id,
  contractNumber: row.contract_number,
  enterpriseId: row.enterprise_id,
  enterpriseName: row.enterprise_name,
  projectId: row.project_id,
  projectName: row.project_name,
  kind: row.kind,
  arrivedOn: row.arrived_on,
  amountWan: exact(row.amount_wan),
  ...entryView(row),
});

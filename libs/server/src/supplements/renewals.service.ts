import { Inject, Injectable } from '@nestjs/common';
import type { Contract, PromiseIn } from '@crm/api-contract/contracts';
import type { supplements } from '@crm/api-contract/supplements';
import type { InputOf } from '@crm/api-contract/wire';
import { addDays } from '@crm/domain/days';
import { Refusal } from '@crm/domain/refusal';
import { assertRenewable } from '@crm/domain/supplements';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type ShownOf, type Tx } from '@crm/platform/db';
import {
  ContractsService,
  PROMISES,
  Promises,
  contractTable,
  insertParcels,
  measured,
  nextNumber,
} from '../contracts/index.js';
import { carryClauses } from '../decisions/index.js';
import { assertReach, known, refOf, type Actor } from '../data-access/index.js';
import { termOf } from './change-contract.js';

/**
 * 续签: a draft that will replace a contract, with everything in force in it. It has the same enterprise, project and
 * kind, but is no duplicate.
 */
@Injectable()
export class RenewalsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PROMISES) private readonly promises: Promises,
    private readonly contracts: ContractsService,
  ) {}

  /**
   * Refuses `contract.not-signed`, `contract.parent`, `contract.renewed` (it already has a renewal) and `period.order`.
   * The new term begins the day after the old one.
   */
  renew(actor: Actor, id: string, { termFrom, termTo }: InputOf<typeof supplements.renew>['body']): Promise<Contract> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await tx.run('SELECT id FROM contract WHERE id = $1 FOR NO KEY UPDATE', [id]);
      const before = await this.contracts.inFull(tx, actor, id);
      await assertReach(tx, actor, ['update', 'Contract'], 'contract', id, this.clock.today());
      assertRenewable(before);
      if (before.renewedBy)
        throw Refusal.conflict('contract.renewed', {
          contractId: before.renewedBy.id,
          number: before.renewedBy.number,
        });
      const renewal = newId();
      const from = termFrom ?? (before.termTo && addDays(before.termTo, 1));
      termOf({ termFrom: from, termTo: null }, { termTo: termTo ?? null });
      await contractTable.insert(tx, {
        ...carriedOver(known(await contractTable.one(tx, { id }))),
        id: renewal,
        number: await nextNumber(tx, this.clock.today()),
        renewsId: id,
        termFrom: from,
        termTo: termTo ?? null,
        createdBy: actor.userId,
      });
      await this.carryOver(tx, actor, before, renewal);
      return this.contracts.inFull(tx, actor, renewal);
    });
  }

  private async carryOver(tx: Tx, actor: Actor, before: Contract, renewal: string): Promise<void> {
    const land = before.parcels.map(({ code, phase, basis, entered }) => ({
      ...(code ? { code } : {}),
      ...(phase ? { phase } : {}),
      basis,
      area: { value: entered.value, unit: entered.unit as 'mu' },
    }));
    await insertParcels(tx, actor, renewal, measured(land));
    await this.promises.enter(tx, actor, renewal, before.commitments.map(asPromised), '/commitments');
    await carryClauses(tx, actor, before.id, renewal);
  }
}

const asPromised = (promise: Contract['commitments'][number]): PromiseIn => ({
  indicator: promise.indicator,
  ...(promise.master === 'per-mu'
    ? { perMuWan: promise.perMuWan as string }
    : { total: { value: promise.total, unit: promise.unit } }),
  fromYear: promise.fromYear,
  dueOn: promise.dueOn,
  lastYear: promise.lastYear,
  ramp: promise.ramp,
  tolerancePercent: promise.toleranceByClause ? promise.tolerancePercent : null,
  clause: promise.clause,
  ...(promise.measuredBy ? { measuredBy: promise.measuredBy } : {}),
});

/** The values that a renewal copies from its contract. */
const carriedOver = ({
  kind,
  enterpriseId,
  projectId,
  parkId,
  industryId,
  amountWan,
  amountEntered,
  areaMu,
  landFree,
  channel,
  handlerName,
  officerId,
  fullProductionYear,
  fullProductionOn,
  energyTce,
  rdPercent,
}: ShownOf<typeof contractTable>) => ({
  kind,
  enterpriseId,
  projectId,
  parkId,
  industryId,
  amountWan,
  amountEntered,
  areaMu,
  landFree,
  channel,
  handlerName,
  officerId,
  firstContactOn: null,
  fullProductionYear,
  fullProductionOn,
  energyTce,
  rdPercent,
});

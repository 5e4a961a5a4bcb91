import { Inject, Injectable } from '@nestjs/common';
import type { Supplement, SupplementPreview, supplements } from '@crm/api-contract/supplements';
import type { InputOf } from '@crm/api-contract/wire';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { assertAmendable, differences } from '@crm/domain/supplements';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, trial, tried, type Tx } from '@crm/platform/db';
import { ApprovalsService } from '../approvals/index.js';
import {
  ContractsService,
  PROMISES,
  Promises,
  amountOf,
  asAsked,
  contractTable,
  contractTurn,
} from '../contracts/index.js';
import { clauseFactsOf } from '../decisions/index.js';
import { assertReach, StaleRecord, refOf, type Actor } from '../data-access/index.js';
import { changeContract } from './change-contract.js';
import { contractFacts, movedVerdicts, standingOf } from './contract-facts.js';
import { NOTHING_OF_ITS_OWN, inheritedFrom } from './supplement-paper.js';
import { contractAmendmentTable, type Changes } from './supplement.entity.js';
import { fieldsSince, nextNumber, supplementById, supplementsOf } from './supplements.store.js';
import { asked, belowIn, type Standing } from './amended-contract.js';

type Input = InputOf<typeof supplements.create>['body'];

/**
 * 补充协议 and 增资: once approved, the only way to change signed values. Before and after are stored, and the consequences
 * are computed in the same transaction.
 */
@Injectable()
export class SupplementsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PROMISES) private readonly promises: Promises,
    private readonly contracts: ContractsService,
    private readonly approvals: ApprovalsService,
  ) {
    const withdrawn = (tx: Tx, id: string) => this.withdraw(tx, id);
    approvals.handle('supplement', {
      granted: (tx, actor, { subjectId }) => this.apply(tx, actor, subjectId),
      returned: (tx, _actor, { subjectId }) => withdrawn(tx, subjectId),
      revoked: (tx, _actor, { subjectId }) => withdrawn(tx, subjectId),
    });
  }

  list(actor: Actor, contractId: string): Promise<{ data: Supplement[] }> {
    return this.database.read(async (rows) => {
      await this.contracts.inFull(rows, actor, contractId);
      return { data: await supplementsOf(rows, contractId) };
    });
  }

  /**
   * Runs the same verbs as the real change, in a transaction that is rolled back. So it shows exactly what would
   * happen.
   */
  preview(actor: Actor, contractId: string, changes: Changes): Promise<SupplementPreview> {
    return trial(this.database, refOf(actor), async (tx) => {
      const before = await this.locked(tx, actor, contractId);
      await this.assertReach(tx, actor, contractId);
      const after = await this.changed(tx, actor, before, changes, '');
      const [was, is] = [before.contract, after.contract];
      return {
        contractId,
        version: was.version,
        number: await nextNumber(tx, was),
        lines: differences(before.facts, asked(after, changes)),
        verdicts: movedVerdicts(standingOf(was), standingOf(is)),
        belowStandard: belowIn(is),
      };
    });
  }

  /**
   * Requests the supplement. It takes effect when approved, or at once if the policy needs no approval. Refuses an
   * outdated version (412, with the facts amended since), `supplement.open`, and everything that the changes refuse:
   * they are tried before anybody must approve them.
   */
  create(
    actor: Actor,
    contractId: string,
    version: number,
    { number, signedOn, reason, ...changes }: Input,
  ): Promise<Supplement> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await this.locked(tx, actor, contractId);
      await this.assertReach(tx, actor, contractId);
      const parent = before.contract;
      if (parent.version !== version) throw new StaleRecord(parent, await fieldsSince(tx, contractId, version));
      if (await contractAmendmentTable.one(tx, { contractId, state: 'pending' }))
        throw Refusal.conflict('supplement.open');
      if (signedOn > this.clock.today())
        throw new Refusal('date.future', { today: this.clock.today() }).at('/signedOn');
      if (signedOn < (parent.signedOn as string))
        throw new Refusal('date.before-signing', { signedOn: parent.signedOn as string }).at('/signedOn');
      const after = await tried(tx, () => this.changed(tx, actor, before, changes, reason));
      const amount = changes.increase ? amountOf(changes.increase, '/increase') : null;
      const id = newId();
      const own = number ?? (await nextNumber(tx, parent));
      await contractTable.insert(tx, {
        ...NOTHING_OF_ITS_OWN,
        ...(await inheritedFrom(tx, contractId)),
        id,
        number: own,
        status: 'in-review',
        signedOn,
        amountWan: amount?.wan ?? null,
        amountEntered: amount?.entered ?? null,
        note: reason,
        createdBy: actor.userId,
      });
      // A person who opened the contract before this request gets a conflict with the requested changes.
      await contractTable.update(tx, { id: contractId }, {});
      const facts = asked(after, changes);
      await contractAmendmentTable.insert(tx, {
        id,
        contractId,
        state: 'pending',
        reason,
        changes,
        before: before.facts,
        after: facts,
        parentVersion: version + 1,
        askedBy: actor.userId,
      });
      const lines = differences(before.facts, facts);
      await this.approvals.request(tx, actor, {
        kind: 'supplement',
        subjectId: id,
        contractId,
        title: { number: own, contractNumber: parent.number, changes: lines.length },
        amountWan: amount?.wan ?? null,
        belowStandard: belowIn(after.contract).length > 0,
        payload: {
          reason,
          signedOn,
          lines: lines.map(({ field, before: was, after: is }) => ({ field, before: was, after: is })),
          promises: after.contract.commitments.map(asAsked),
        },
      });
      return supplementById(tx, id);
    });
  }

  /** Brings an approved supplement into force, in the caller's transaction, on the contract as it is now. */
  async apply(tx: Tx, actor: Actor, supplementId: string): Promise<void> {
    const waiting = await contractAmendmentTable.one(tx, { id: supplementId, state: 'pending' }, 'FOR UPDATE');
    if (!waiting) throw Refusal.absent('record.absent');
    const before = await this.locked(tx, actor, waiting.contractId);
    await contractTable.update(tx, { id: supplementId }, { status: 'signed', signedBy: actor.userId });
    const after = await this.changed(tx, actor, before, waiting.changes, waiting.reason);
    await contractAmendmentTable.update(
      tx,
      { id: supplementId },
      {
        state: 'in-force',
        inForceFrom: before.at,
        before: before.facts,
        after: after.facts,
        parentVersion: after.contract.version,
      },
    );
  }

  /** Returned or withdrawn: nothing was changed, and the document becomes void. */
  private async withdraw(tx: Tx, supplementId: string): Promise<void> {
    await contractAmendmentTable.update(tx, { id: supplementId, state: 'pending' }, { state: 'withdrawn' });
    await contractTable.update(tx, { id: supplementId, status: 'in-review' }, { status: 'void' });
  }

  /** Two amendments of one contract run one after the other; the second sees the result of the first. */
  async locked(tx: Tx, actor: Actor, contractId: string): Promise<Standing> {
    const standing = await this.standing(tx, actor, contractId, await contractTurn(tx, contractId));
    assertAmendable(standing.contract);
    return standing;
  }

  private assertReach(tx: Tx, actor: Actor, contractId: string): Promise<void> {
    return assertReach(tx, actor, ['update', 'Contract'], 'contract', contractId, this.clock.today());
  }

  /**
   * Changes the contract and computes the consequences. `approver`: who approved a value below the standard; null for a
   * supplement that was signed long ago and is only recorded.
   */
  async changed(
    tx: Tx,
    actor: Actor,
    { contract, facts, at }: Standing,
    changes: Changes,
    reason: string,
    approver: string | null = actor.userId,
  ): Promise<Standing> {
    if (changes.increase && decimal(amountOf(changes.increase, '/increase').wan).isZero())
      throw new Refusal('decimal.positive').at('/increase/value');
    await changeContract(tx, actor, contract, changes, { reason, at, approver });
    await this.promises.changed(tx, [contract.id]);
    const after = await this.standing(tx, actor, contract.id, at);
    if (!changes.increase && differences(facts, after.facts).length === 0) throw new Refusal('supplement.nothing');
    return after;
  }

  private async standing(tx: Tx, actor: Actor, contractId: string, at: string): Promise<Standing> {
    const contract = await this.contracts.inFull(tx, actor, contractId);
    return { at, contract, facts: { ...contractFacts(contract), ...(await clauseFactsOf(tx, contractId)) } };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Contract, contracts } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { contractKindRules, contractLifecycle, wasSigned } from '@crm/domain/contracts';
import { move } from '@crm/domain/lifecycle';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { indicators } from '@crm/domain/standards';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Tx } from '@crm/platform/db';
import { ApprovalsService } from '../approvals/index.js';
import { refOf, type Actor } from '../data-access/index.js';
import { assertChecked } from './checklist.service.js';
import { ContractsService } from './contracts.service.js';
import { contractStandardTable, supportPaymentTable } from './contract.entity.js';
import { contractTo, standardsAt } from './contracts.store.js';
import { amountOf, assertOwnLife } from './draft-contract.js';
import { PROMISES, Promises, type KeptStandards } from './promises.js';
import { assertApproved, grantedFor } from './review-contract.service.js';
import { writeContract } from './write-contract.js';

/** Signs a contract, and records the support paid under it. */
@Injectable()
export class SignContractService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PROMISES) private readonly promises: Promises,
    private readonly contracts: ContractsService,
    private readonly approvals: ApprovalsService,
  ) {}

  /**
   * Stores the standard in force on the signing day with the contract. Signs an approved contract, or a draft if the
   * policy needs no approval. Refuses `contract.supplement`, `contract.signed`, `contract.in-review`,
   * `contract.approval-needed`, `approval.own`, `date.future` and `contract.no-commitment`. Refuses
   * `commitment.below-standard` without a reason. For a draft signed directly: `checklist.incomplete` and
   * `checklist.fair-competition`.
   */
  sign(
    actor: Actor,
    id: string,
    version: number,
    { signedOn, belowStandardReason }: InputOf<typeof contracts.sign>['body'],
  ): Promise<Contract> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const draft = await contractTo(['sign', 'Contract'], tx, actor, id, this.clock.today());
      assertOwnLife(draft);
      if (wasSigned(draft.status)) throw Refusal.conflict('contract.signed', { status: draft.status });
      // If no approval is needed, the signature is also the review, so it takes both steps of the table.
      const status = move(
        contractLifecycle,
        draft.status === 'draft' ? move(contractLifecycle, 'draft', 'in-review') : draft.status,
        'signed',
      );
      if (signedOn > this.clock.today())
        throw new Refusal('date.future', { today: this.clock.today() }).at('/signedOn');
      const standards = await standardsAt(tx, draft.parkId, draft.industryId, signedOn);
      const granted = await grantedFor(tx, this.approvals, draft, belowStandardReason?.trim() || null);
      const promised = (await this.promises.on(tx, [id])).get(id) ?? [];
      if (contractKindRules[draft.kind].carriesCommitments && promised.length === 0)
        throw new Refusal('contract.no-commitment');
      const below = await this.promises.maySign(tx, id, standards, granted.reason);
      // A submitted contract was checked at submission.
      if (draft.status === 'draft') await assertChecked(tx, draft);
      await assertApproved(tx, this.approvals, actor, draft, promised, below, granted);
      await writeContract(tx, id, version, {
        status,
        signedOn,
        signedBy: actor.userId,
        belowStandard: below,
        belowStandardReason: below ? granted.reason : null,
        belowStandardApprovedBy: below ? (granted.approval?.closedBy ?? actor.userId) : null,
      });
      await keepStandards(tx, [{ contractId: id, standards }]);
      await this.promises.changed(tx, [id]);
      return this.contracts.inFull(tx, actor, id);
    });
  }

  /** Support paid, the basis of a pro-rata claw-back; amounts are added, never overwritten. */
  paySupport(
    actor: Actor,
    id: string,
    { paid, paidOn, note }: InputOf<typeof contracts.paySupport>['body'],
  ): Promise<Contract> {
    const amount = amountOf(paid, '/paid');
    if (decimal(amount.wan).isZero()) throw new Refusal('decimal.positive').at('/paid');
    if (paidOn > this.clock.today()) throw new Refusal('date.future', { today: this.clock.today() }).at('/paidOn');
    return this.database.transaction(refOf(actor), async (tx) => {
      const contract = await contractTo(['decide', 'Contract'], tx, actor, id, this.clock.today());
      assertOwnLife(contract);
      if (!wasSigned(contract.status)) throw Refusal.conflict('contract.not-signed', { status: contract.status });
      await supportPaymentTable.insert(tx, {
        id: newId(),
        contractId: id,
        paidWan: amount.wan,
        entered: amount.entered,
        paidOn,
        note: note ?? '',
        enteredBy: actor.userId,
      });
      await this.promises.changed(tx, [id]);
      return this.contracts.inFull(tx, actor, id);
    });
  }
}

/** Stored with its values. A later version of a standard never changes a signed contract. */
export function keepStandards(
  tx: Tx,
  contracts: readonly { contractId: string; standards: KeptStandards }[],
): Promise<number> {
  return contractStandardTable.insertMany(
    tx,
    contracts.flatMap(({ contractId, standards }) => standardRows(contractId, standards)),
  );
}

export const standardRows = (contractId: string, standards: KeptStandards) =>
  indicators.flatMap((indicator) => {
    const standard = standards[indicator];
    return standard ? [{ contractId, indicator, standardId: standard.standardId, perMuWan: standard.perMuWan }] : [];
  });

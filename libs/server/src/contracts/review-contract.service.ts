import { Inject, Injectable } from '@nestjs/common';
import { can } from '@crm/api-contract/access';
import type { Contract, ContractPromise, contracts } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { contractKindRules, contractLifecycle, signingStep } from '@crm/domain/contracts';
import { move } from '@crm/domain/lifecycle';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Tx } from '@crm/platform/db';
import { ApprovalsService, type ApprovalRecord } from '../approvals/index.js';
import { isSamePerson, known, refOf, type Actor } from '../data-access/index.js';
import { assertChecked } from './checklist.service.js';
import { ContractsService } from './contracts.service.js';
import { contractTable } from './contract.entity.js';
import type { ContractRecord } from './contract.view.js';
import { contractTo, standardsAt } from './contracts.store.js';
import { assertDraft, assertOwnLife } from './draft-contract.js';
import { PROMISES, Promises } from './promises.js';
import { SIGNING, amountOfSigning } from './signing-step.js';
import { writeContract } from './write-contract.js';

/** 送审: a draft is locked while its approval is pending, and becomes a draft again when it is returned. */
@Injectable()
export class ReviewContractService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PROMISES) private readonly promises: Promises,
    private readonly contracts: ContractsService,
    private readonly approvals: ApprovalsService,
  ) {
    // If granted, it stays locked and waits for the signature; otherwise the drafter can edit it again.
    approvals.handle(SIGNING, {
      granted: async () => undefined,
      returned: (tx, _actor, { subjectId }) => backToDraft(tx, subjectId),
      revoked: (tx, _actor, { subjectId }) => backToDraft(tx, subjectId),
    });
  }

  /**
   * Requests approval of exactly this draft. Refuses `contract.supplement`, `contract.signed`, `contract.in-review`,
   * `contract.no-commitment`, `checklist.incomplete` and `checklist.fair-competition`. Refuses
   * `commitment.below-standard` if a promise is below the standard in force today and no reason is given.
   */
  submit(
    actor: Actor,
    id: string,
    version: number,
    { belowStandardReason }: InputOf<typeof contracts.submit>['body'],
  ): Promise<Contract> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const draft = await contractTo(['update', 'Contract'], tx, actor, id, this.clock.today());
      assertOwnLife(draft);
      assertDraft(draft);
      const promised = (await this.promises.on(tx, [id])).get(id) ?? [];
      if (contractKindRules[draft.kind].carriesCommitments && promised.length === 0)
        throw new Refusal('contract.no-commitment');
      const reason = belowStandardReason?.trim() || null;
      const below = await this.promises.maySign(
        tx,
        id,
        await standardsAt(tx, draft.parkId, draft.industryId, this.clock.today()),
        reason,
      );
      await assertChecked(tx, draft);
      await writeContract(tx, id, version, { status: move(contractLifecycle, draft.status, 'in-review') });
      await this.approvals.request(tx, actor, {
        kind: SIGNING,
        subjectId: id,
        contractId: id,
        title: {
          contractNumber: draft.number,
          projectName: draft.projectName,
          enterpriseName: draft.enterpriseName,
          contractKind: draft.kind,
        },
        amountWan: amountOfSigning(draft, promised),
        belowStandard: below,
        payload: {
          belowStandardReason: below ? reason : null,
          areaMu: draft.areaMu,
          promises: promised.map(asAsked),
        },
      });
      return this.contracts.inFull(tx, actor, id);
    });
  }

  /**
   * Back to the draft, by the requester or an approver. After the approval too: a changed draft needs a new approval.
   * Refuses `contract.supplement`, `contract.not-in-review`, `approval.not-yours`.
   */
  withdraw(actor: Actor, id: string, version: number): Promise<Contract> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const contract = await contractTo(['update', 'Contract'], tx, actor, id, this.clock.today());
      assertOwnLife(contract);
      if (contract.status !== 'in-review')
        throw Refusal.conflict('contract.not-in-review', { status: contract.status });
      const asked = known(await this.approvals.latestOf(tx, SIGNING, id));
      if (!can(actor, 'approve', 'Contract') && !(await isSamePerson(tx, actor, asked.requestedBy)))
        throw Refusal.forbidden('approval.not-yours');
      if (asked.state === 'pending' || asked.state === 'granted') await this.approvals.withdraw(tx, actor, asked.id);
      await writeContract(tx, id, version, { status: move(contractLifecycle, contract.status, 'draft') });
      return this.contracts.inFull(tx, actor, id);
    });
  }
}

/** The case that allows the signature, or null if the policy needs none. */
export interface Granted {
  readonly approval: ApprovalRecord | null;
  readonly reason: string | null;
}

/** Refuses `contract.in-review` (conflict): the approval is not granted yet. */
export async function grantedFor(
  tx: Tx,
  approvals: ApprovalsService,
  draft: Pick<ContractRecord, 'id' | 'status'>,
  reason: string | null,
): Promise<Granted> {
  if (draft.status !== 'in-review') return { approval: null, reason };
  const approval = (await approvals.latestOf(tx, SIGNING, draft.id)) ?? null;
  if (approval?.state !== 'granted') throw Refusal.conflict('contract.in-review');
  const asked = approval.payload.belowStandardReason;
  return { approval, reason: typeof asked === 'string' ? asked : reason };
}

/**
 * Whether it may be signed. Refuses `contract.approval-needed` (conflict) in two cases: levels are needed and none was
 * granted; or the standard of the signing day puts a promise below it that nobody approved. Refuses `approval.own`:
 * without an approval, the drafter may not sign.
 */
export async function assertApproved(
  tx: Tx,
  approvals: ApprovalsService,
  actor: Actor,
  draft: ContractRecord,
  promised: readonly ContractPromise[],
  below: boolean,
  { approval }: Granted,
): Promise<void> {
  const levels = await approvals.levelsFor(tx, {
    kind: SIGNING,
    amountWan: amountOfSigning(draft, promised),
    belowStandard: below,
  });
  const next = signingStep({ levels, below, own: await isSamePerson(tx, actor, draft.createdBy), approval });
  if (next === 'approve') throw Refusal.conflict('contract.approval-needed', { levels });
  if (next === 'another') throw Refusal.forbidden('approval.own');
}

/** A commitment as the approver sees it, as it was when the approval was requested. */
export const asAsked = (promise: ContractPromise) => ({
  indicator: promise.indicator,
  perMuWan: promise.perMuWan,
  totalWan: promise.totalWan,
  standardPerMuWan: promise.standardPerMuWan,
  percentOfStandard: promise.percentOfStandard,
  belowStandard: promise.belowStandard,
});

const backToDraft = async (tx: Tx, id: string): Promise<void> => {
  await contractTable.update(tx, { id, status: 'in-review' }, { status: 'draft' });
};

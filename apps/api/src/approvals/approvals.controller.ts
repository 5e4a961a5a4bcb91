import { Controller } from '@nestjs/common';
import { approvalPolicies, approvals } from '@crm/api-contract/approvals';
import type { InputOf } from '@crm/api-contract/wire';
import { ApprovalInboxService, ApprovalsService, PoliciesService } from '@crm/server/approvals';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class ApprovalsController {
  constructor(
    private readonly approvals: ApprovalsService,
    private readonly inbox: ApprovalInboxService,
    private readonly policies: PoliciesService,
  ) {}

  @Route(approvals.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof approvals.list>) {
    return this.inbox.list(actor, query);
  }

  @Route(approvals.counts)
  counts(@Who() actor: Actor) {
    return this.inbox.counts(actor);
  }

  @Route(approvals.signers)
  signers(@Who() actor: Actor) {
    return this.inbox.signers(actor);
  }

  @Route(approvals.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof approvals.one>) {
    return this.inbox.one(actor, params.id);
  }

  @Route(approvals.approve)
  approve(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof approvals.approve>,
    @IfMatch() version: number,
  ) {
    return this.approvals.approve(actor, params.id, version, body.note ?? '');
  }

  @Route(approvals.return)
  return(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof approvals.return>, @IfMatch() version: number) {
    return this.approvals.return(actor, params.id, version, body.reason);
  }

  @Route(approvals.addSigner)
  addSigner(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof approvals.addSigner>,
    @IfMatch() version: number,
  ) {
    return this.approvals.addSigner(actor, params.id, version, body);
  }

  @Route(approvals.revoke)
  revoke(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof approvals.revoke>, @IfMatch() version: number) {
    return this.approvals.revoke(actor, params.id, version, body.reason ?? null);
  }

  @Route(approvalPolicies.list)
  policyList(@Who() actor: Actor) {
    return this.policies.list(actor);
  }

  @Route(approvalPolicies.replace)
  replacePolicy(
    @Who() actor: Actor,
    @Input() { body }: InputOf<typeof approvalPolicies.replace>,
    @IfMatch() version: number,
  ) {
    return this.policies.replace(actor, version, body);
  }
}

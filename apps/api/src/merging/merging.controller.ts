import { Controller } from '@nestjs/common';
import { enterpriseDistinctions, enterpriseMerges } from '@crm/api-contract/merging';
import type { InputOf } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import { DistinctionsService, MergingService } from '@crm/server/merging';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class MergingController {
  constructor(
    private readonly merging: MergingService,
    private readonly distinctions: DistinctionsService,
  ) {}

  @Route(enterpriseMerges.candidates)
  candidates() {
    return this.merging.candidates();
  }

  @Route(enterpriseMerges.preview)
  preview(@Who() actor: Actor, @Input() { body }: InputOf<typeof enterpriseMerges.preview>) {
    return this.merging.preview(actor, body);
  }

  @Route(enterpriseMerges.create)
  merge(@Who() actor: Actor, @Input() { body }: InputOf<typeof enterpriseMerges.create>) {
    return this.merging.merge(actor, body);
  }

  @Route(enterpriseMerges.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof enterpriseMerges.one>) {
    return this.merging.one(actor, params.id);
  }

  @Route(enterpriseMerges.undoPreview)
  undoPreview(@Who() actor: Actor, @Input() { params }: InputOf<typeof enterpriseMerges.undoPreview>) {
    return this.merging.undoPreview(actor, params.id);
  }

  @Route(enterpriseMerges.undo)
  undo(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof enterpriseMerges.undo>) {
    return this.merging.undo(actor, params.id, body.reason);
  }

  @Route(enterpriseDistinctions.list)
  apart() {
    return this.distinctions.list();
  }

  @Route(enterpriseDistinctions.create)
  tellApart(@Who() actor: Actor, @Input() { body }: InputOf<typeof enterpriseDistinctions.create>) {
    return this.distinctions.decide(actor, body);
  }

  @Route(enterpriseDistinctions.withdraw)
  withdraw(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof enterpriseDistinctions.withdraw>) {
    return this.distinctions.withdraw(actor, params.id, body.reason);
  }
}

import { Controller } from '@nestjs/common';
import { supplements } from '@crm/api-contract/supplements';
import type { InputOf } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import { RenewalsService, SupplementsService } from '@crm/server/supplements';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class SupplementsController {
  constructor(
    private readonly supplements: SupplementsService,
    private readonly renewals: RenewalsService,
  ) {}

  @Route(supplements.list)
  list(@Who() actor: Actor, @Input() { params }: InputOf<typeof supplements.list>) {
    return this.supplements.list(actor, params.id);
  }

  @Route(supplements.preview)
  preview(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof supplements.preview>) {
    return this.supplements.preview(actor, params.id, body);
  }

  @Route(supplements.create)
  create(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof supplements.create>,
    @IfMatch() version: number,
  ) {
    return this.supplements.create(actor, params.id, version, body);
  }

  @Route(supplements.renew)
  renew(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof supplements.renew>) {
    return this.renewals.renew(actor, params.id, body);
  }
}

import { Controller } from '@nestjs/common';
import { corrections } from '@crm/api-contract/corrections';
import type { InputOf } from '@crm/api-contract/wire';
import { CorrectionsService } from '@crm/server/corrections';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  @Route(corrections.list)
  list(@Who() actor: Actor, @Input() { params }: InputOf<typeof corrections.list>) {
    return this.corrections.list(actor, params.id);
  }

  @Route(corrections.preview)
  preview(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof corrections.preview>) {
    return this.corrections.preview(actor, params.id, body);
  }

  @Route(corrections.create)
  create(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof corrections.create>,
    @IfMatch() version: number,
  ) {
    return this.corrections.create(actor, params.id, version, body);
  }
}

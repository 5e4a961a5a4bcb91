import { Controller } from '@nestjs/common';
import { actuals, commitments } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { ActualsService, CommitmentsService } from '@crm/server/commitments';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class CommitmentsController {
  constructor(
    private readonly commitments: CommitmentsService,
    private readonly actuals: ActualsService,
  ) {}

  @Route(commitments.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof commitments.list>) {
    return this.commitments.list(actor, query);
  }

  @Route(commitments.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof commitments.one>) {
    return this.commitments.one(actor, params.id);
  }

  @Route(commitments.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof commitments.create>) {
    return this.commitments.create(actor, body);
  }

  @Route(actuals.list)
  actualList(@Who() actor: Actor, @Input() { query }: InputOf<typeof actuals.list>) {
    return this.actuals.list(actor, query);
  }

  @Route(actuals.create)
  report(@Who() actor: Actor, @Input() { body }: InputOf<typeof actuals.create>) {
    return this.actuals.create(actor, body);
  }

  @Route(actuals.correct)
  correct(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof actuals.correct>) {
    return this.actuals.correct(actor, params.id, body);
  }

  @Route(actuals.choose)
  choose(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof actuals.choose>) {
    return this.actuals.choose(actor, params.id, body.reason);
  }

  @Route(actuals.verify)
  verify(@Who() actor: Actor, @Input() { params }: InputOf<typeof actuals.verify>) {
    return this.actuals.verify(actor, params.id);
  }
}

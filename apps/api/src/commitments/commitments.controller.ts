import { Controller, Inject } from '@nestjs/common';
import { actuals, assessments, commitments } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { ActualsService, AssessmentsService, CommitmentsService } from '@crm/server/commitments';
import type { Actor } from '@crm/server/records';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class CommitmentsController {
  constructor(
    @Inject(CommitmentsService) private readonly commitments: CommitmentsService,
    @Inject(ActualsService) private readonly actuals: ActualsService,
    @Inject(AssessmentsService) private readonly assessments: AssessmentsService,
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

  @Route(actuals.verify)
  verify(@Who() actor: Actor, @Input() { params }: InputOf<typeof actuals.verify>) {
    return this.actuals.verify(actor, params.id);
  }

  @Route(assessments.list)
  assessmentList(@Who() actor: Actor, @Input() { query }: InputOf<typeof assessments.list>) {
    return this.assessments.list(actor, query);
  }

  @Route(assessments.ofContract)
  ofContract(@Who() actor: Actor, @Input() { params, query }: InputOf<typeof assessments.ofContract>) {
    return this.assessments.ofContract(actor, params.id, query);
  }
}

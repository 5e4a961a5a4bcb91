import { Controller } from '@nestjs/common';
import { assessmentDefaults, assessments } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { AssessmentDefaultsService, AssessmentsService } from '@crm/server/assessments';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly defaults: AssessmentDefaultsService,
  ) {}

  @Route(assessments.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof assessments.list>) {
    return this.assessments.list(actor, query);
  }

  @Route(assessments.ofContract)
  ofContract(@Who() actor: Actor, @Input() { params, query }: InputOf<typeof assessments.ofContract>) {
    return this.assessments.ofContract(actor, params.id, query);
  }

  @Route(assessmentDefaults.inForce)
  tolerance(@Who() actor: Actor) {
    return this.defaults.inForce(actor);
  }

  @Route(assessmentDefaults.set)
  setTolerance(@Who() actor: Actor, @Input() { body }: InputOf<typeof assessmentDefaults.set>) {
    return this.defaults.set(actor, body);
  }
}

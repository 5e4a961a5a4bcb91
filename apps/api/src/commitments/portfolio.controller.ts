import { Controller, Inject } from '@nestjs/common';
import { assessmentDefaults, portfolio } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { AssessmentDefaultsService, PortfolioService } from '@crm/server/commitments';
import type { Actor } from '@crm/server/records';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class PortfolioController {
  constructor(
    @Inject(PortfolioService) private readonly portfolio: PortfolioService,
    @Inject(AssessmentDefaultsService) private readonly defaults: AssessmentDefaultsService,
  ) {}

  @Route(portfolio.perMu)
  perMu(@Who() actor: Actor, @Input() { query }: InputOf<typeof portfolio.perMu>) {
    return this.portfolio.perMu(actor, query);
  }

  @Route(portfolio.heatMap)
  heatMap(@Who() actor: Actor, @Input() { query }: InputOf<typeof portfolio.heatMap>) {
    return this.portfolio.heatMap(actor, query);
  }

  @Route(portfolio.decisions)
  decisions(@Who() actor: Actor, @Input() { query }: InputOf<typeof portfolio.decisions>) {
    return this.portfolio.decisions(actor, query);
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

import { Controller } from '@nestjs/common';
import { portfolio } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import { PortfolioService } from '@crm/server/portfolio';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class PortfolioController {
  constructor(private readonly portfolio: PortfolioService) {}

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
}

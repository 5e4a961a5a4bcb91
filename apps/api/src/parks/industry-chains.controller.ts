import { Controller } from '@nestjs/common';
import { industryChains } from '@crm/api-contract/parks';
import type { InputOf } from '@crm/api-contract/wire';
import { IndustryChainsService } from '@crm/server/parks';
import type { Actor } from '@crm/server/data-access';
import { IfGiven, IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class IndustryChainsController {
  constructor(private readonly chains: IndustryChainsService) {}

  @Route(industryChains.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof industryChains.list>) {
    return this.chains.list(actor, query);
  }

  @Route(industryChains.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof industryChains.one>) {
    return this.chains.one(actor, params.id);
  }

  @Route(industryChains.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof industryChains.create>) {
    return this.chains.create(actor, body);
  }

  @Route(industryChains.update)
  update(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof industryChains.update>,
    @IfMatch() version: number,
  ) {
    return this.chains.update(actor, params.id, version, body);
  }

  @Route(industryChains.close)
  close(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof industryChains.close>,
    @IfGiven() version: number | undefined,
  ) {
    return this.chains.close(actor, params.id, version, body);
  }

  @Route(industryChains.reopen)
  reopen(
    @Who() actor: Actor,
    @Input() { params }: InputOf<typeof industryChains.reopen>,
    @IfGiven() version: number | undefined,
  ) {
    return this.chains.reopen(actor, params.id, version);
  }

  @Route(industryChains.uses)
  uses(@Who() actor: Actor, @Input() { params }: InputOf<typeof industryChains.uses>) {
    return this.chains.uses(actor, params.id);
  }
}

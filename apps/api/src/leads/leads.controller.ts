import { Controller } from '@nestjs/common';
import { duplicates, followUps, leads } from '@crm/api-contract/leads';
import type { InputOf } from '@crm/api-contract/wire';
import { FollowUpsService, LeadHistoryService, LeadsService } from '@crm/server/leads';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class LeadsController {
  constructor(
    private readonly leads: LeadsService,
    private readonly said: FollowUpsService,
    private readonly history: LeadHistoryService,
  ) {}

  @Route(leads.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof leads.list>) {
    return this.leads.list(actor, query);
  }

  @Route(leads.summary)
  summary(@Who() actor: Actor, @Input() { query }: InputOf<typeof leads.summary>) {
    return this.leads.summary(actor, query.filter);
  }

  @Route(leads.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof leads.one>) {
    return this.leads.one(actor, params.id);
  }

  @Route(leads.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof leads.create>) {
    return this.leads.create(actor, body);
  }

  @Route(leads.update)
  update(@Who() actor: Actor, @IfMatch() version: number, @Input() { params, body }: InputOf<typeof leads.update>) {
    return this.leads.update(actor, params.id, version, body);
  }

  @Route(leads.move)
  move(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof leads.move>) {
    return this.leads.move(actor, params.id, body);
  }

  @Route(leads.transfer)
  transfer(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof leads.transfer>) {
    return this.leads.transfer(actor, params.id, body);
  }

  @Route(leads.timeline)
  timeline(@Who() actor: Actor, @Input() { params }: InputOf<typeof leads.timeline>) {
    return this.history.timeline(actor, params.id);
  }

  @Route(leads.coReports)
  coReports(@Who() actor: Actor, @Input() { params }: InputOf<typeof leads.coReports>) {
    return this.leads.coReports(actor, params.id);
  }

  @Route(followUps.list)
  followUps(@Who() actor: Actor, @Input() { query }: InputOf<typeof followUps.list>) {
    return this.said.list(actor, query);
  }

  @Route(followUps.create)
  followUp(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof followUps.create>) {
    return this.said.create(actor, params.id, body);
  }

  @Route(duplicates.check)
  duplicates(@Who() actor: Actor, @Input() { query }: InputOf<typeof duplicates.check>) {
    return this.history.duplicates(actor, query);
  }
}

import { Controller } from '@nestjs/common';
import { commitments } from '@crm/api-contract/commitments';
import { consequenceClauses, consequences, decisions } from '@crm/api-contract/decisions';
import type { InputOf } from '@crm/api-contract/wire';
import { ClausesService, ConsequencesService, DecisionsService } from '@crm/server/decisions';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class DecisionsController {
  constructor(
    private readonly clauses: ClausesService,
    private readonly consequences: ConsequencesService,
    private readonly decisions: DecisionsService,
  ) {}

  @Route(consequenceClauses.list)
  clauseList(@Who() actor: Actor, @Input() { query }: InputOf<typeof consequenceClauses.list>) {
    return this.clauses.list(actor, query);
  }

  @Route(consequenceClauses.create)
  write(@Who() actor: Actor, @Input() { body }: InputOf<typeof consequenceClauses.create>) {
    return this.clauses.create(actor, body);
  }

  @Route(consequenceClauses.update)
  rewrite(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof consequenceClauses.update>,
    @IfMatch() version: number,
  ) {
    return this.clauses.update(actor, params.id, version, body);
  }

  @Route(consequenceClauses.drop)
  drop(@Who() actor: Actor, @Input() { params }: InputOf<typeof consequenceClauses.drop>, @IfMatch() version: number) {
    return this.clauses.drop(actor, params.id, version);
  }

  @Route(consequences.list)
  missed(@Who() actor: Actor, @Input() { query }: InputOf<typeof consequences.list>) {
    return this.consequences.list(actor, query);
  }

  @Route(decisions.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof decisions.list>) {
    return this.decisions.list(actor, query);
  }

  @Route(decisions.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof decisions.one>) {
    return this.decisions.one(actor, params.id);
  }

  @Route(decisions.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof decisions.create>) {
    return this.decisions.create(actor, body);
  }

  @Route(decisions.receive)
  receive(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof decisions.receive>) {
    return this.decisions.receive(actor, params.id, body);
  }

  @Route(commitments.waive)
  waive(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof commitments.waive>) {
    return this.decisions.waive(actor, params.id, body);
  }
}

import { Controller } from '@nestjs/common';
import { supportClauses } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { SupportClausesService } from '@crm/server/contracts';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class SupportClausesController {
  constructor(private readonly clauses: SupportClausesService) {}

  @Route(supportClauses.list)
  list(@Who() actor: Actor, @Input() { params }: InputOf<typeof supportClauses.list>) {
    return this.clauses.list(actor, params.id);
  }

  @Route(supportClauses.create)
  add(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof supportClauses.create>) {
    return this.clauses.add(actor, params.id, body);
  }

  @Route(supportClauses.end)
  end(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof supportClauses.end>) {
    return this.clauses.end(actor, params.id, params.clauseId, body);
  }
}

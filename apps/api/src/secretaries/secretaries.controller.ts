import { Controller } from '@nestjs/common';
import { secretaries, secretaryAssignments } from '@crm/api-contract/secretaries';
import type { InputOf } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import { AssignmentsService, CoverageService } from '@crm/server/secretaries';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class SecretariesController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly covering: CoverageService,
  ) {}

  @Route(secretaryAssignments.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof secretaryAssignments.list>) {
    return this.assignments.list(actor, query);
  }

  @Route(secretaryAssignments.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof secretaryAssignments.one>) {
    return this.assignments.one(actor, params.id);
  }

  @Route(secretaryAssignments.assign)
  assign(@Who() actor: Actor, @Input() { body }: InputOf<typeof secretaryAssignments.assign>) {
    return this.assignments.assign(actor, body);
  }

  @Route(secretaryAssignments.handOver)
  handOver(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof secretaryAssignments.handOver>) {
    return this.assignments.handOver(actor, params.id, body);
  }

  @Route(secretaryAssignments.end)
  end(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof secretaryAssignments.end>) {
    return this.assignments.end(actor, params.id, body);
  }

  @Route(secretaries.list)
  secretaries(@Who() actor: Actor, @Input() { query }: InputOf<typeof secretaries.list>) {
    return this.covering.list(actor, query);
  }

  @Route(secretaries.coverage)
  coverage(@Who() actor: Actor) {
    return this.covering.coverage(actor);
  }

  @Route(secretaries.handOver)
  handOverAll(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof secretaries.handOver>) {
    return this.assignments.handOverAll(actor, params.id, body);
  }
}

import { Controller } from '@nestjs/common';
import { ownSessions, userSessions } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { SessionsService } from '@crm/server/access';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Route(ownSessions.list)
  own(@Who() actor: Actor) {
    return this.sessions.list(actor, actor.userId);
  }

  @Route(ownSessions.endOthers)
  endOthers(@Who() actor: Actor) {
    return this.sessions.endOthers(actor);
  }

  @Route(ownSessions.end)
  endOwn(@Who() actor: Actor, @Input() { params }: InputOf<typeof ownSessions.end>) {
    return this.sessions.end(actor, actor.userId, params.sessionId);
  }

  @Route(userSessions.list)
  list(@Who() actor: Actor, @Input() { params }: InputOf<typeof userSessions.list>) {
    return this.sessions.list(actor, params.id);
  }

  @Route(userSessions.endAll)
  endAll(@Who() actor: Actor, @Input() { params }: InputOf<typeof userSessions.endAll>) {
    return this.sessions.endAll(actor, params.id);
  }

  @Route(userSessions.end)
  end(@Who() actor: Actor, @Input() { params }: InputOf<typeof userSessions.end>) {
    return this.sessions.end(actor, params.id, params.sessionId);
  }
}

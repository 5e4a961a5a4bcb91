import { Controller, Req, Res } from '@nestjs/common';
import { can } from '@crm/api-contract/access';
import { health } from '@crm/api-contract/operations';
import { HealthService } from '@crm/server/operations';
import type { FastifyReply } from 'fastify';
import { LiveHub } from '../events/live-hub.js';
import { ActorGuard } from '../http/actor.guard.js';
import { Route, type CrmRequest } from '../http/route.decorator.js';

@Controller()
export class HealthController {
  constructor(
    private readonly service: HealthService,
    private readonly guard: ActorGuard,
    private readonly hub: LiveHub,
  ) {}

  @Route(health.live)
  live() {
    return { status: 'ok' };
  }

  @Route(health.ready)
  async ready(@Req() request: CrmRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const answer = await this.service.ready();
    // A process that receives no events would serve pages that never learn of changes.
    if (answer.status === 'down' || !this.hub.hears) {
      reply.status(503).header('Retry-After', '2');
      return { status: 'down' };
    }
    const actor = request.headers.authorization ? await this.guard.actorOf(request, false) : undefined;
    return actor && can(actor, 'read', 'SystemHealth') ? answer : { status: 'ok' };
  }
}

import { Controller, Res } from '@nestjs/common';
import { health } from '@crm/api-contract/operations';
import { HealthService } from '@crm/server/operations';
import type { FastifyReply } from 'fastify';
import { Route } from '../http/route.decorator.js';

@Controller()
export class HealthController {
  constructor(private readonly service: HealthService) {}

  @Route(health.live)
  live() {
    return { status: 'ok' };
  }

  @Route(health.ready)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const answer = await this.service.ready();
    if (answer.status === 'down') reply.status(503).header('Retry-After', '2');
    return answer;
  }
}

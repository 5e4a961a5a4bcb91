import { Controller, Get, Inject, Res, SetMetadata } from '@nestjs/common';
import { HealthService } from '@crm/server/health';
import type { FastifyReply } from 'fastify';
import { route } from '@crm/api-contract/wire';
import { ROUTE } from '../http/route.decorator.js';

/** Not below /api/v1: asked by machines, so it is no part of the catalogue, but it says who may ask all the same. */
const open = SetMetadata(ROUTE, route({ method: 'GET', path: '/health', access: 'public', summary: { zh: '健康', en: 'Health' } }));

@Controller('health')
export class HealthController {
  constructor(@Inject(HealthService) private readonly health: HealthService) {}

  @Get('live')
  @open
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @open
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const answer = await this.health.ready();
    if (answer.status === 'down') reply.status(503).header('Retry-After', '2');
    return answer;
  }
}

import { Controller, Res } from '@nestjs/common';
import { events } from '@crm/api-contract/events';
import type { Actor } from '@crm/server/data-access';
import type { FastifyReply } from 'fastify';
import { Route, Who } from '../http/route.decorator.js';
import { LiveHub } from './live-hub.js';

@Controller()
export class EventsController {
  constructor(private readonly hub: LiveHub) {}

  @Route(events.stream)
  stream(@Who() actor: Actor, @Res() reply: FastifyReply): void {
    // From here on the hub writes the response; the framework sends nothing more.
    reply.hijack();
    this.hub.open(actor, reply.raw, reply.getHeaders());
  }
}

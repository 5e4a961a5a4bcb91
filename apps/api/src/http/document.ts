import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiDocument } from '@crm/api-contract/catalogue';
import { Refusal } from '@crm/domain/refusal';
import type { Config } from '@crm/platform/config';
import type { Logger } from '@crm/platform/log';
import type { FastifyInstance } from 'fastify';
import { ActorGuard } from './actor.guard.js';
import { sendProblem } from './problem.filter.js';
import type { CrmRequest } from './route.decorator.js';

export const API_VERSION = '1.0.0';

/**
 * /api/docs and /api/docs-json: public in the demo, otherwise only when signed in. The check uses the matched route,
 * because an address has other spellings (`/api/%64ocs-json`).
 */
export function serveDocument(app: NestFastifyApplication, config: Config, log: Logger): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  if (config.demo === '0') {
    const guard = app.get(ActorGuard);
    // Answers by itself: these routes stand outside of Nest, where its filter of errors may not reach.
    fastify.addHook('onRequest', async (request, reply) => {
      if (!request.routeOptions.url?.startsWith('/api/docs')) return;
      try {
        if (await guard.actorOf(request as CrmRequest, true)) return;
        sendProblem(Refusal.forbidden('access.sign-in'), request, reply, log);
      } catch (error) {
        sendProblem(error, request, reply, log);
      }
      return reply;
    });
  }
  // Built when it is first requested, since most processes never need it.
  const document = () => openApiDocument(API_VERSION) as unknown as OpenAPIObject;
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/docs-json',
    customSiteTitle: '招商 CRM API',
  });
}

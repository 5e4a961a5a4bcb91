import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from '@crm/platform/log';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendProblem } from './problem.filter.js';

/** Delivers the built web on the same address. Any path that is no file and not the API's is a page of the web. */
export async function serveWeb(app: NestFastifyApplication, folder: string | undefined, log: Logger): Promise<void> {
  if (!folder || !existsSync(join(folder, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.register(fastifyStatic as never, { root: resolve(folder), wildcard: false, index: false, cacheControl: false, preCompressed: true, setHeaders: (reply: FastifyReply, path: string) => reply.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache') } as never);
  fastify.get('/*', (request, reply) => {
    if (/^\/(api|health|metrics)(\/|$)/.test(request.url.split('?')[0] ?? '')) return sendProblem(Object.assign(new Error('absent'), { statusCode: 404 }), request, reply, log);
    return reply.header('Cache-Control', 'no-cache').sendFile('index.html');
  });
}

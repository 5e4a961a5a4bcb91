import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from '@crm/platform/log';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contentSecurityPolicy } from './content-security.js';
import { sendProblem } from './problem.filter.js';

/**
 * The build writes this placeholder into the page; each response replaces it with a fresh nonce. Only style elements
 * with the nonce take effect.
 */
const NONCE = '__CSP_NONCE__';

/** Serves the built web at the same address. A path that is neither a file nor part of the API is a page of the web. */
export async function serveWeb(app: NestFastifyApplication, folder: string | undefined, log: Logger): Promise<void> {
  if (!folder || !existsSync(join(folder, 'index.html'))) return;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.register(
    fastifyStatic as never,
    {
      root: resolve(folder),
      wildcard: false,
      index: false,
      cacheControl: false,
      preCompressed: true,
      globIgnore: ['**/index.html*'],
      setHeaders: (reply: FastifyReply, path: string) =>
        reply.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    } as never,
  );
  fastify.get('/*', (request, reply) => {
    // A missing file of an older build must not be answered with a page: the browser would run it as a script.
    if (/^\/(api|health|metrics|assets)(\/|$)/.test(request.url.split('?')[0] ?? ''))
      return sendProblem(Object.assign(new Error('absent'), { statusCode: 404 }), request, reply, log);
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('Cache-Control', 'no-cache')
      .header('Content-Security-Policy', contentSecurityPolicy(nonce))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE, nonce));
  });
}

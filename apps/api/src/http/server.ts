import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '@crm/domain/refusal';
import type { Config } from '@crm/platform/config';
import { runInContext } from '@crm/platform/context';
import type { Logger } from '@crm/platform/log';
import { clamdScan } from '@crm/platform/virus-scan';
import { Trail } from '@crm/server/trail';
import type { FastifyInstance, FastifyRequest, FastifyServerOptions, RawServerDefault } from 'fastify';
import { headAnswers } from './answer-headers.js';
import { ActorGuard } from './actor.guard.js';
import { answerClientError } from './client-errors.js';
import { refuseWhileClosing } from './closing.js';
import { parseJsonBody } from './json-body.js';
import { sendProblem } from './problem.filter.js';
import { readQuery, refuseRepeatedKeys } from './read-query.js';
import type { CrmRequest } from './route.decorator.js';
import { securityHeaders } from './security-headers.js';
import { routeName, tellAnswers } from './telling.js';
import { trustedProxies } from './trusted-proxies.js';

const BODY_LIMIT = 1024 * 1024;
export const UPLOAD_LIMIT = 50 * 1024 * 1024;
const TRACE = /^[\w-]{8,64}$/;

/** Fastify with our limits. Refusals before a handler runs look the same as refusals inside it. */
export function createAdapter(config: Config, log: Logger): FastifyAdapter {
  return new FastifyAdapter<RawServerDefault>({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies(config),
    genReqId: ({ headers }: IncomingMessage) =>
      typeof headers['x-request-id'] === 'string' && TRACE.test(headers['x-request-id'])
        ? headers['x-request-id']
        : randomUUID(),
    routerOptions: {
      maxParamLength: 200,
      querystringParser: readQuery,
    },
    requestTimeout: 60_000,
    // refuseWhileClosing answers as a problem.
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: unknown, request: unknown, reply: unknown) =>
      sendProblem(error, request as FastifyRequest, reply as never, log),
  } as FastifyServerOptions);
}

/** Everything of HTTP that is not a route: parsing, cookies, headers, trace and idempotency context, access log. */
export async function dress(app: NestFastifyApplication, config: Config, log: Logger): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request, body, done) => {
      try {
        done(
          null,
          body.length === 0 && request.headers['content-length'] !== undefined && request.method === 'DELETE'
            ? undefined
            : parseJsonBody(utf8(body as Buffer)),
        );
      } catch (error) {
        done(error as Error);
      }
    },
  );
  await app.register(cookie as never);
  await app.register(
    multipart as never,
    { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 20, parts: 21, headerPairs: 200 } } as never,
  );
  fastify.decorate('virusScan', config.clamdUrl === undefined ? undefined : clamdScan(config.clamdUrl));
  fastify.decorateRequest('contract', undefined);
  fastify.decorateRequest('actor', undefined);
  fastify.decorateRequest('fault', undefined);
  const always = securityHeaders(config);
  refuseWhileClosing(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(always);
    reply.header('X-Request-Id', request.id);
    if (request.url.startsWith('/api/')) reply.header('Cache-Control', 'no-store');
    try {
      refuseForeignOrigin(request);
      refuseForeignCharset(request);
      refuseRepeatedKeys(request);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
  headAnswers(fastify);
  const guard = app.get(ActorGuard);
  tellAnswers(fastify, app.get(Trail), (request) => guard.endedSessionOf(request));
  // Guards and handlers inherit the context.
  fastify.addHook('preHandler', (request, _reply, done) => {
    runInContext({ traceId: request.id }, () => done());
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    if (log.isLevelEnabled('info'))
      log.info(
        {
          method: request.method,
          route: routeName(request as CrmRequest),
          status: reply.statusCode,
          ...(request.fault ? { code: request.fault.code } : {}),
          ms: Math.round(reply.elapsedTime),
          user: (request as CrmRequest).actor?.userId,
          address: request.ip,
          traceId: request.id,
        },
        'answered',
      );
    done();
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

function utf8(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw Refusal.unreadable('json.malformed', { position: 1 });
  }
}

/** Pages of another site must not make a signed-in browser change data here. */
function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.host) throw Refusal.forbidden('access.denied');
}

/** A body in another character set would be read as other characters, or not at all. Refuses `body.type` (415). */
function refuseForeignCharset(request: FastifyRequest): void {
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw new Refusal('body.type', { expected: 'charset=utf-8' });
}

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

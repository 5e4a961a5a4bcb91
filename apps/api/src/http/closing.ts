import { Refusal } from '@crm/domain/refusal';
import type { Config } from '@crm/platform/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** How long a proxy is told to ask another API before this one stops listening. */
const NOTICE_MS = 1_500;

interface Closing {
  begun: boolean;
}
type Closable = FastifyInstance & { closing: Closing };

/** From `closeWithNotice` on, every request is refused with `server.closing` (503, Retry-After). */
export function refuseWhileClosing(fastify: FastifyInstance): void {
  const closing: Closing = { begun: false };
  fastify.decorate('closing', closing);
  fastify.addHook('onRequest', (_request, reply, done) => {
    if (!closing.begun) return done();
    reply.header('Connection', 'close');
    done(new Refusal('server.closing', { retryAfterSeconds: 1 }));
  });
}

/**
 * Ends the API without losing a request. Behind a proxy it answers 503 for a moment, so that the proxy uses another
 * API. If the socket closed at once, requests on their way would be lost.
 */
export async function closeWithNotice(app: NestFastifyApplication, config: Config): Promise<void> {
  (app.getHttpAdapter().getInstance() as unknown as Closable).closing.begun = true;
  if (config.trustProxyHops > 0 || config.trustProxyCidrs.length > 0)
    await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
  await app.close();
}

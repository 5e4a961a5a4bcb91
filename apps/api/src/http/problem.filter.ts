import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Replayed } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { replay } from './idempotency.js';
import { faultOf, problemOf } from './problem.js';
import type { CrmRequest } from './route.decorator.js';

/** Chinese, unless the request prefers English. */
export const localeOf = (request: Pick<FastifyRequest, 'headers'>): 'zh' | 'en' =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';

/** Sends any error as application/problem+json. Only this function turns an error into a response. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const fault = faultOf(error);
  request.fault = fault;
  if (fault.ours)
    log.error(
      { err: error, method: request.method, route: request.routeOptions?.url, traceId: request.id },
      'a fault of ours',
    );
  if (reply.sent) return;
  if (fault.retryAfter) reply.header('Retry-After', String(fault.retryAfter));
  if (fault.status === 401) reply.header('WWW-Authenticate', 'Bearer');
  const path = request.url.split('?')[0] ?? '/';
  const problem = problemOf(fault, localeOf(request), path.slice(0, 200), request.id);
  reply
    .status(fault.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', localeOf(request))
    .serializer(JSON.stringify)
    .send(problem);
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<CrmRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof Replayed) {
      replay(request, reply, error.trace).catch((refusal: unknown) => sendProblem(refusal, request, reply, this.log));
      return;
    }
    sendProblem(error, request, reply, this.log);
  }
}

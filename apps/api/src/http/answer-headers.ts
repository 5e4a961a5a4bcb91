import type { RouteContract } from '@crm/api-contract/wire';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { CrmRequest } from './route.decorator.js';

/**
 * Headers that follow from the response: ETag for a versioned record, Location for a new one, Content-Range for a page.
 * Refusals have none.
 */
export function headAnswers(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, reply, answer, done) => {
    const { contract } = request as CrmRequest;
    if (contract && reply.statusCode < 400) headAnswer(contract, request as CrmRequest, reply, answer);
    done(null, answer);
  });
}

function headAnswer(contract: RouteContract, request: CrmRequest, reply: FastifyReply, answer: unknown): void {
  if (answer === null || typeof answer !== 'object') return;
  if ('version' in answer && typeof answer.version === 'number') reply.header('ETag', `"${answer.version}"`);
  if (contract.status === 201 && 'id' in answer)
    reply.header('Location', `${request.url.split('?')[0]}/${String(answer.id)}`);
  if ('totalIsExact' in answer)
    reply.header('Content-Range', rangeOf(contract, request, answer as unknown as PageAnswer));
}

interface PageAnswer {
  readonly data: readonly unknown[];
  readonly total: number;
  readonly totalIsExact: boolean;
}

function rangeOf(contract: RouteContract, request: CrmRequest, page: PageAnswer): string {
  const query = request.query as Record<string, string>;
  const start = (Number(query.page ?? 1) - 1) * Number(query.perPage ?? 25);
  const unit = contract.path.split('/').at(-1) ?? 'items';
  const range = page.data.length === 0 ? '*' : `${start}-${start + page.data.length - 1}`;
  return `${unit} ${range}/${page.totalIsExact ? page.total : '*'}`;
}

import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { RouteContract } from '@crm/api-contract/wire';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { ROUTE, type CrmRequest } from './route.decorator.js';

/**
 * The headers that follow from an answer's shape: ETag of a versioned record, Location of a new one, Content-Range of a
 * page.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = Reflect.getMetadata(ROUTE, context.getHandler()) as RouteContract;
    const request = context.switchToHttp().getRequest<CrmRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer === null || typeof answer !== 'object') return answer;
        if ('version' in answer && typeof answer.version === 'number') reply.header('ETag', `"${answer.version}"`);
        if (contract.status === 201 && 'id' in answer)
          reply.header('Location', `${request.url.split('?')[0]}/${String(answer.id)}`);
        if ('totalIsExact' in answer)
          reply.header('Content-Range', rangeOf(contract, request, answer as unknown as PageAnswer));
        return answer;
      }),
    );
  }
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

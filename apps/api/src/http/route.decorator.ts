import {
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  SetMetadata,
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Refusal } from '@crm/domain/refusal';
import type { RouteContract } from '@crm/api-contract/wire';
import type { Actor } from '@crm/server/data-access';
import type { FastifyRequest } from 'fastify';
import { readInput } from './read-input.js';

export const ROUTE = 'crm:route';
const verbs = { GET: Get, POST: Post, PATCH: Patch, DELETE: Delete };

/** The guard sets both for a declared route. */
export type CrmRequest = FastifyRequest & { contract?: RouteContract; actor?: Actor };

/** Binds a handler to its declaration, which gives address, permission, shapes and document. */
export const Route = (contract: RouteContract) =>
  applyDecorators(
    SetMetadata(ROUTE, contract),
    verbs[contract.method](contract.path),
    HttpCode(contract.status ?? 200),
  );

const contractOf = (context: ExecutionContext): RouteContract =>
  Reflect.getMetadata(ROUTE, context.getHandler()) as RouteContract;

/** The validated input `{ params, query, body }`; a refusal lists all faults. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) =>
  readInput(contractOf(context), context.switchToHttp().getRequest<CrmRequest>()),
);

/** The actor, as the guard found it. A handler of a public route has none. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<CrmRequest>().actor;
  if (!actor) throw Refusal.forbidden('access.sign-in');
  return actor;
});

/**
 * The version the editor saw. Refuses `version.missing` (428) without the header; any other value than one strong
 * version is stale (412).
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = versionIn(context);
  if (version === undefined) throw Refusal.precondition('version.missing');
  return version;
});

/** The version the editor saw, for a verb that honours the header and does not demand it. */
export const IfGiven = createParamDecorator((_: unknown, context: ExecutionContext) => versionIn(context));

function versionIn(context: ExecutionContext): number | undefined {
  const header = context.switchToHttp().getRequest<CrmRequest>().headers['if-match'];
  if (!header) return undefined;
  const match = /^"(\d{1,9})"$/.exec(header);
  if (!match) throw Refusal.stale('version.stale');
  return Number(match[1]);
}

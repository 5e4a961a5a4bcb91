import type { Readable } from 'node:stream';
import { recordOf, tellsOf } from '@crm/api-contract/audit';
import { allRoutes } from '@crm/api-contract/catalogue';
import type { Tells } from '@crm/api-contract/choices';
import type { RouteContract } from '@crm/api-contract/wire';
import { refOf } from '@crm/server/data-access';
import type { Told, Trail } from '@crm/server/trail';
import type { FastifyInstance } from 'fastify';
import { askedOf, shownIn } from './asked.js';
import type { Fault } from './problem.js';
import type { CrmRequest } from './route.decorator.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Why it was refused. */
    fault?: Fault;
  }
}

const names = new Map(allRoutes.map(({ name, contract }) => [contract, name]));
const tells = new Map(allRoutes.map(({ contract }) => [contract, tellsOf(contract)]));

/** `contracts.one`; for what is no declared route, the pattern of its address. */
export const routeName = (request: CrmRequest): string | undefined =>
  (request.contract && names.get(request.contract)) ?? request.routeOptions.url;

/** Who asks: a person, or a session that has ended; undefined: a stranger. */
type AskedBy = (request: CrmRequest) => string | undefined;

/** Told before the first byte leaves; the others within a second. */
const isToldFirst = (contract: RouteContract, act: Tells): boolean =>
  act !== 'read' || (Array.isArray(contract.access) && contract.access[1] === 'AuditEntry');

/**
 * Tells the audit trail what was shown to whom, and what was refused (docs/adr/0041). A file, an export and the trail
 * itself are told first: if that fails, nothing is shown.
 */
export function tellAnswers(fastify: FastifyInstance, trail: Trail, sessionIn: AskedBy): void {
  fastify.addHook('preSerialization', (given, reply, answer, done) => {
    const request = given as CrmRequest;
    const act = request.contract && tells.get(request.contract);
    if (!act || reply.statusCode >= 400 || !request.contract) return done(null, answer);
    const told = toldAnswer(request, act, shownIn(answer));
    if (!isToldFirst(request.contract, act)) {
      trail.note(told);
      return done(null, answer);
    }
    trail.writeNow(told).then(() => done(null, answer), done);
  });
  fastify.addHook('onSend', (given, reply, payload, done) => {
    const request = given as CrmRequest;
    const act = request.contract?.download !== undefined && tells.get(request.contract);
    if (!act || reply.statusCode >= 400) return done(null, payload);
    trail.writeNow(toldAnswer(request, act, {})).then(
      () => done(null, payload),
      (error: Error) => {
        (payload as Partial<Readable> | null)?.destroy?.();
        done(error);
      },
    );
  });
  fastify.addHook('onResponse', (given, _reply, done) => {
    const request = given as CrmRequest;
    if (request.fault && request.contract && request.contract.access !== 'public' && isToldRefusal(request.fault)) {
      const actor = request.actor ? refOf(request.actor) : sessionIn(request);
      if (actor !== undefined) trail.noteBounded(toldRefusal(request, actor, request.fault));
    }
    done();
  });
}

function toldAnswer(request: CrmRequest, action: Tells, shown: Readonly<Record<string, unknown>>): Told {
  const contract = request.contract as RouteContract;
  const { asked, about } = askedOf(contract.method === 'GET' ? request.query : filterIn(request.body));
  const named = recordOf(contract, request.params as Readonly<Record<string, unknown>>);
  // The parts of one record are lists of their own; who reads them reads the record.
  const record = named.subjectId === '' ? (about ?? named) : named;
  return {
    actor: request.actor ? refOf(request.actor) : 'system:api',
    request: request.id,
    action,
    ...record,
    facts: { address: request.ip, ...(record.subjectId === '' ? { ...asked, ...shown } : {}) },
    counted: ['routes', routeName(request) ?? ''],
  };
}

/** Of a POST only the filter is told; a body may hold anything. */
const filterIn = (body: unknown): unknown => ({ filter: (body as { filter?: unknown } | null)?.filter });

/** What concerns the act as a whole is told. A fault of a field, or an edit that came too late, is not. */
function isToldRefusal({ status, code, errors }: Fault): boolean {
  if (status === 404) return code === 'record.absent';
  if (status === 422) return errors.length === 0;
  return [401, 403, 409, 429].includes(status);
}

const toldRefusal = (request: CrmRequest, actor: string, { code }: Fault): Told => ({
  actor,
  request: request.id,
  action: 'refused',
  ...recordOf(request.contract as RouteContract, request.params as Readonly<Record<string, unknown>>),
  facts: { address: request.ip, route: routeName(request) },
  counted: ['codes', code],
});

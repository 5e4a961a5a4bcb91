import { createHmac } from 'node:crypto';
import { allRoutes } from '@crm/api-contract/catalogue';
import type { RouteContract } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import type { Claim } from '@crm/platform/context';
import type { Trace } from '@crm/platform/db';
import { refOf, type Actor } from '@crm/server/data-access';
import type { FastifyReply } from 'fastify';
import type { CrmRequest } from './route.decorator.js';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * The claim of a request with an Idempotency-Key. It belongs to the actor, whatever the session; open routes have none.
 * The hash is keyed, because a telephone number or password under a plain hash could be guessed. Refuses
 * `idempotency.format`.
 */
export function claimIn(request: CrmRequest, contract: RouteContract, actor: Actor, secret: string): Claim | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined || contract.method !== 'POST') return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) throw new Refusal('idempotency.format');
  const requestHash = createHmac('sha256', secret)
    .update(`${request.method} ${request.url}\n`)
    // The form has not been read yet; the length distinguishes one file from another.
    .update(contract.multipart ? (request.headers['content-length'] ?? '') : JSON.stringify(request.body ?? null))
    .digest('hex');
  return { actor: refOf(actor), key, route: `${contract.method} ${contract.path}`, requestHash };
}

/**
 * Answers a repeated request. The record is read again as the actor may see it now. Refuses `record.absent` if they may
 * no longer see it. Refuses `idempotency.spent` if the answer showed a secret, or if no route can read it.
 */
export async function replay(request: CrmRequest, reply: FastifyReply, trace: Trace): Promise<void> {
  const contract = request.contract as RouteContract;
  reply.header('Idempotency-Replayed', 'true');
  reply.status(contract.status ?? 200);
  if (!contract.response) return void reply.send();
  if (!contract.showsSecret)
    for (const found of [trace.counts, await readAgain(request, contract, trace)]) {
      const answer = contract.response.safeParse(found);
      if (found !== undefined && answer.success) return void reply.send(answer.data);
    }
  throw Refusal.conflict('idempotency.spent');
}

const readable = allRoutes
  .map(({ contract }) => contract)
  .filter(({ method, response, stream, download }) => method === 'GET' && response && !stream && !download);

/** The GET routes that can read the record of an answer; the most specific comes first. */
function readings(contract: RouteContract, id: string | undefined): { path: string; byId: boolean }[] {
  const collection = contract.path.split('/:')[0] as string;
  const at = (path: string) => readable.filter((one) => one.path === path);
  const lists = [...at(contract.path), ...at(collection)];
  return [
    ...readable.filter(({ response }) => response === contract.response).map(({ path }) => ({ path, byId: false })),
    ...[...at(`${contract.path}/:id`), ...at(`${collection}/:id`)].map(({ path }) => ({ path, byId: false })),
    ...(id ? lists : []).map((list) => ({
      path: list.query?.safeParse({ ids: id }).success ? `${list.path}?ids=${id}` : list.path,
      byId: true,
    })),
  ];
}

async function readAgain(request: CrmRequest, contract: RouteContract, { id }: Trace): Promise<unknown> {
  const params = request.params as Readonly<Record<string, string>>;
  for (const { path, byId } of readings(contract, id)) {
    // The record of the answer; for a list that belongs to a record, that record.
    const named: Readonly<Record<string, string>> = { ...params, ...(id && !byId ? { id } : {}) };
    if ([...path.matchAll(/:(\w+)/g)].some(([, name]) => named[name as string] === undefined)) continue;
    const answer = await request.server.inject({
      method: 'GET',
      url: `/api/v1${path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] as string))}`,
      headers: { authorization: request.headers.authorization ?? '', host: request.headers.host ?? '' },
    });
    if (answer.statusCode === 404) throw Refusal.absent('record.absent');
    if (answer.statusCode >= 400) continue;
    const body: unknown = answer.json();
    if (!byId) return body;
    const found = (body as { data?: { id?: unknown }[] }).data?.find((one) => one.id === id);
    if (found === undefined) throw Refusal.absent('record.absent');
    return found;
  }
  return undefined;
}

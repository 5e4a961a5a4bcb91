import { Refusal } from '@crm/domain/refusal';
import type { FastifyRequest } from 'fastify';

const repeated = new WeakMap<object, string>();

/** The query parameters. Repeated keys are remembered and refused later. */
export function readQuery(text: string): Record<string, string> {
  const sent = new URLSearchParams(text);
  const query = Object.fromEntries(sent);
  const keys = Object.keys(query);
  if (keys.length < sent.size) repeated.set(query, keys.find((key) => sent.getAll(key).length > 1) ?? '');
  return query;
}

/** Refuses repeated keys: `?page=1&page=2` has no clear meaning. */
export function refuseRepeatedKeys(request: FastifyRequest): void {
  const key = repeated.get(request.query as object);
  if (key !== undefined) throw Refusal.fields([{ pointer: `/query/${key.slice(0, 64)}`, code: 'field.duplicate' }]);
}

import { Refusal } from '@crm/domain/refusal';
import type { FastifyRequest } from 'fastify';

const repeated = new WeakMap<object, string>();

/** The parameters behind the question mark; a key that comes twice is remembered, to be refused. */
export function readQuery(text: string): Record<string, string> {
  const sent = new URLSearchParams(text);
  const query = Object.fromEntries(sent);
  const keys = Object.keys(query);
  if (keys.length < sent.size) repeated.set(query, keys.find((key) => sent.getAll(key).length > 1) ?? '');
  return query;
}

/** Each key once: `?page=1&page=2` would mean whatever the reader likes. */
export function refuseRepeatedKeys(request: FastifyRequest): void {
  const key = repeated.get(request.query as object);
  if (key !== undefined) throw Refusal.fields([{ pointer: `/query/${key.slice(0, 64)}`, code: 'field.duplicate' }]);
}

import { attendance } from './attendance.js';
import { loadWords } from './i18nProvider.js';
import { readLocale } from './locale.js';
import { ApiError, ConflictError, readProblem } from './problem.js';
import { session } from './session.js';

export const BASE = '/api/v1';

/** crypto.randomUUID exists only on https and localhost, but offices use plain http in their own network. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export interface Request {
  method: string;
  /** Below the base URL, with the query. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * One request with the session's token. After a 401 the token is renewed once for all parallel requests, and each is
 * tried once more. A refusal is thrown as an ApiError.
 */
export async function send({ method, path, body, headers, signal }: Request): Promise<Response> {
  const multipart = typeof FormData !== 'undefined' && body instanceof FormData;
  const attempt = (token: string): Promise<Response> =>
    fetch(`${BASE}${path}`, {
      method,
      credentials: 'same-origin',
      signal,
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': readLocale(),
        authorization: `Bearer ${token}`,
        ...attendance(),
        ...(body === undefined || multipart ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : multipart ? body : JSON.stringify(body),
    });
  let response = await attempt(await session.token());
  if (response.status === 401) response = await attempt(await session.renewed());
  if (response.ok) return response;
  const problem = readProblem(response.status, await response.json().catch(() => null), response.headers);
  // The sentence of the refusal is loaded first; if that fails, the server's own sentence is shown.
  await loadWords('errors').catch(() => undefined);
  throw problem.status === 412 ? new ConflictError(problem) : new ApiError(problem);
}

import { furtherWords } from './i18nProvider.js';
import { readLocale } from './locale.js';
import { ApiError, ConflictError, readProblem } from './problem.js';
import { session } from './session.js';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface CallOptions {
  query?: Record<string, string | number | boolean | undefined>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const BASE = '/api/v1';

/**
 * crypto.randomUUID exists only on https and localhost; an office reaches its server by plain http in its own network.
 */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function address(path: string, query: CallOptions['query'] = {}): string {
  const search = new URLSearchParams(
    Object.entries(query)
      .filter((pair): pair is [string, string | number | boolean] => pair[1] !== undefined)
      .map(([key, value]) => [key, String(value)]),
  );
  return `${BASE}${path}${search.size > 0 ? `?${search}` : ''}`;
}

/**
 * One call with the session's token; a 401 is answered by one renewal and one more try, whatever number of calls meet
 * it together.
 */
export async function send(
  method: Method,
  path: string,
  body?: unknown,
  { query, headers, signal }: CallOptions = {},
): Promise<Response> {
  const multipart = typeof FormData !== 'undefined' && body instanceof FormData;
  const attempt = (token: string): Promise<Response> =>
    fetch(address(path, query), {
      method,
      credentials: 'same-origin',
      signal,
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': readLocale(),
        authorization: `Bearer ${token}`,
        ...(body === undefined || multipart ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : multipart ? body : JSON.stringify(body),
    });
  let response = await attempt(await session.token());
  if (response.status === 401) response = await attempt(await session.renewed());
  if (response.ok) return response;
  const problem = readProblem(response.status, await response.json().catch(() => null), response.headers);
  // Whoever shows it finds its sentence; without them the server's own is shown.
  await furtherWords().catch(() => undefined);
  throw problem.status === 412 ? new ConflictError(problem) : new ApiError(problem);
}

/** The JSON of a call; undefined for 204. */
export async function call<T = unknown>(
  method: Method,
  path: string,
  body?: unknown,
  options?: CallOptions,
): Promise<T> {
  const response = await send(method, path, body, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** A call anyone may make, before sign-in; null when the server does not know it. */
export async function ask<T>(path: string): Promise<T | null> {
  const response = await fetch(`${BASE}${path}`, {
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  }).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => null)) as T | null) : null;
}

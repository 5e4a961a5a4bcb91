import type { AnswerOf, AskedRoute, AskOf } from '@crm/api-contract/wire';
import { BASE, send } from './http.js';
import { readLocale } from './locale.js';
import { ApiError, readProblem } from './problem.js';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The version the editor saw, sent as If-Match. */
  readonly version?: number;
  /** A repeated request with the same key takes effect once. */
  readonly idempotencyKey?: string;
  /** Sent as multipart/form-data, after the fields of the body. */
  readonly file?: File;
}

/** The input of a route's call; optional if nothing in it is required. */
export type Given<Route extends AskedRoute> =
  Record<string, never> extends AskOf<Route>
    ? [input?: AskOf<Route> & CallOptions]
    : [input: AskOf<Route> & CallOptions];

/** The input of any route, for code that passes it on. */
export interface AnyInput extends CallOptions {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The filter is sent as one JSON object; empty choices are left out. */
export function filterParameter(filter: object | undefined): string | undefined {
  const chosen = Object.entries(filter ?? {}).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return chosen.length > 0 ? JSON.stringify(Object.fromEntries(chosen)) : undefined;
}

const written = (value: unknown): string | undefined =>
  Array.isArray(value)
    ? value.join(',')
    : typeof value === 'object' && value !== null
      ? filterParameter(value)
      : String(value);

/** The path of a route, with its parameters and query. */
export function pathOf(route: AskedRoute, { params, query }: Pick<AnyInput, 'params' | 'query'> = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    const text = value === undefined || value === null ? undefined : written(value);
    if (text !== undefined) search.set(name, text);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** A file is sent as a form with the fields first: the server reads them before the file arrives. */
export function bodyOf({ body, file }: Pick<AnyInput, 'body' | 'file'>): unknown {
  if (!file) return body;
  const form = new FormData();
  for (const [name, value] of Object.entries((body as object | undefined) ?? {})) form.append(name, String(value));
  form.append('file', file, file.name);
  return form;
}

const requestOf = (route: AskedRoute, input: AnyInput) => ({
  method: route.method,
  path: pathOf(route, input),
  body: bodyOf(input),
  signal: input.signal,
  headers: {
    ...(input.version === undefined ? {} : { 'if-match': `"${input.version}"` }),
    ...(input.idempotencyKey === undefined ? {} : { 'idempotency-key': input.idempotencyKey }),
  },
});

/**
 * A typed call: `ask(leads.move, { params: { id }, body: { stage } })`. Types come from the route's declaration; name,
 * method and path come from @crm/api-contract/routes. undefined if the server answers 204.
 */
export async function ask<Route extends AskedRoute>(route: Route, ...[input]: Given<Route>): Promise<AnswerOf<Route>> {
  const response = await send(requestOf(route, { ...input }));
  return (response.status === 204 ? undefined : await response.json()) as AnswerOf<Route>;
}

/** The response itself, for a route that returns a file. */
export const askForFile = <Route extends AskedRoute>(route: Route, ...[input]: Given<Route>): Promise<Response> =>
  send(requestOf(route, { ...input }));

/** A change without signing in, before the first visit. A refusal is thrown as an ApiError. */
export async function postAnonymously<Route extends AskedRoute>(
  route: Route,
  { body }: Pick<AnyInput, 'body'>,
): Promise<AnswerOf<Route>> {
  const response = await fetch(`${BASE}${route.path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'accept-language': readLocale(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(readProblem(response.status, answer, response.headers));
  return answer as AnswerOf<Route>;
}

/** A call without signing in; null if the server does not know the route. */
export async function askAnonymously<Route extends AskedRoute>(route: Route): Promise<AnswerOf<Route> | null> {
  const response = await fetch(`${BASE}${pathOf(route)}`, {
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  }).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => null)) as AnswerOf<Route> | null) : null;
}

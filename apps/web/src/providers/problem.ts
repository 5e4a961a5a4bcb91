import type { TranslateFunction } from 'ra-core';

export interface FieldProblem {
  /** JSON pointer into the request body: '/parcels/0/areaMu'. */
  pointer: string;
  code: string;
  message?: string;
  params?: Record<string, unknown>;
}

/** RFC 9457 as on the wire; status 0 is our own: no answer at all. */
export interface Problem {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  facts: Record<string, unknown>;
  traceId?: string;
  errors: FieldProblem[];
  /** Only for 412: the stored record, and the names of the fields that differ. */
  current?: Record<string, unknown>;
  fields?: string[];
  retryAfterSeconds?: number;
}

/** Thrown by every failed call. react-admin reads `status`, `message` and `body.errors`. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: { errors?: Record<string, unknown> };
  constructor(readonly problem: Problem) {
    // react-admin shows the message if nothing else does: the server's sentence with its facts, otherwise a translated
    // key.
    super(problem.detail && !problem.code.startsWith('status.') ? problem.detail : `errors.${problem.code}`);
    this.name = 'ApiError';
    this.status = problem.status;
    this.body = problem.errors.length > 0 ? { errors: formErrors(problem.errors) } : {};
  }
}

/** Another person saved the record after it was loaded. */
export class ConflictError extends ApiError {
  override readonly name = 'ConflictError';
  /** What was loaded and what was to be saved; the data provider sets both. */
  base?: Record<string, unknown>;
  yours?: Record<string, unknown>;
  get current(): Record<string, unknown> {
    return this.problem.current ?? {};
  }
}

/** Field errors in the shape of the form; each leaf is react-admin's notation of a message with arguments. */
export function formErrors(errors: readonly FieldProblem[]): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const { pointer, code, message, params } of errors) {
    const path = pointer
      .replace(/^#?\//, '')
      .split('/')
      .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
    let node = tree;
    for (const part of path.slice(0, -1)) {
      if (typeof node[part] !== 'object' || node[part] === null) node[part] = {};
      node = node[part] as Record<string, unknown>;
    }
    node[path.at(-1) ?? ''] =
      `@@react-admin@@${JSON.stringify({ message: `errors.${code}`, args: { ...params, _: message ?? code } })}`;
  }
  return tree;
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Turns any answer of a server, a proxy or a broken connection into a problem. */
export function readProblem(status: number, body: unknown, headers?: Headers): Problem {
  const said = record(body);
  const facts = record(said.facts);
  const retryAfter = Number(headers?.get('retry-after') ?? NaN);
  return {
    status,
    code: text(said.code) ?? `status.${status}`,
    title: text(said.title),
    detail: text(said.detail),
    facts,
    traceId: text(said.traceId) ?? headers?.get('x-trace-id') ?? undefined,
    errors: Array.isArray(said.errors)
      ? said.errors.map(record).map((one) => ({
          pointer: text(one.pointer) ?? '',
          code: text(one.code) ?? 'unknown',
          message: text(one.message),
          params: record(one.params),
        }))
      : [],
    current:
      Object.keys(record(said.current ?? facts.current)).length > 0 ? record(said.current ?? facts.current) : undefined,
    fields: [said.fields, facts.fields].find(Array.isArray) as string[] | undefined,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
  };
}

/** Turns anything thrown into a problem: ours, a network failure, a bug of the page. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message))
    return { status: 0, code: 'status.0', facts: {}, errors: [] };
  return {
    status: -1,
    code: 'unknown',
    facts: {},
    errors: [],
    detail: error instanceof Error ? error.message : undefined,
  };
}

/**
 * One sentence with what happened and what to do, in the reader's language, by code (@crm/api-contract/sentences). For
 * a code newer than this page it is the server's own sentence; without a problem document it depends on the status.
 */
export function sentenceOf(problem: Problem, translate: TranslateFunction): string {
  const args = { seconds: problem.retryAfterSeconds ?? 30, ...problem.facts };
  const known = translate(`errors.${problem.code}`, { ...args, _: '' });
  if (known !== '') return known;
  if (!problem.code.startsWith('status.') && problem.status >= 400 && problem.detail) return problem.detail;
  return translate(`errors.status.${problem.status}`, { ...args, _: '' }) || translate('errors.unknown', args);
}

import { sentenceFor, type Locale } from '@crm/api-contract/sentences';
import type { Problem } from '@crm/api-contract/wire';
import { isRefusal, type Facts, type FieldFault, type RefusalKind } from '@crm/domain/refusal';
import { IdempotencyMismatch } from '@crm/platform/db';
import { StaleRecord } from '@crm/server/data-access';

/** What went wrong, before it becomes a sentence. */
export interface Fault {
  readonly status: number;
  readonly code: string;
  readonly facts: Facts;
  readonly errors: readonly FieldFault[];
  readonly retryAfter?: number;
  readonly stale?: { readonly current: unknown; readonly fields: readonly string[] };
  /** A fault of the server itself; it is logged with its cause. */
  readonly ours?: true;
}

const STATUS: Readonly<Record<RefusalKind, number>> = {
  unreadable: 400,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  stale: 412,
  unprocessable: 422,
  precondition: 428,
};
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  'access.sign-in': 401,
  'login.failed': 401,
  'login.secret-expired': 401,
  'session.ended': 401,
  'rate.limited': 429,
  'body.too-large': 413,
  'body.type': 415,
  'upload.too-large': 413,
  'upload.busy': 503,
  'server.closing': 503,
  'upload.type': 415,
  'upload.yours': 429,
  'upload.slow': 408,
  'upload.unscanned': 503,
  'trail.behind': 503,
};
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export const plainFault = (status: number, code: string, facts: Facts = {}): Fault => ({
  status,
  code,
  facts,
  errors: [],
});
const busy = (): Fault => ({ ...plainFault(503, 'database.busy'), retryAfter: 2 });

/**
 * Unique constraints whose violation has its own code. A room adds its constraint here if its rules cannot see the
 * conflict first.
 */
const CONSTRAINTS: Readonly<Record<string, string>> = {
  provincial_standard_overlap: 'standard.overlap',
  enterprise_credit_code: 'enterprise.duplicate',
  lead_worked_once: 'lead.duplicate',
  lead_overridden_once: 'lead.duplicate',
  secretary_assignment_one_primary: 'secretary.primary-exists',
  secretary_assignment_once: 'assignment.twice',
  contract_once: 'contract.duplicate',
  investment_project_once: 'project.duplicate',
  commitment_once: 'commitment.duplicate',
  actual_in_force: 'actual.exists',
  waiver_in_force: 'waiver.exists',
  file_once: 'file.duplicate',
  contract_renewed_once: 'contract.renewed',
  contract_amendment_open: 'supplement.open',
  contract_correction_open: 'correction.open',
  contract_number_once: 'contract.number',
  department_name_once: 'department.name',
  app_user_username: 'user.username',
};

export function faultOf(error: unknown): Fault {
  if (isRefusal(error)) {
    const retryAfter = error.facts.retryAfterSeconds;
    return {
      status: STATUS_BY_CODE[error.code] ?? STATUS[error.kind],
      code: error.code,
      facts: error.facts,
      errors: error.errors,
      ...(typeof retryAfter === 'number' ? { retryAfter } : {}),
      ...(error instanceof StaleRecord ? { stale: { current: error.current, fields: error.fields } } : {}),
    };
  }
  if (error instanceof IdempotencyMismatch) return plainFault(422, 'idempotency.mismatch');
  return (
    ofDatabase(error as DatabaseError) ??
    ofHttp(error as HttpError) ?? { ...plainFault(500, 'server.fault'), ours: true }
  );
}

type DatabaseError = Error & { code?: string; constraint?: string; driverError?: DatabaseError };

function ofDatabase(error: DatabaseError): Fault | undefined {
  const { code, constraint } = error.driverError ?? error;
  if (typeof code !== 'string') return undefined;
  if (code === '23505' || code === '23P01') return plainFault(409, CONSTRAINTS[constraint ?? ''] ?? 'field.duplicate');
  if (code === '23503') return plainFault(422, 'reference.unknown');
  if (code.startsWith('22') || code === '23514' || code === '23502') return plainFault(422, 'field.format');
  if (
    [
      '40001',
      '40P01',
      '55P03',
      '57014',
      '57P01',
      '57P02',
      '57P03',
      '53300',
      '53100',
      '08006',
      '08001',
      '08003',
      'ECONNREFUSED',
      'ECONNRESET',
      'ETIMEDOUT',
      'EPIPE',
    ].includes(code)
  )
    return busy();
  return undefined;
}

type HttpError = Error & { statusCode?: number; status?: number; code?: string; getStatus?: () => number };

/** Errors of the HTTP layer itself (Fastify, Nest), recognised by status, never by message. */
function ofHttp(error: HttpError): Fault | undefined {
  const status = error.getStatus?.() ?? error.statusCode ?? error.status;
  if (
    /timeout exceeded when trying to connect|Connection terminated|not established|Client has encountered a connection error/.test(
      error.message ?? '',
    )
  )
    return busy();
  switch (status) {
    case 400:
      return plainFault(400, 'request.malformed');
    case 401:
      return plainFault(401, 'access.sign-in');
    case 404:
      return plainFault(404, 'route.absent');
    case 405:
      return plainFault(405, 'method.not-allowed');
    case 408:
      return plainFault(400, 'request.malformed');
    case 413:
      return plainFault(413, 'body.too-large', { limit: 'limit' in error ? String(error.limit) : '1048576' });
    case 414:
    case 431:
      return plainFault(400, 'request.malformed');
    case 415:
      return plainFault(415, 'body.type', { expected: 'application/json' });
    case 429:
      return { ...plainFault(429, 'rate.limited', { retryAfterSeconds: 60 }), retryAfter: 60 };
    case 503:
      return busy();
    default:
      return status !== undefined && status >= 400 && status < 500 ? plainFault(400, 'request.malformed') : undefined;
  }
}

/** The response body: codes and facts for programs, a sentence for the reader, and nothing about the internals. */
export function problemOf(fault: Fault, locale: Locale, instance: string, traceId: string): Problem {
  const facts = { count: fault.errors.length, ...fault.facts };
  return {
    type: `urn:crm:problem:${fault.code}`,
    title: TITLES[fault.status] ?? 'Error',
    status: fault.status,
    detail: sentenceFor(fault.code, facts, locale),
    instance,
    traceId,
    code: fault.code,
    facts: fault.facts,
    errors: fault.errors.map(({ pointer, code, params = {} }) => ({
      pointer,
      code,
      message: sentenceFor(code, params, locale),
      params: { ...params },
    })),
    ...(fault.stale ? { current: fault.stale.current, fields: [...fault.stale.fields] } : {}),
  };
}

/**
 * SQLSTATEs and socket codes of a database that restarts, is full, disconnected or busy: the request itself is fine.
 */
const PASSING = new Set([
  '40001',
  '40P01',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  '53300',
  '53100',
  '53200',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Connection ended|not established|connection error|not queryable|Driver not Connected|calling end on the pool/i;

/** true if the same work may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as Error & { code?: unknown; driverError?: unknown };
  return (
    (typeof code === 'string' && PASSING.has(code)) ||
    WORDS.test(error.message) ||
    (driverError !== undefined && driverError !== error && isDatabaseAway(driverError))
  );
}

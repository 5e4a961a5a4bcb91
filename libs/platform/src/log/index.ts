import { pino, type Logger } from 'pino';
import { traceId } from '../context/index.js';

export type { Logger };
export const LOGGER = Symbol('LOGGER');

/** Values under these names are redacted in the log, at any depth. */
const secrets = [
  'password',
  'accessToken',
  'refreshToken',
  'token',
  'authorization',
  'cookie',
  'jwtSecret',
  'databaseUrl',
  'redisUrl',
  'smtpUrl',
];

/** JSON lines on standard output, each with the trace id of its request or job. JSON itself escapes user text. */
export function createLogger(process: string, level: string): Logger {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[blotted]' },
    mixin: () => (traceId() ? { traceId: traceId() } : {}),
  });
}

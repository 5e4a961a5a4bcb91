import { pino, type Logger } from 'pino';
import { traceId } from '../context/index.js';

export type { Logger };
export const LOGGER = Symbol('LOGGER');

/** Whatever is logged under one of these names is blotted out, however deep a caller nests it. */
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

/**
 * JSON lines on standard output, each with the trace id of the request or job it belongs to (user text is encoded by
 * JSON itself).
 */
export function createLogger(process: string, level: string): Logger {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[blotted]' },
    mixin: () => (traceId() ? { traceId: traceId() } : {}),
  });
}

import { pino, type Logger } from 'pino';
import { traceId } from '../context/index.js';
import { mappedStack } from './mapped-stack.js';

export { mappedStack };

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
  'databaseDirectUrl',
  'databaseOwnerUrl',
  'auditKey',
  'redisUrl',
  'smtpUrl',
];

const STANDARD_OUTPUT = 1;
/** What is kept in memory while nothing can be written; more is dropped. */
const BACKLOG_BYTES = 1024 * 1024;

/** As pino tells it, with the stack in the lines of our source. */
function errorTold(error: Error) {
  const told = pino.stdSerializers.err(error);
  return typeof told?.stack === 'string' ? { ...told, stack: mappedStack(told.stack) } : told;
}

/**
 * JSON lines on standard output, each with the trace id of its request or job. JSON itself escapes user text. A full
 * disk costs log lines and never the process: without a listener the error of the stream would end it.
 */
export function createLogger(process: string, level: string, fd: number = STANDARD_OUTPUT): Logger {
  const lines = pino.destination({ fd, sync: true, maxLength: BACKLOG_BYTES });
  lines.on('error', () => undefined);
  const settings = {
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[blotted]' },
    serializers: { err: errorTold },
    mixin: () => (traceId() ? { traceId: traceId() } : {}),
  };
  return pino(settings, lines);
}

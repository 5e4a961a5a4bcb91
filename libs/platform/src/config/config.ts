import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { isRange } from './address-range.js';
import { auditConfigOf, auditSettings, type AuditConfig } from './audit-settings.js';
import { weaknessOf } from './secret-strength.js';

const SENTINELS = /^[^\s:,]+:\d{1,5}(,[^\s:,]+:\d{1,5})*$/;

/**
 * The whole configuration. Only this file reads the environment, once at boot. A process does not start with wrong
 * values and lists all of them; docs/operations.md explains each one.
 */
const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://'),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must start with redis://')
    .optional(),
  REDIS_CLUSTER: z.enum(['0', '1']).default('0'),
  REDIS_SENTINELS: z.string().regex(SENTINELS, 'must be host:port,host:port').optional(),
  REDIS_SENTINEL_NAME: z.string().min(1).default('mymaster'),
  REDIS_SENTINEL_PASSWORD: z.string().min(1).optional(),
  JWT_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .refine((secret) => weaknessOf(secret) === undefined, { error: ({ input }) => weaknessOf(String(input)) ?? '' })
    .optional(),
  DEMO: z.enum(['0', '1', 'accounts']).default('0'),
  DEMO_PASSWORD: z.string().min(8).optional(),
  TZ_ZONE: z.string().refine(isZone, 'is no IANA time zone').default('Asia/Shanghai'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp://')
    .optional(),
  PUBLIC_URL: z.url().optional(),
  WEB_DIST: z.string().optional(),
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  TRUST_PROXY_CIDRS: list().refine((ranges) => ranges.every(isRange), 'lists addresses or ranges such as 10.0.0.0/8'),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(720).default(30),
  SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  SESSIONS_PER_PERSON: z.coerce.number().int().min(1).max(100).default(10),
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/:]+:\d{1,5}|unix:\/\/\/.+)$/, 'must be tcp://host:port or unix:///path')
    .optional(),
  API_KEY_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(600),
  RATE_PER_MINUTE: z
    .string()
    .default('')
    .refine((text) => /^([a-z]+=[1-9]\d{0,5}(,\s*|$))*$/.test(text), 'must look like search=120,export=20')
    .transform((text) =>
      Object.fromEntries([...text.matchAll(/([a-z]+)=(\d+)/g)].map(([, name, n]) => [name, Number(n)])),
    ),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  PARENT_WATCH: z.enum(['0', '1']).default('0'),
  NODE_ENV: z.string().default('development'),
  ...auditSettings,
});

/** The proxies in front are known by their number or by their addresses. */
const oneWay = (given: { TRUST_PROXY_HOPS: number; TRUST_PROXY_CIDRS: string[] }): boolean =>
  given.TRUST_PROXY_HOPS === 0 || given.TRUST_PROXY_CIDRS.length === 0;
const bothWays = { path: ['TRUST_PROXY_CIDRS'], error: 'stands instead of TRUST_PROXY_HOPS, not beside it' };

function list() {
  return z
    .string()
    .default('')
    .transform((text) => text.split(',').map((one) => one.trim()))
    .transform((all) => all.filter((one) => one !== ''));
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** One server, a cluster of which `redisUrl` names one node, or a master that sentinels name. */
export type RedisTopology =
  | { readonly kind: 'single' | 'cluster' }
  | {
      readonly kind: 'sentinel';
      readonly sentinels: readonly { readonly host: string; readonly port: number }[];
      readonly name: string;
      readonly password: string | undefined;
    };

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /**
   * Past a pooler such as PgBouncer: for migrations, LISTEN and the queue in PostgreSQL. undefined: `databaseUrl` is
   * PostgreSQL itself.
   */
  readonly databaseDirectUrl: string | undefined;
  /**
   * The owner of the tables, past a pooler: migrations and the retention of the audit trail. undefined: `databaseUrl`
   * owns them, and the trail is not safe from it.
   */
  readonly databaseOwnerUrl: string | undefined;
  readonly audit: AuditConfig;
  /** Connections per process. */
  readonly databasePool: number;
  /** undefined: the queue runs on PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** How the servers behind `redisUrl` are found. */
  readonly redisTopology: RedisTopology;
  /** Signs access tokens; only the API has it. */
  readonly jwtSecret: string;
  readonly demo: '0' | '1' | 'accounts';
  readonly demoPassword: string | undefined;
  /** The time zone of "today". */
  readonly zone: string;
  readonly smtpUrl: string | undefined;
  readonly publicUrl: string | undefined;
  /** The folder of the built web; undefined: another server (the proxy) delivers it. */
  readonly webDist: string | undefined;
  /** The exact number of trusted proxies in front, for the client's address. */
  readonly trustProxyHops: number;
  /** Addresses of the trusted proxies, if they are known; instead of a number. */
  readonly trustProxyCidrs: readonly string[];
  /** A session that is not used for so long ends. */
  readonly sessionIdleMinutes: number;
  /** A session ends after so long, used or not. */
  readonly sessionHours: number;
  /** If there are more, the oldest session of the person ends. */
  readonly sessionsPerPerson: number;
  /** The virus scanner of uploaded files; undefined: none. */
  readonly clamdUrl: string | undefined;
  /** Calls per API key and minute, over all processes. */
  readonly apiKeyPerMinute: number;
  /** Uses of each costly verb per person and minute, over all processes. */
  readonly ratePerMinute: Readonly<Record<string, number>>;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Whether people rely on it: no demo, NODE_ENV is production. What is unsafe is then refused, not warned of. */
  readonly inEarnest: boolean;
  /** Exit when the process that started this one has ended. */
  readonly parentWatch: boolean;
}

export class ConfigurationError extends Error {}

/** A setting that some processes require and others do without. */
export type Needed = 'JWT_SECRET' | 'AUDIT_KEY';

/** `needs` names the settings that this process requires. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  needs: readonly Needed[] = [],
): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const asked = settings.required(Object.fromEntries(needs.map((name) => [name, true])) as Record<Needed, true>);
  const parsed = (asked as unknown as typeof settings).refine(oneWay, bothWays).safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) =>
        `  ${issue.path.join('.')}: ${given[String(issue.path[0])] === undefined ? 'is missing' : issue.message}`,
    );
    throw new ConfigurationError(`配置有误，未启动 (configuration refused, not started):\n${lines.join('\n')}`);
  }
  const s = parsed.data;
  const dataDir = isAbsolute(s.DATA_DIR) ? s.DATA_DIR : resolve(s.DATA_DIR);
  return {
    port: s.PORT,
    host: s.HOST,
    dataDir,
    databaseUrl: s.DATABASE_URL,
    databaseDirectUrl: s.DATABASE_DIRECT_URL,
    databaseOwnerUrl: s.DATABASE_OWNER_URL,
    audit: auditConfigOf(s, dataDir),
    databasePool: s.DATABASE_POOL,
    redisUrl: s.REDIS_URL,
    redisTopology: topologyOf(s),
    jwtSecret: s.JWT_SECRET ?? '',
    demo: s.DEMO,
    demoPassword: s.DEMO_PASSWORD,
    zone: s.TZ_ZONE,
    smtpUrl: s.SMTP_URL,
    publicUrl: s.PUBLIC_URL,
    webDist: s.WEB_DIST,
    trustProxyHops: s.TRUST_PROXY_HOPS,
    trustProxyCidrs: s.TRUST_PROXY_CIDRS,
    sessionIdleMinutes: s.SESSION_IDLE_MINUTES,
    sessionHours: s.SESSION_HOURS,
    sessionsPerPerson: s.SESSIONS_PER_PERSON,
    clamdUrl: s.CLAMD_URL,
    apiKeyPerMinute: s.API_KEY_PER_MINUTE,
    ratePerMinute: s.RATE_PER_MINUTE,
    logLevel: s.LOG_LEVEL,
    inEarnest: s.NODE_ENV === 'production' && s.DEMO === '0',
    parentWatch: s.PARENT_WATCH === '1',
  };
}

function topologyOf(s: z.infer<typeof settings>): RedisTopology {
  if (s.REDIS_SENTINELS)
    return {
      kind: 'sentinel',
      sentinels: s.REDIS_SENTINELS.split(',').map((one) => {
        const [host = '', port] = one.split(':');
        return { host, port: Number(port) };
      }),
      name: s.REDIS_SENTINEL_NAME,
      password: s.REDIS_SENTINEL_PASSWORD,
    };
  return { kind: s.REDIS_CLUSTER === '1' ? 'cluster' : 'single' };
}

/** Injection token of the process's Config. */
export const CONFIG = Symbol('CONFIG');

import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { weaknessOf } from './secret-strength.js';

/** The law asks for six months of logs; no configuration keeps the trail for less. Days. */
export const LEAST_KEPT_DAYS = 183;

/** 32 random bytes are 64 hexadecimal digits, or 43 characters of base64. */
const key = z
  .string()
  .min(43, 'must have at least 43 characters; make one with: openssl rand -hex 32')
  .refine((secret) => weaknessOf(secret) === undefined, { error: ({ input }) => weaknessOf(String(input)) ?? '' });

const keysBefore = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((one) => one.trim()))
  .transform((all) => all.filter((one) => one !== ''))
  .pipe(z.array(key));

export const auditSettings = {
  AUDIT_KEY: key.optional(),
  AUDIT_KEYS_BEFORE: keysBefore,
  AUDIT_ADOPT: z.enum(['0', '1']).default('0'),
  AUDIT_ANCHOR_DIR: z.string().min(1).optional(),
  AUDIT_ANCHOR_WEBHOOK: z
    .url()
    .refine((url) => url.startsWith('https://') && !new URL(url).username, 'must be an https address without a user')
    .optional(),
  AUDIT_KEEP_DAYS: z.coerce
    .number()
    .int()
    .min(LEAST_KEPT_DAYS, `must be at least ${LEAST_KEPT_DAYS} days: logs are kept for six months by law`)
    .max(36_500)
    .optional(),
  AUDIT_SEGMENT_DIR: z.string().min(1).optional(),
};

export interface AuditConfig {
  /** Seals and signs the audit trail; '' in a process that needs none. It is never in the database. */
  readonly key: string;
  /** Keys that were replaced: they verify, and sign nothing. */
  readonly keysBefore: readonly string[];
  /** The operator says that the trail in the database is right as it is; read by migrate.js alone. */
  readonly adopt: boolean;
  /** Where the signed heads of the chains are written outside the database. */
  readonly anchorDir: string;
  /** Where each anchor is also sent; undefined: nowhere. */
  readonly anchorWebhook: string | undefined;
  /** Days after which entries leave the database as sealed files; undefined: never. */
  readonly keepDays: number | undefined;
  /** Where those files are written. */
  readonly segmentDir: string;
}

export function auditConfigOf(s: z.infer<z.ZodObject<typeof auditSettings>>, dataDir: string): AuditConfig {
  const folder = (given: string | undefined, name: string) =>
    given === undefined ? join(dataDir, name) : isAbsolute(given) ? given : resolve(given);
  return {
    key: s.AUDIT_KEY ?? '',
    keysBefore: s.AUDIT_KEYS_BEFORE,
    adopt: s.AUDIT_ADOPT === '1',
    anchorDir: folder(s.AUDIT_ANCHOR_DIR, 'anchors'),
    anchorWebhook: s.AUDIT_ANCHOR_WEBHOOK,
    keepDays: s.AUDIT_KEEP_DAYS,
    segmentDir: folder(s.AUDIT_SEGMENT_DIR, 'audit-segments'),
  };
}

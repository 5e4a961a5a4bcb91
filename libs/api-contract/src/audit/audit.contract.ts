import { z } from 'zod';
import { ACTS, CHANGES, TOLD_KINDS } from '../choices/index.js';
import { BREAKS } from './breaks.js';
import { id, instant, line, listQuery, pageOf, route } from '../wire/index.js';

/**
 * One change, written by the database in the transaction of the change; or an act that changes no record, such as a
 * sign-in, a refusal or a read.
 */
export const AuditEntry = z
  .object({
    id: z.string().meta({ description: 'number of the entry; it only increases' }),
    at: instant,
    actor: z.string().meta({
      description:
        '`user:<id>`, `system:<process>`, `address:<ip>` of a stranger, or `session:<id>` of one unknown by now',
    }),
    actorName: z.string().nullable(),
    request: z.string().meta({ description: 'trace id of the request or the job' }),
    kind: z.enum(TOLD_KINDS),
    action: z.enum([...CHANGES, ...ACTS]),
    subject: z
      .string()
      .meta({ description: 'the table, or the resource; `many` if further acts are counted together' }),
    subjectId: z.string().meta({ description: 'empty: a list' }),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable().meta({
      description:
        'for an update only the changed fields; for an act its facts: `routes` or `codes` with how often, `address`, `asked`, `shown`, `at`',
    }),
  })
  .meta({ id: 'AuditEntry' });

/** What is wrong, where, and in words. Only what is known is given. */
export const AuditBreak = z
  .object({
    kind: z.enum(BREAKS),
    says: z.object({ zh: z.string(), en: z.string() }),
    chain: z.int().nullable(),
    position: z.int().nullable(),
    entry: z.string().nullable(),
    head: z.string().nullable().meta({ description: 'number of the signed head' }),
    days: z.int().nullable().meta({ description: 'for how many days anchors are missing' }),
  })
  .meta({ id: 'AuditBreak' });
export const AuditVerdict = z
  .object({
    intact: z.boolean(),
    entries: z.int(),
    chains: z.int(),
    heads: z.int().meta({ description: 'signed heads that were checked' }),
    anchors: z.int().meta({ description: 'of these, daily ones and those on demand' }),
    signedAt: instant
      .nullable()
      .meta({ description: 'the last signed head; later entries are sealed but could be cut off unnoticed' }),
    segments: z.int().meta({ description: 'segments of old entries that left the database and were checked' }),
    breaks: z.array(AuditBreak).meta({ description: 'the first break of each chain and of each kind of proof' }),
    verifiedAt: instant,
  })
  .meta({ id: 'AuditVerdict' });
export const AuditAnchor = z
  .object({
    head: z.string().meta({ description: 'number of the signed head' }),
    at: instant,
    day: z.string(),
    database: z.string().meta({ description: "the cluster's identifier and the name of the database" }),
    entries: z.string().meta({ description: 'entries in all chains that it proves' }),
    mac: z.string(),
  })
  .meta({ id: 'AuditAnchor' });

const filter = {
  subject: line(60),
  subjectId: line(60),
  actor: line(60),
  userId: id,
  kind: z.enum(TOLD_KINDS),
  action: z.enum([...CHANGES, ...ACTS]),
  at_gte: instant,
  at_lte: instant,
};
/** An export holds at most so many entries; a narrower filter holds fewer. */
export const MOST_EXPORTED = 20_000;

const read = ['read', 'AuditEntry'] as const;
export const auditEntries = {
  list: route({
    method: 'GET',
    path: '/audit-entries',
    access: read,
    summary: { zh: '审计记录', en: 'Audit entries' },
    query: listQuery({
      filter,
      sorts: ['at'],
      defaultOrder: 'desc',
    }),
    response: pageOf(AuditEntry),
  }),
  unmask: route({
    method: 'POST',
    path: '/audit-entries/:id/unmask',
    access: ['unmask', 'AuditEntry'],
    status: 200,
    summary: { zh: '查看审计记录中的完整号码', en: 'Show the whole numbers of an entry' },
    description: 'Numbers are masked in the list, for everybody. Who saw which entry, and why, is kept.',
    params: z.object({ id: z.string().regex(/^\d{1,18}$/) }),
    body: z.strictObject({ reason: line(200) }),
    response: AuditEntry,
    refuses: ['reason.says-nothing', 'rate.limited'],
  }),
  export: route({
    method: 'POST',
    path: '/audit-entries/export',
    costs: 'export',
    access: ['export', 'AuditEntry'],
    summary: { zh: '导出审计记录', en: 'Export the audit trail' },
    description: `The entries of a filter, newest first, at most ${MOST_EXPORTED}. Numbers are masked. Every cell is text, so that nothing is calculated when the file is opened. The export itself is told in the trail.`,
    body: z.strictObject({ filter: z.strictObject(filter).partial().default({}) }),
    download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    refuses: ['audit.too-many'],
  }),
  erase: route({
    method: 'POST',
    path: '/audit-entries/erase-person',
    access: ['erase', 'AuditEntry'],
    status: 200,
    summary: { zh: '清除审计里某人的个人信息', en: 'Erase a person from the trail' },
    description:
      'Destroys the key of the personal values that the trail tells of one record. Two people do it: the first call asks (`asked`), the same call by another person agrees (`erased`). Both are told in the trail, as changes of `audit_person`. The entries stay and verify; the values are shown as `{ "erased": true }`. The record itself is changed or removed in its own room. It cannot be undone.',
    body: z.strictObject({ subject: z.enum(['contact', 'co_report', 'app_user']), subjectId: id, reason: line(200) }),
    response: z.object({ state: z.enum(['asked', 'erased']) }),
    refuses: ['reason.says-nothing', 'erasing.own'],
  }),
  verify: route({
    method: 'POST',
    path: '/audit-entries/verify',
    access: read,
    tells: 'verify',
    status: 200,
    summary: { zh: '核验审计链', en: 'Verify the audit chains' },
    description:
      'Every entry is hashed together with the one before it, in seventeen chains (one of them for large imports), and sealed with a key outside the database. The heads of the chains are signed each minute and written outside the database. Whatever is changed, deleted, inserted, reordered or cut off is named; so are anchors that are missing.',
    response: AuditVerdict,
  }),
  anchor: route({
    method: 'POST',
    path: '/audit-entries/anchor',
    access: read,
    tells: 'verify',
    status: 201,
    summary: { zh: '立即写入锚点', en: 'Anchor the audit chains now' },
    description:
      'Signs the heads of all chains and writes them to the database, to the file outside it, and to the webhook if one is configured. Refused if the trail is broken.',
    response: AuditAnchor,
    refuses: ['audit.broken'],
  }),
};

export type AuditEntry = z.infer<typeof AuditEntry>;
export type AuditBreak = z.infer<typeof AuditBreak>;
export type AuditVerdict = z.infer<typeof AuditVerdict>;
export type AuditAnchor = z.infer<typeof AuditAnchor>;

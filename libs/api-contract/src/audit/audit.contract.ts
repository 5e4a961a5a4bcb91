import { z } from 'zod';
import { ACTS, CHANGES, TOLD_KINDS } from '../choices/index.js';
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

/** How a chain is broken at `position`: missing, out of order, changed, unlinked, or shorter than its anchor. */
export const BREAKS = ['entry-missing', 'link-missing', 'order', 'content', 'head', 'unlinked', 'anchor'] as const;
export const AuditBreak = z
  .object({
    chain: z.int().nullable(),
    position: z.int().nullable(),
    entry: z.string().nullable(),
    kind: z.enum(BREAKS),
  })
  .meta({ id: 'AuditBreak' });
export const AuditVerdict = z
  .object({
    intact: z.boolean(),
    entries: z.int(),
    chains: z.int(),
    anchors: z
      .int()
      .meta({ description: 'days whose chain heads were also written outside the database and compared' }),
    breaks: z.array(AuditBreak).meta({ description: 'the first break of each chain' }),
    verifiedAt: instant,
  })
  .meta({ id: 'AuditVerdict' });

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
  verify: route({
    method: 'POST',
    path: '/audit-entries/verify',
    access: read,
    tells: 'verify',
    status: 200,
    summary: { zh: '核验审计链', en: 'Verify the audit chains' },
    description:
      'Every entry is hashed together with the one before it, in seventeen chains (one of them for large imports). A changed, deleted, inserted or reordered entry breaks its chain. A truncated chain is shorter than its anchor outside the database.',
    response: AuditVerdict,
  }),
};

export type AuditEntry = z.infer<typeof AuditEntry>;
export type AuditBreak = z.infer<typeof AuditBreak>;
export type AuditVerdict = z.infer<typeof AuditVerdict>;

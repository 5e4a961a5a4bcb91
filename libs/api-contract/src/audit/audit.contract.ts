import { z } from 'zod';
import { id, instant, line, listQuery, pageOf, route } from '../wire/index.js';

/** One change, written by the database in the transaction of the change. */
export const AuditEntry = z
  .object({
    id: z.string().meta({ description: 'number of the entry; it only increases' }),
    at: instant,
    actor: z.string().meta({ description: '`user:<id>` or `system:<process>`' }),
    actorName: z.string().nullable(),
    request: z.string().meta({ description: 'trace id of the request or the job' }),
    action: z.enum(['insert', 'update', 'delete']),
    subject: z.string().meta({ description: 'the table' }),
    subjectId: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable().meta({ description: 'for an update only the changed fields' }),
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

const read = ['read', 'AuditEntry'] as const;
export const auditEntries = {
  list: route({
    method: 'GET',
    path: '/audit-entries',
    access: read,
    summary: { zh: '审计记录', en: 'Audit entries' },
    query: listQuery({
      filter: {
        subject: line(60),
        subjectId: line(60),
        actor: line(60),
        userId: id,
        action: z.enum(['insert', 'update', 'delete']),
        at_gte: instant,
        at_lte: instant,
      },
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
  verify: route({
    method: 'POST',
    path: '/audit-entries/verify',
    access: read,
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

import { z } from 'zod';
import { id, instant, line, listQuery, pageOf, route } from '../wire/index.js';

/** One change, as the database wrote it in the transaction that made it. */
export const AuditEntry = z
  .object({
    id: z.string().meta({ description: 'the number of the entry; it only grows' }),
    at: instant,
    actor: z.string().meta({ description: '`user:<id>` or `system:<process>`' }),
    actorName: z.string().nullable(),
    request: z.string().meta({ description: 'trace id of the request or job' }),
    action: z.enum(['insert', 'update', 'delete']),
    subject: z.string().meta({ description: 'the table' }),
    subjectId: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable().meta({ description: 'of an update, what changed alone' }),
  })
  .meta({ id: 'AuditEntry' });

/**
 * Where a chain no longer holds: what is at `position` is missing, out of order, changed, unlinked, or shorter than it
 * was.
 */
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
    anchors: z.int().meta({ description: 'days whose heads were written outside the database and compared' }),
    breaks: z.array(AuditBreak).meta({ description: 'the first of each chain' }),
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
  verify: route({
    method: 'POST',
    path: '/audit-entries/verify',
    access: read,
    status: 200,
    summary: { zh: '核验审计链', en: 'Recompute the chains' },
    description:
      'Every entry is hashed together with the one before it, in seventeen chains (one of them for large imports). A flipped, deleted, inserted or reordered entry breaks its chain; a chain cut at its end is shorter than the anchor written outside the database.',
    response: AuditVerdict,
  }),
};

export type AuditEntry = z.infer<typeof AuditEntry>;
export type AuditBreak = z.infer<typeof AuditBreak>;
export type AuditVerdict = z.infer<typeof AuditVerdict>;

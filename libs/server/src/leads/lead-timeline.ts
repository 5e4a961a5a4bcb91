import type { TimelineEntry } from '@crm/api-contract/leads';
import type { Rows } from '@crm/platform/db';
import { namesMeant, toldChanges } from '../data-access/index.js';
import { leadTable } from './lead.entity.js';
import { FOLLOW_UP_COLUMNS, FOLLOW_UP_FROM, followUpView, type FollowUpRow } from './lead.view.js';

interface AuditRow {
  seq: string;
  at: string;
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  actor_name: string | null;
}

const NEWEST = 100;

/** Follow-ups, and the lead's changes from the audit, each by its own query, newest first. */
export async function timelineOf(rows: Rows, leadId: string): Promise<TimelineEntry[]> {
  const followUps = await rows.hot<FollowUpRow>(
    `SELECT ${FOLLOW_UP_COLUMNS}
     FROM ${FOLLOW_UP_FROM}
     WHERE t.lead_id = $1
     ORDER BY t.created_at DESC, t.id DESC
     LIMIT ${NEWEST}`,
    [leadId],
  );
  const changes = await rows.hot<AuditRow>(
    `SELECT a.seq, a.at, a.action, a.before, a.after, u.name AS actor_name
     FROM audit_entry a
     LEFT JOIN app_user u ON u.id = (CASE WHEN a.actor LIKE 'user:%' THEN substr(a.actor, 6)::uuid END)
     WHERE a.subject = 'lead' AND a.subject_id = $1 AND a.action IN ('insert', 'update', 'delete')
     ORDER BY a.seq DESC
     LIMIT ${NEWEST}`,
    [leadId],
  );
  const named = await namesMeant(
    rows,
    leadTable,
    changes
      .filter(({ action }) => action === 'update')
      .flatMap(({ before, after }) => toldChanges(leadTable, before, after)),
  );
  const entries = [...followUps.map(ofFollowUp), ...changes.flatMap((row) => ofChange(row, named))];
  return entries.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, NEWEST);
}

const ofFollowUp = (row: FollowUpRow): TimelineEntry => ({
  id: row.id,
  kind: 'follow-up',
  at: row.createdAt,
  actorName: row.authorName,
  followUp: followUpView(row),
  changes: [],
});

function ofChange(row: AuditRow, named: ReadonlyMap<string, string>): TimelineEntry[] {
  const after = row.after ?? {};
  // The follow-up itself is listed and contains the next step it set.
  if (row.action === 'update' && 'followed_up_at' in after) return [];
  const text = (value: unknown): string | null =>
    value === null || value === undefined ? null : (named.get(String(value)) ?? String(value));
  const changes =
    row.action === 'insert'
      ? []
      : toldChanges(leadTable, row.before, after).map((change) => ({
          field: change.field,
          before: text(change.before),
          after: text(change.after),
        }));
  if (row.action === 'update' && changes.length === 0) return [];
  const kind =
    row.action === 'insert' ? 'created' : 'stage' in after ? 'moved' : 'owner_id' in after ? 'transferred' : 'changed';
  return [{ id: row.seq, kind, at: row.at, actorName: row.actor_name, followUp: null, changes }];
}

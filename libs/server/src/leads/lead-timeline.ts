import type { TimelineEntry } from '@crm/api-contract/leads';
import type { Rows } from '@crm/platform/db';
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

/** Fields of a lead as the wire names them; what only the database needs is no history. */
const FIELD_OF: Readonly<Record<string, string>> = {
  stage: 'stage',
  loss_reason: 'lossReason',
  owner_id: 'ownerId',
  transfer_reason: 'transferReason',
  project_name: 'projectName',
  park_id: 'parkId',
  industry_id: 'industryId',
  channel: 'channel',
  investment_wan: 'investmentWan',
  area_mu: 'areaMu',
  next_step: 'nextStep',
  next_on: 'nextOn',
  note: 'note',
};

/** Follow-ups and what the audit kept of the lead itself, each read by its own query, newest first. */
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
     WHERE a.subject = 'lead' AND a.subject_id = $1
     ORDER BY a.seq DESC
     LIMIT ${NEWEST}`,
    [leadId],
  );
  const named = await namesIn(rows, changes);
  const entries = [...followUps.map(ofFollowUp), ...changes.flatMap((row) => ofChange(row, named))];
  return entries.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, NEWEST);
}

const ofFollowUp = (row: FollowUpRow): TimelineEntry => ({
  id: row.id,
  kind: 'follow-up',
  at: row.created_at,
  actorName: row.author_name,
  followUp: followUpView(row),
  changes: [],
});

function ofChange(row: AuditRow, named: ReadonlyMap<string, string>): TimelineEntry[] {
  const after = row.after ?? {};
  // A follow-up tells its own story; the next step it left behind stands in it.
  if (row.action === 'update' && 'followed_up_at' in after) return [];
  const text = (value: unknown): string | null =>
    value === null || value === undefined ? null : (named.get(String(value)) ?? String(value));
  const changes =
    row.action === 'insert'
      ? []
      : Object.keys(FIELD_OF)
          .filter((column) => column in after)
          .map((column) => ({
            field: FIELD_OF[column] as string,
            before: text(row.before?.[column]),
            after: text(after[column]),
          }));
  if (row.action === 'update' && changes.length === 0) return [];
  const kind =
    row.action === 'insert' ? 'created' : 'stage' in after ? 'moved' : 'owner_id' in after ? 'transferred' : 'changed';
  return [{ id: row.seq, kind, at: row.at, actorName: row.actor_name, followUp: null, changes }];
}

/** The audit keeps ids; a reader wants names. */
async function namesIn(rows: Rows, changes: readonly AuditRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>();
  for (const { action, before, after } of changes) {
    if (action !== 'update') continue;
    for (const column of ['owner_id', 'park_id', 'industry_id'])
      for (const side of [before, after]) if (typeof side?.[column] === 'string') ids.add(side[column]);
  }
  if (ids.size === 0) return new Map();
  const found = await rows.rows<{ id: string; name: string }>(
    `SELECT id, name
     FROM app_user
     WHERE id = ANY($1)
     UNION ALL
     SELECT id, name
     FROM park
     WHERE id = ANY($1)
     UNION ALL
     SELECT id, name
     FROM industry
     WHERE id = ANY($1)`,
    [[...ids]],
  );
  return new Map(found.map((row) => [row.id, row.name]));
}

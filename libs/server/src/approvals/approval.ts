import type { ApprovalCase, ApprovalKind, ApprovalLevel, ApprovalState } from '@crm/domain/approvals';
import type { Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What a room asks for. */
export interface ApprovalRequest {
  readonly kind: ApprovalKind;
  /** The record that changes when it is granted; one open case per kind and subject. */
  readonly subjectId: string;
  /** Whose page it stands on, and by which secretaries' sight is narrowed. */
  readonly contractId: string | null;
  /** Facts for the sentence on the screen; the room of the kind brings the sentence. */
  readonly title: Readonly<Record<string, string | number | boolean | null>>;
  /** 万元; null where none is named. */
  readonly amountWan: string | null;
  readonly belowStandard: boolean;
  /** What is asked for, as it stands now: what is granted is this. */
  readonly payload: Readonly<Record<string, Json>>;
}

/** A case as the rooms see it. */
export interface ApprovalRecord extends Omit<ApprovalRequest, 'payload'> {
  readonly id: string;
  readonly state: ApprovalState;
  /** The level that waits, from 1; null once closed. */
  readonly level: number | null;
  readonly levels: number;
  readonly payload: Readonly<Record<string, Json>>;
  readonly requestedBy: string;
  /** Who signed or sent it back last; of a case without levels the one who asked. */
  readonly closedBy: string | null;
  readonly version: number;
}

/** What happens in a room when a case of its kind is decided: in the same transaction, by the one who decided it. */
export interface ApprovalHandler {
  granted(tx: Tx, actor: Actor, approval: ApprovalRecord): Promise<void>;
  returned?(tx: Tx, actor: Actor, approval: ApprovalRecord, reason: string): Promise<void>;
  /** The one who asked took it back. */
  revoked?(tx: Tx, actor: Actor, approval: ApprovalRecord): Promise<void>;
}

export interface ApprovalRow {
  id: string;
  kind: ApprovalKind;
  subject_id: string;
  contract_id: string | null;
  title: ApprovalRequest['title'];
  payload: ApprovalRequest['payload'];
  amount_wan: string | null;
  below_standard: boolean;
  state: ApprovalState;
  level: number | null;
  levels: number;
  requested_by: string;
  closed_by: string | null;
  closed_at: string | null;
  reason: string | null;
  demo: boolean;
  version: number;
  created_at: string;
}

export interface StepRow {
  id: string;
  approval_id: string;
  level: number;
  role: 'manager' | 'admin' | null;
  user_ids: string[] | null;
  added_by: string | null;
  added_reason: string | null;
  decided_by: string | null;
  decision: 'approved' | 'returned' | null;
  note: string;
  at: string | null;
  created_at: string;
}

const levelOf = ({ role, user_ids }: Pick<StepRow, 'role' | 'user_ids'>): ApprovalLevel =>
  role === null ? { userIds: user_ids ?? [] } : { role };

export const caseOf = (row: ApprovalRow, steps: readonly StepRow[]): ApprovalCase => ({
  state: row.state,
  requestedBy: row.requested_by,
  steps: steps.map((step) => ({ id: step.id, level: step.level, by: levelOf(step), decidedBy: step.decided_by })),
});

export const recordOf = (row: ApprovalRow): ApprovalRecord => ({
  id: row.id,
  kind: row.kind,
  subjectId: row.subject_id,
  contractId: row.contract_id,
  title: row.title,
  amountWan: row.amount_wan,
  belowStandard: row.below_standard,
  payload: row.payload,
  state: row.state,
  level: row.level,
  levels: row.levels,
  requestedBy: row.requested_by,
  closedBy: row.closed_by,
  version: row.version,
});

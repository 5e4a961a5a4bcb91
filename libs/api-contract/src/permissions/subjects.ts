export const ROLES = ['admin', 'manager', 'officer', 'secretary', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** What can be done to a record. A business step is a separate action if not every editor may do it. */
export type Action =
  | 'read'
  | 'create'
  | 'update'
  | 'delete'
  | 'lose'
  | 'transfer'
  | 'correct'
  | 'sign'
  | 'approve'
  | 'verify'
  | 'decide'
  | 'assign'
  | 'import'
  | 'export'
  | 'unmask'
  | 'erase'
  | 'choose'
  | 'merge'
  | 'manage';

/**
 * Which rows a permission reaches.
 *
 * - zone: every row.
 * - signed: every signed contract, and drafts within the data scope.
 * - scope: rows tied to a person within the actor's data scope.
 * - assigned: rows of enterprises that a secretary is assigned to today.
 * - own: rows tied to the actor in person, whatever the data scope.
 */
export type Reach = 'zone' | 'signed' | 'scope' | 'assigned' | 'own';

/** An administrator reaches every row of every verb; so no row names it. */
export type Reaches = Partial<Record<Exclude<Role, 'admin'>, Reach>>;

interface InBoth {
  readonly zh: string;
  readonly en: string;
}

/** A row of the table: who may do what to a subject, which records, and why. */
export interface SubjectPermissions {
  readonly named: InBoth;
  /** Who a record is tied to, where a reach is narrower than the zone. */
  readonly tied?: InBoth;
  readonly may: Readonly<Partial<Record<Action, Reaches>>>;
  readonly why: InBoth;
  /** Who reads it is told in the audit trail: contracts, and what is promised and reported under them. */
  readonly told?: true;
}

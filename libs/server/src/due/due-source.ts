import type { Day } from '@crm/domain/days';
import type { DueItem, RecipientRole, StepPlan } from '@crm/domain/due';
import type { Rows, Where } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';

/** A due item with the people it concerns and the page it opens. */
export interface DueRecord extends DueItem {
  /** The record it is planned with (`DueSource.units`). */
  readonly unit: string;
  /**
   * Who works on the record (`officer`); null if nobody is named. If a rule finds nobody, the managers are reminded.
   */
  readonly ownerId: string | null;
  /** The enterprise, whose secretaries are reminded if the rule names them. */
  readonly enterpriseId: string | null;
  readonly departmentId?: string | null;
  /** The page it opens, below the root of the web: `/contracts/<id>/show`. */
  readonly link: string;
}

/** A rule with the defaults of its room; an administrator may change it. */
export interface DueRule {
  readonly code: string;
  readonly plan: StepPlan;
  readonly recipients: readonly RecipientRole[];
  /** News: once sent it stays in the inbox, although it is no longer due. */
  readonly news?: true;
}

export interface DueQuestion {
  readonly today: Day;
  /** Steps after today are planned up to and including this day. */
  readonly until: Day;
  /** The days before and after a deadline, as set for the rule now. */
  readonly planOf: (rule: string) => StepPlan;
}

/** Before the first id. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The next ids after one, in their order. */
export interface UnitPage {
  readonly after: string;
  readonly limit: number;
}

/** The records of a room that somebody may read: `SELECT 1 FROM <from> <where> AND <id> = …`. */
export interface ReadableUnits {
  readonly from: string;
  readonly id: string;
  readonly where: Where;
}

/**
 * A room's due items. It reads rows, decides by its pure rules, and writes nothing. Items are planned by units: a lead,
 * or a contract with all its commitments. A zone has a million items, so nobody asks for all at once.
 */
export interface DueSource {
  readonly room: string;
  readonly rules: readonly DueRule[];
  /** Units that may have an item; a unit left out has none. */
  units(rows: Rows, question: DueQuestion, page: UnitPage): Promise<string[]>;
  /** All items of some hundred units. */
  items(rows: Rows, question: DueQuestion, units: readonly string[]): Promise<DueRecord[]>;
  /**
   * Which units a change affects, by the kind of the changed record: a SELECT of unit ids, with the changed ids as $1.
   * Table triggers report the changes (`due_change`).
   */
  readonly touchedBy: Readonly<Record<string, string>>;
  /** The records that the actor may read now; an inbox shows nothing else. */
  readable(actor: Actor, today: Day): ReadableUnits;
}

/** The changed records are the units themselves. */
export const ITSELF = 'SELECT unnest($1::uuid[])';

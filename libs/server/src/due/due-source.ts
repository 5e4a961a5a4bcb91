import type { Day } from '@crm/domain/days';
import type { DueItem, RecipientRole, StepPlan } from '@crm/domain/due';
import type { Rows } from '@crm/platform/db';

/** What a room hands over: a due item, with whom it concerns and where it opens. */
export interface DueRecord extends DueItem {
  /**
   * Who works on the record (`officer`); null when nobody is named: where a rule finds nobody at all, the managers are
   * told.
   */
  readonly ownerId: string | null;
  /** The firm, whose secretaries are told when the rule names them. */
  readonly enterpriseId: string | null;
  readonly departmentId?: string | null;
  /** The page it opens, below the web's root: `/contracts/<id>/show`. */
  readonly link: string;
}

/** A rule as its room brings it; an administrator may change it afterwards (domain §6). */
export interface DueRule {
  readonly code: string;
  readonly plan: StepPlan;
  readonly recipients: readonly RecipientRole[];
}

export interface DueQuestion {
  readonly today: Day;
  /** Steps whose day lies after today are planned up to and with this one. */
  readonly until: Day;
  /** The days before and after, as they stand for the rule now. */
  readonly planOf: (rule: string) => StepPlan;
}

/**
 * A room's answer to "what is due?": reads rows, decides by its own pure rules, writes nothing. Reminders ask every
 * morning.
 */
export interface DueSource {
  readonly room: string;
  readonly rules: readonly DueRule[];
  items(rows: Rows, question: DueQuestion): Promise<DueRecord[]>;
}

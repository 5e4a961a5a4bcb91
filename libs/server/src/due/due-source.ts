import type { Day } from '@crm/domain/days';
import type { DueItem, RecipientRole, StepPlan } from '@crm/domain/due';
import type { Rows } from '@crm/platform/db';

/** A due item with the people it concerns and the page it opens. */
export interface DueRecord extends DueItem {
  /**
   * Who works on the record (`officer`); null if nobody is named. If a rule finds nobody at all, it reminds the
   * managers.
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
}

export interface DueQuestion {
  readonly today: Day;
  /** Steps after today are planned up to and including this day. */
  readonly until: Day;
  /** The days before and after a deadline, as set for the rule now. */
  readonly planOf: (rule: string) => StepPlan;
}

/** A room's due items: it reads rows, decides by its pure rules, and writes nothing. Reminders ask every morning. */
export interface DueSource {
  readonly room: string;
  readonly rules: readonly DueRule[];
  items(rows: Rows, question: DueQuestion): Promise<DueRecord[]>;
}

import { type Day, addDays } from '../days/index.js';
import type { RecipientRole } from '../due/index.js';

/** After so many days without anyone answering, the reminder climbs to these. */
export interface EscalationStep {
  readonly afterDays: number;
  readonly to: readonly RecipientRole[];
}

/** 督办, default: after three days the secretary office, after seven the manager. Stored as configuration. */
export const defaultEscalation: readonly EscalationStep[] = [
  { afterDays: 3, to: ['secretary-office'] },
  { afterDays: 7, to: ['manager'] },
];

export interface Escalated {
  /** 0 while nothing has climbed. */
  readonly level: number;
  readonly to: readonly RecipientRole[];
  readonly nextOn: Day | null;
}

/** How far an unanswered reminder has climbed today. Answered (done or snoozed past today) it stays where it is. */
export function escalation(
  remindedOn: Day,
  today: Day,
  answered: boolean,
  ladder: readonly EscalationStep[] = defaultEscalation,
): Escalated {
  const steps = ladder.toSorted((a, b) => a.afterDays - b.afterDays);
  const climbed = answered ? [] : steps.filter((step) => addDays(remindedOn, step.afterDays) <= today);
  const next = answered ? undefined : steps[climbed.length];
  return {
    level: climbed.length,
    to: climbed.at(-1)?.to ?? [],
    nextOn: next ? addDays(remindedOn, next.afterDays) : null,
  };
}

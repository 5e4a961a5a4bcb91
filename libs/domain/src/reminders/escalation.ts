import { type Day, addDays } from '../days/index.js';
import type { RecipientRole } from '../due/index.js';

/** After so many days without an answer, the reminder goes to these roles too. */
export interface EscalationStep {
  readonly afterDays: number;
  readonly to: readonly RecipientRole[];
}

/** 督办, default settings: after three days to the secretary office, after seven to the manager. */
export const defaultEscalation: readonly EscalationStep[] = [
  { afterDays: 3, to: ['secretary-office'] },
  { afterDays: 7, to: ['manager'] },
];

export interface Escalated {
  /** 0: not escalated yet. */
  readonly level: number;
  readonly to: readonly RecipientRole[];
  readonly nextOn: Day | null;
}

/**
 * How far an unanswered reminder is escalated today. An answered one (done, or snoozed past today) is not escalated.
 */
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

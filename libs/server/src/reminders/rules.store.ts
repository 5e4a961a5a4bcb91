import type { RecipientRole, StepPlan } from '@crm/domain/due';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import type { DueRule } from '../due/index.js';

export interface RuleRow {
  id: string;
  code: string;
  days_before: number[];
  overdue_every_days: number | null;
  recipients: RecipientRole[];
  channels: ('inbox' | 'mail')[];
  enabled: boolean;
  version: number;
}

export const RULE_COLUMNS =
  't.id, t.code, t.days_before, t.overdue_every_days, t.recipients, t.channels, t.enabled, t.version';

/** A new rule gets the defaults of its room; an existing rule stays as an administrator set it. */
export async function bringRules(tx: Tx, rules: readonly DueRule[]): Promise<void> {
  for (const { code, plan, recipients } of rules) {
    await tx.run(
      `INSERT INTO reminder_rule (id, code, days_before, overdue_every_days, recipients)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (code) DO NOTHING`,
      [newId(), code, plan.daysBefore, plan.overdueEveryDays, recipients],
    );
  }
}

export async function rulesByCode(rows: Rows): Promise<ReadonlyMap<string, RuleRow>> {
  const all = await rows.rows<RuleRow>(`SELECT ${RULE_COLUMNS} FROM reminder_rule t`);
  return new Map(all.map((rule) => [rule.code, rule]));
}

/** The stored plan, or before the first planning the room's default. */
export const planIn =
  (stored: ReadonlyMap<string, RuleRow>, brought: readonly DueRule[]) =>
  (code: string): StepPlan => {
    const rule = stored.get(code);
    if (rule) return { daysBefore: rule.days_before, overdueEveryDays: rule.overdue_every_days };
    const own = brought.find((one) => one.code === code);
    if (!own) throw new Error(`no room brings the rule ${code}`);
    return own.plan;
  };

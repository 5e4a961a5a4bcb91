import type { StepPlan } from '@crm/domain/due';
import { newId, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
import type { DueRule } from '../due/index.js';
import { reminderRuleTable } from './reminder.entity.js';

export type RuleRow = ShownOf<typeof reminderRuleTable>;

/**
 * A new rule gets the defaults of its room; an existing rule stays as an administrator set it. Returns the new ones.
 */
export async function bringRules(tx: Tx, rules: readonly DueRule[]): Promise<ReadonlySet<string>> {
  const brought = new Set<string>();
  for (const { code, plan, recipients } of rules) {
    const { daysBefore, overdueEveryDays } = plan;
    const fresh = await reminderRuleTable.insert(
      tx,
      { id: newId(), code, daysBefore: [...daysBefore], overdueEveryDays, recipients: [...recipients] },
      '(code) DO NOTHING',
    );
    if (fresh) brought.add(code);
  }
  return brought;
}

export async function rulesByCode(rows: Rows): Promise<ReadonlyMap<string, RuleRow>> {
  const all = await rows.rows<RuleRow>(`SELECT ${reminderRuleTable.columns()} FROM reminder_rule`);
  return new Map(all.map((rule) => [rule.code, rule]));
}

/** The stored plan, or before the first planning the room's default. */
export const planIn =
  (stored: ReadonlyMap<string, RuleRow>, brought: readonly DueRule[]) =>
  (code: string): StepPlan => {
    const rule = stored.get(code);
    if (rule) return { daysBefore: rule.daysBefore, overdueEveryDays: rule.overdueEveryDays };
    const own = brought.find((one) => one.code === code);
    if (!own) throw new Error(`no room brings the rule ${code}`);
    return own.plan;
  };

/** Rules as a file writes them; `touched` says of a code whether its rule is new, or has other values. */
export async function takeReminderRules(
  tx: Tx,
  rules: readonly Omit<RuleRow, 'id' | 'version'>[],
  touched: (code: string) => 'added' | 'changed' | undefined,
): Promise<void> {
  for (const one of rules) {
    const is = touched(one.code);
    if (is === 'changed') await reminderRuleTable.update(tx, { code: one.code }, one);
    if (is === 'added') await reminderRuleTable.insert(tx, { ...one, id: newId() });
  }
}

import type { DueLine, Reminder } from '@crm/api-contract/reminders';
import { DIGEST } from '@crm/api-contract/choices';
import type { ApprovalKind } from '@crm/domain/approvals';
import type { MilestoneKind } from '@crm/domain/contracts';
import { addDays } from '@crm/domain/days';
import type { ImportKind } from '@crm/domain/imports';
import type { PromisedIndicator, QuantityUnit } from '@crm/domain/standards';
import { daysBetween, dayOf } from '../parts/text/days.js';
import { amountBefore, unitAfter } from '../reference/quantities.js';
import { showDecimal } from '../parts/text/numbers.js';
import type { Verdict } from '../parts/marks/verdict.js';
import type { remindersZh } from './reminders.zh.js';

export type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Rules with a sentence; a rule of an extension is still shown, with enterprise and day. */
const rules = [
  'commitment.due',
  'actuals.missing',
  'milestone.due',
  'lead.unanswered',
  'lead.next-step',
  'approval.waiting',
  'land.idle',
  'construction.start',
  'project.check-up',
  'pace.behind',
  'contract.expiring',
  'support.expiring',
] as const;
type Rule = (typeof rules)[number];
const isRule = (rule: string): rule is Rule => (rules as readonly string[]).includes(rule);
/** Not due but finished: a long import. */
const DONE = 'import.done';

/** The facts with a label. */
interface Named {
  readonly unit?: QuantityUnit;
  readonly indicator?: PromisedIndicator;
  readonly kind?: MilestoneKind;
  readonly flag?: 'not-started' | 'money-behind' | 'money-stopped';
  readonly approvalKind?: ApprovalKind;
  readonly importKind?: ImportKind;
  /** How an import ended. */
  readonly status?: keyof (typeof remindersZh)['reminders']['rule']['import']['done'];
}
/** As near as the second-to-last reminder before a deadline. */
const NEAR_DAYS = 7;

const said = (value: DueLine['facts'][string] | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** A deadline uses the glyphs of the verdicts: past, near, still far. */
export function glyphOf(line: DueLine, today: string): Verdict {
  const left = daysBetween(today, line.dueDay);
  if (line.rule === DONE)
    return line.facts.status === 'failed' ? 'breach' : line.facts.status === 'checked' ? 'warning' : 'met';
  if (line.rule === DIGEST || left < 0) return 'breach';
  return left <= NEAR_DAYS ? 'warning' : 'not-due';
}

export function titleOf(line: DueLine, today: string, translate: Translate): string {
  if (line.rule === DIGEST) return translate('reminders.rule.digest', { smart_count: Number(line.facts.count ?? 0) });
  if (line.rule === DONE) return translate(`reminders.rule.${DONE}.${(line.facts as Named).status ?? 'checked'}`);
  const rule = isRule(line.rule) ? line.rule : 'other';
  return translate(`reminders.rule.${rule}.${line.dueDay < today ? 'overdue' : 'ahead'}`);
}

/** The enterprise and the subject: 辰源健康食品，2026 年税收 1,500 万元. */
export function aboutOf(line: DueLine, translate: Translate): string {
  if (line.rule === DIGEST) return translate('reminders.about.digest');
  const { facts, rule } = line;
  const enterprise = said(facts.enterpriseName);
  if (!isRule(rule) && rule !== DONE) return enterprise;
  const { unit = 'wan', indicator, kind, flag, approvalKind, importKind } = facts as Named;
  const required = amountBefore(translate, unit, said(facts.requiredWan ?? facts.required));
  const word = (name: PromisedIndicator) => translate(`indicators.name.${name}`, { _: name });
  return translate(`reminders.about.${rule}`, {
    enterprise,
    year: said(facts.year),
    indicator: indicator ? word(indicator) : '',
    indicators: (said(facts.indicators).split(' ').filter(Boolean) as PromisedIndicator[])
      .map(word)
      .join(translate('reminders.join')),
    required: facts.requiredWan || facts.required ? required : '',
    unit: unitAfter(translate, unit),
    milestone: kind ? translate(`contracts.stop.${kind}`) : '',
    nextStep: said(facts.nextStep),
    endsOn: said(facts.endsOn),
    clause: said(facts.clause),
    months: said(facts.months),
    flag: flag ? translate(`progress.checkUp.rules.${flag}`) : '',
    reportedOn: said(facts.reportedOn),
    requestedBy: said(facts.requestedBy),
    approval: approvalKind ? translate(`approvals.kind.${approvalKind}`) : '',
    subject:
      rule === 'pace.behind' ? (facts.subjectKind === 'zone' ? translate('lights.zone') : said(facts.subjectName)) : '',
    month: said(facts.month),
    import: importKind ? translate(`imports.kind.${importKind}`) : '',
    rows: facts.rows === undefined ? '' : showDecimal(said(facts.rows)),
    invalid: said(facts.invalid),
    percent: facts.behindPercent ? showDecimal(said(facts.behindPercent), 2) : '',
  });
}

export function dueIn(line: DueLine, today: string, translate: Translate): string {
  if (line.rule === DONE) return line.dueDay === today ? translate('reminders.groups.today') : line.dueDay.slice(5);
  const left = daysBetween(today, line.dueDay);
  if (left === 0) return translate('reminders.today');
  return left < 0
    ? translate('reminders.late', { smart_count: -left })
    : translate('reminders.left', { smart_count: left });
}

/** The names of the record below the sentence: project and number. */
export const recordOf = ({ facts }: DueLine): string =>
  [facts.projectName ?? facts.title, facts.contractNumber].map(said).filter(Boolean).join(' · ');

export const nextMonday = (today: string): string =>
  addDays(today, 7 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));

export type Group = 'today' | 'week' | 'earlier';
/** Grouped by the day it was sent; a week begins on Monday. */
export function groupOf({ createdAt }: Pick<Reminder, 'createdAt'>, today: string): Group {
  const day = dayOf(new Date(createdAt));
  if (day >= today) return 'today';
  return day >= addDays(nextMonday(today), -7) ? 'week' : 'earlier';
}

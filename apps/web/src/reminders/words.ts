import type { DueLine, Reminder } from '@crm/api-contract/reminders';
import { DIGEST } from '@crm/api-contract/choices';
import { addDays } from '@crm/domain/days';
import { daysBetween, dayOf } from '../parts/text/days.js';
import { amountBefore, unitAfter } from '../reference/quantities.js';
import { showDecimal } from '../parts/text/numbers.js';
import type { Verdict } from '../parts/marks/verdict.js';

export type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Rules there are words for; one an extension brings is still shown, by firm and day. */
const RULES = [
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
  'import.done',
  'contract.expiring',
  'support.expiring',
];
/** Not due but over: an import that took long. */
const DONE = 'import.done';
/** As near as the last but one reminder before a deadline. */
const NEAR_DAYS = 7;

const said = (value: DueLine['facts'][string] | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** A deadline borrows its glyph from the verdicts: past, near, still far. */
export function glyphOf(line: DueLine, today: string): Verdict {
  const left = daysBetween(today, line.dueDay);
  if (line.rule === DONE)
    return line.facts.status === 'failed' ? 'breach' : line.facts.status === 'checked' ? 'warning' : 'met';
  if (line.rule === DIGEST || left < 0) return 'breach';
  return left <= NEAR_DAYS ? 'warning' : 'not-due';
}

export function titleOf(line: DueLine, today: string, translate: Translate): string {
  if (line.rule === DIGEST) return translate('reminders.rule.digest', { smart_count: Number(line.facts.count ?? 0) });
  if (line.rule === DONE) return translate(`reminders.rule.${DONE}.${said(line.facts.status)}`);
  const rule = RULES.includes(line.rule) ? line.rule : 'other';
  return translate(`reminders.rule.${rule}.${line.dueDay < today ? 'overdue' : 'ahead'}`);
}

/** Whom and what it is about: 辰源健康食品，2026 年税收 1,500 万元. */
export function aboutOf(line: DueLine, translate: Translate): string {
  if (line.rule === DIGEST) return translate('reminders.about.digest');
  const { facts } = line;
  const enterprise = said(facts.enterpriseName);
  if (!RULES.includes(line.rule)) return enterprise;
  const unit = facts.unit ? said(facts.unit) : 'wan';
  const required = amountBefore(translate, unit, said(facts.requiredWan ?? facts.required));
  const indicator = (name: string) => translate(`performance.indicator.${name}`, { _: name });
  return translate(`reminders.about.${line.rule}`, {
    enterprise,
    year: said(facts.year),
    indicator: facts.indicator ? indicator(said(facts.indicator)) : '',
    indicators: said(facts.indicators).split(' ').filter(Boolean).map(indicator).join(translate('reminders.join')),
    required: facts.requiredWan || facts.required ? required : '',
    unit: unitAfter(translate, unit),
    milestone: facts.kind ? translate(`contracts.stop.${said(facts.kind)}`) : '',
    nextStep: said(facts.nextStep),
    endsOn: said(facts.endsOn),
    clause: said(facts.clause),
    months: said(facts.months),
    flag: facts.flag ? translate(`progress.checkUp.rules.${said(facts.flag)}`) : '',
    reportedOn: said(facts.reportedOn),
    requestedBy: said(facts.requestedBy),
    approval: facts.approvalKind ? translate(`approvals.kind.${said(facts.approvalKind)}`) : '',
    subject:
      line.rule === 'pace.behind'
        ? facts.subjectKind === 'zone'
          ? translate('lights.zone')
          : said(facts.subjectName)
        : '',
    month: said(facts.month),
    import: facts.importKind ? translate(`imports.kind.${said(facts.importKind)}`) : '',
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

/** The record's own names below the sentence: project and number. */
export const recordOf = ({ facts }: DueLine): string =>
  [facts.projectName ?? facts.title, facts.contractNumber].map(said).filter(Boolean).join(' · ');

export const nextMonday = (today: string): string =>
  addDays(today, 7 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));

export type Group = 'today' | 'week' | 'earlier';
/** By the day it was told, the week beginning on Monday. */
export function groupOf({ createdAt }: Pick<Reminder, 'createdAt'>, today: string): Group {
  const day = dayOf(new Date(createdAt));
  if (day >= today) return 'today';
  return day >= addDays(nextMonday(today), -7) ? 'week' : 'earlier';
}

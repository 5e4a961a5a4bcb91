import type { OccurrenceRow } from './occurrences.store.js';

const words = {
  zh: {
    one: '提醒',
    digest: (count: number) => `提醒：${count} 项已逾期`,
    due: '到期日',
    open: '打开',
    rest: '全部内容见系统收件箱。',
  },
  en: {
    one: 'Reminder',
    digest: (count: number) => `Reminder: ${count} overdue`,
    due: 'due',
    open: 'open',
    rest: 'The full list is in your inbox.',
  },
} as const;

/** A plain text mail: what is due, by when, and the page to open. The facts that name the record come first. */
export function reminderMail(
  occurrence: OccurrenceRow & { locale: 'zh' | 'en' },
  lines: readonly OccurrenceRow[],
  publicUrl: string | undefined,
): { subject: string; text: string } {
  const say = words[occurrence.locale];
  const base = (publicUrl ?? '').replace(/\/$/, '');
  const body = lines.map((line) => `${nameOf(line)} · ${say.due} ${line.dueDay}\n${say.open}: ${base}${line.link}`);
  const subject =
    occurrence.rule === 'digest'
      ? say.digest(lines.length)
      : `${say.one}: ${nameOf(occurrence)} · ${occurrence.dueDay}`;
  return { subject, text: [...body, ...(occurrence.rule === 'digest' ? [say.rest] : [])].join('\n\n') };
}

const nameOf = ({ facts, rule }: OccurrenceRow): string =>
  [facts.enterpriseName, facts.projectName, facts.title]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ') || rule;

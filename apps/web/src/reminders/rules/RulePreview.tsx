import type { PlannedReminder, ReminderRule } from '@crm/api-contract/reminders';
import { reminderRules } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import Button from '@mui/material/Button';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { useState } from 'react';
import { DayBox } from '../../parts/fields/DayBox.js';
import { Answer } from '../../parts/layout/Answer.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { RowsTable } from '../../parts/tables/RecordTable.js';
import { dayOf } from '../../parts/text/days.js';
import { ask } from '../../providers/ask.js';
import { aboutOf } from '../words.js';
import { stepWord } from './ruleWords.js';

type Line = PlannedReminder & { readonly id: string };

/** 预演: who would get what on a day, page by page; nothing is sent. */
export function RulePreview({
  rule,
  changes,
}: {
  rule: ReminderRule;
  changes: BodyAsked<typeof reminderRules.change>;
}) {
  const translate = useTranslate();
  const [on, setOn] = useState(() => dayOf(new Date()));
  const answer = useInfiniteQuery({
    queryKey: ['reminder-rules', 'preview', rule.id, on, changes],
    queryFn: ({ pageParam, signal }) =>
      ask(reminderRules.preview, {
        params: { id: rule.id },
        body: { on, changes, ...(pageParam ? { from: pageParam } : {}) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: /^\d{4}-\d{2}-\d{2}$/.test(on),
  });
  const lines = (answer.data?.pages ?? [])
    .flatMap(({ data }) => data)
    .map((line, at): Line => ({ ...line, id: String(at) }));
  const people = new Set(lines.map(({ recipientId }) => recipientId)).size;
  return (
    <section aria-label={translate('reminderRules.preview.title')} className="stack">
      <h3>
        {translate('reminderRules.preview.title')}{' '}
        <span className="caption">{translate('reminderRules.preview.caption')}</span>
      </h3>
      <label className="row">
        <span className="caption">{translate('reminderRules.preview.day')}</span>
        <DayBox className="field" value={on} onChange={setOn} />
      </label>
      <Answer answer={{ data: answer.data, error: answer.error, refetch: answer.refetch }} rows={4}>
        {() => (
          <>
            <p aria-live="polite">
              {lines.length === 0 && !answer.hasNextPage
                ? translate('reminderRules.preview.none')
                : translate(answer.hasNextPage ? 'reminderRules.preview.counted' : 'reminderRules.preview.all', {
                    lines: lines.length,
                    people,
                  })}
            </p>
            {lines.length > 0 && (
              <RowsTable<Line>
                name="rule-preview"
                label={translate('reminderRules.preview.title')}
                rows={lines}
                columns={lineColumns(translate)}
              />
            )}
            {answer.hasNextPage && (
              <Button disabled={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
                {translate('reminderRules.preview.more')}
              </Button>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

const lineColumns = (translate: TranslateFunction): RecordColumn<Line>[] => [
  { source: 'recipientName', label: 'reminderRules.preview.who', cell: (line) => line.recipientName },
  { source: 'facts', label: 'reminderRules.preview.what', cell: (line) => aboutOf(line, translate) },
  {
    source: 'step',
    label: 'reminderRules.preview.step',
    cell: (line) => (
      <>
        {stepWord(line.step, translate)}
        {line.inDigest && <div className="caption">{translate('reminderRules.preview.digest')}</div>}
      </>
    ),
  },
  {
    source: 'channel',
    label: 'reminderRules.preview.how',
    cell: (line) => translate(`reminderRules.channels.${line.channel}`),
  },
];

import { isPerMu, promisedIndicators } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { FilterSelect } from '../../parts/fields/FilterSelect.js';
import { CountTabs } from '../../parts/layout/CountTabs.js';
import { QuestionFilters, type Question } from '../../portfolio/index.js';
import { missedVerdicts, missedWords, type Missed, type MissedQuestion } from '../useDecisions.js';

const standings = ['open', 'waiting', 'decided'] as const;

interface Props {
  asked: MissedQuestion;
  counts: Missed['counts'] | undefined;
  set: (change: Record<string, string | null>) => void;
}

/** The filters of the overview, and those of the missed commitments alone. */
export function MissedFilters({ question, today, asked, counts, set }: Props & { question: Question; today: string }) {
  const translate = useTranslate();
  return (
    <QuestionFilters
      question={question}
      today={today}
      set={set}
      alsoCleared={missedWords}
      dirty={missedWords.some((name) => asked[name] !== null)}
      more={
        <>
          <FilterSelect
            label={translate('decisions.missed.verdict')}
            value={asked.verdict}
            all={translate('decisions.missed.short')}
            options={missedVerdicts.map((value) => ({
              value,
              label: `${translate(`parts.verdict.${value}`)}${counts ? ` ${counts.verdict[value] ?? 0}` : ''}`,
            }))}
            onChange={(verdict) => set({ verdict })}
          />
          <FilterSelect
            label={translate('decisions.missed.standing')}
            value={asked.standing}
            options={standings.map((value) => ({ value, label: translate(`decisions.standing.${value}`) }))}
            onChange={(standing) => set({ standing })}
          />
          {asked.handler && (
            <FilterSelect
              label={translate('decisions.missed.handler')}
              value={asked.handler}
              options={[{ value: asked.handler, label: asked.handler }]}
              onChange={(handler) => set({ handler })}
            />
          )}
          {asked.worst && (
            <FilterSelect
              label={translate('decisions.missed.worst')}
              value={asked.worst}
              options={missedVerdicts.map((value) => ({ value, label: translate(`parts.verdict.${value}`) }))}
              onChange={(worst) => set({ worst })}
            />
          )}
        </>
      }
    />
  );
}

/** One indicator or all, each with its count. */
export function IndicatorTabs({ asked, counts, set }: Props) {
  const translate = useTranslate();
  const all = counts && Object.values(counts.indicator).reduce((sum, count) => sum + count, 0);
  return (
    <CountTabs
      value={asked.indicator ?? ''}
      label={translate('promises.indicator')}
      onChange={(indicator) => set({ indicator: indicator || null })}
      tabs={[
        { value: '', label: translate('parts.filter.all'), count: all },
        ...promisedIndicators
          .filter((one) => isPerMu(one) || counts?.indicator[one])
          .map((value) => ({
            value: value as string,
            label: translate(`indicators.name.${value}`),
            count: counts && (counts.indicator[value] ?? 0),
          })),
      ]}
    />
  );
}

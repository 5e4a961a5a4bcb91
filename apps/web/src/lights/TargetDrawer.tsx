import { decimal } from '@crm/domain/quantities';
import { useTranslate, type TranslateFunction } from 'ra-core';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { showInstant } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { showWan } from '../parts/text/money.js';
import { NONE, showDecimal, showPercent } from '../parts/text/numbers.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Hint } from '../parts/marks/Hint.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { useTarget, type TargetInFull } from './useTargets.js';
import { indicatorWord, subjectWord, useMonthWord, verdictOf } from './words.js';

/** One target: plan and actual month by month, as bars and as numbers, and every value that was corrected. */
export function TargetDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const translate = useTranslate();
  const { data, error, refetch } = useTarget(id);
  return (
    <SideDrawer
      title={
        data
          ? `${subjectWord(data, translate)} · ${indicatorWord(data.indicator, translate)}`
          : translate('lights.title')
      }
      caption={data?.year}
      onClose={onClose}
    >
      {error ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={8} />
      ) : (
        <Inside target={data} />
      )}
    </SideDrawer>
  );
}

function Inside({ target }: { target: TargetInFull }) {
  const translate = useTranslate();
  const monthWord = useMonthWord();
  const { latest } = target;
  const old = target.entries.filter(({ reason, knownTo }) => reason !== null || knownTo !== null);
  return (
    <div className="stack">
      {latest?.light && (
        <p>
          <VerdictChip verdict={verdictOf[latest.light]}>{translate(`lights.light.${latest.light}`)}</VerdictChip>{' '}
          {translate('lights.latest', {
            month: monthWord(latest.month),
            plan: showWan(translate, latest.plan!.valueWan, 2),
            actual: showWan(translate, latest.actual!.valueWan, 2),
            percent: showPercent(latest.behindPercent),
            wan: showWan(translate, latest.behindWan, 2),
          })}
          {latest.escalates && <b> {translate('lights.escalates')}</b>}
        </p>
      )}
      {target.subjectLink && <Link to={target.subjectLink}>{translate('lights.openSubject')}</Link>}
      <PaceBars target={target} />
      <RowsTable<Month>
        name="pace-months"
        className="pacetable"
        label={translate('lights.figures')}
        columns={monthColumns(translate, monthWord)}
        rows={target.months.map((one) => ({ ...one, id: one.month }))}
      />
      {old.length > 0 && (
        <>
          <h3>{translate('lights.corrections')}</h3>
          <ul className="corrections">
            {old.map((entry) => (
              <li key={`${entry.knownFrom}${entry.month}${entry.kind}${entry.valueWan}`}>
                <span className={entry.knownTo ? 'was' : 'strong'}>
                  {translate('lights.month', { month: monthWord(entry.month) })} {translate(`lights.${entry.kind}`)}{' '}
                  {showWan(translate, entry.valueWan, 2)}
                </span>
                <span className="caption">
                  {[entry.source, entry.enteredBy, showInstant(entry.knownFrom), entry.reason]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type Month = TargetInFull['months'][number] & { id: number };

const figureColumn = (kind: 'plan' | 'actual', translate: TranslateFunction): RecordColumn<Month> => ({
  source: kind,
  label: `lights.${kind}`,
  unit: 'parts.unit.wan',
  number: true,
  cell: (one) => (
    <span title={one[kind]?.source}>
      {showWan(translate, one[kind]?.valueWan, 2)}
      {one[`${kind}Falls`] && <Hint verdict="warning">{translate('lights.falls')}</Hint>}
    </span>
  ),
});

const monthColumns = (translate: TranslateFunction, monthWord: (month: number) => string): RecordColumn<Month>[] => [
  {
    source: 'month',
    label: 'lights.monthHead',
    cell: ({ month }) => translate('lights.month', { month: monthWord(month) }),
  },
  figureColumn('plan', translate),
  figureColumn('actual', translate),
  {
    source: 'behindPercent',
    label: 'lights.behindHead',
    unit: '%',
    number: true,
    cell: ({ behindPercent }) => showDecimal(behindPercent, 2),
  },
  {
    source: 'light',
    label: 'lights.lightHead',
    cell: ({ light }) =>
      light ? <VerdictChip verdict={verdictOf[light]}>{translate(`lights.light.${light}`)}</VerdictChip> : NONE,
  },
];

/** Actual as a bar, plan as a dashed line; the scale goes to the largest of them. */
function PaceBars({ target }: { target: TargetInFull }) {
  const translate = useTranslate();
  const monthWord = useMonthWord();
  const all = target.months
    .flatMap(({ plan, actual }) => [plan?.valueWan ?? '0', actual?.valueWan ?? '0'])
    .map((wan) => decimal(wan));
  const top = all.reduce((most, one) => (one.gt(most) ? one : most), decimal('0'));
  if (top.isZero()) return null;
  const height = (wan: string | undefined): string =>
    wan === undefined ? '0%' : `${decimal(wan).times(100).div(top).toFixed(2)}%`;
  return (
    <figure className="pacebars" role="img" aria-label={translate('lights.chart')}>
      <div className="bars">
        {target.months.map(({ month, plan, actual, light }) => (
          <div
            key={month}
            title={translate('lights.chartBar', {
              month: monthWord(month),
              plan: showWan(translate, plan?.valueWan, 2),
              actual: showWan(translate, actual?.valueWan, 2),
            })}
          >
            <i style={{ '--h': height(actual?.valueWan) } as CSSProperties} className={light ?? undefined} />
            {plan && <u style={{ '--h': height(plan.valueWan) } as CSSProperties} />}
            <span className="caption">{month}</span>
          </div>
        ))}
      </div>
      <figcaption className="caption">{translate('lights.chartKey')}</figcaption>
    </figure>
  );
}

import type { Assessment } from '@crm/api-contract/commitments';
import type { Contract } from '@crm/api-contract/contracts';
import { perMuWan } from '@crm/domain/quantities';
import { isPerMu } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { showWan } from '../../parts/text/money.js';
import { NONE, showDecimal } from '../../parts/text/numbers.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import { UnitHead } from '../../parts/tables/UnitHead.js';
import { FigureMarks } from './FigureMarks.js';
import { periodKey, scaleOf } from './explain.js';
import { promisedInWords, withUnit } from './quantities.js';

export interface Marked {
  commitmentId: string | null;
  year: number;
}

export const isMarked = (row: Assessment, marked: Marked | null): boolean =>
  row.commitmentId === marked?.commitmentId && row.year === marked.year;

interface Props {
  contract: Contract;
  rows: readonly Assessment[];
  per: 'total' | 'mu';
  why: string | null;
  marked: Marked | null;
  onWhy: (assessmentId: string) => void;
}

export function PromiseTable({ contract, rows, per, why, marked, onWhy }: Props) {
  const translate = useTranslate();
  const unit = translate(per === 'mu' ? 'parts.unit.perMu' : 'parts.unit.wan');
  /** A total in the chosen unit, or per mu of the promised land. Indicators without per-mu values stay totals. */
  const amount = (row: Assessment, total: string | null): string => {
    if (total === null) return NONE;
    if (per === 'total' || !isPerMu(row.indicator))
      return row.unit === 'wan' ? showWan(translate, total) : showDecimal(total);
    const each = row.areaMu === null ? null : perMuWan(total, row.areaMu);
    return each === null ? NONE : showWan(translate, each.toFixed(), 2);
  };
  const years = [...new Set(rows.map((row) => row.year))];
  return (
    <div className="scrollx">
      <table className="plain promises">
        <thead>
          <tr>
            <th scope="col">{translate('promises.year')}</th>
            <th scope="col">{translate('promises.indicator')}</th>
            <UnitHead name={translate('promises.promised')} unit={translate('parts.unit.perMu')} />
            <UnitHead name={translate('promises.standard')} unit={translate('parts.unit.perMu')} />
            <UnitHead name={translate('promises.ofStandard')} unit="%" />
            <UnitHead name={translate('promises.required')} unit={unit} />
            <UnitHead name={translate('promises.actual')} unit={unit} />
            <th aria-hidden />
            <UnitHead name={translate('promises.attainment')} unit="%" />
            <UnitHead name={translate('promises.shortfall')} unit={unit} />
            <th scope="col">{translate('promises.verdict')}</th>
            <th>
              <span className="unseen">{translate('promises.why')}</span>
            </th>
          </tr>
        </thead>
        {years.map((year) => {
          const ofYear = rows.filter((row) => row.year === year);
          return (
            <tbody key={year}>
              {ofYear.map((row, index) => (
                <tr
                  key={row.id}
                  className={row.id === why || isMarked(row, marked) ? 'selected' : undefined}
                  aria-current={isMarked(row, marked) || undefined}
                >
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={ofYear.length} className="year">
                      <b>{year}</b>
                      <div className="caption">{yearInWords(contract, ofYear, translate)}</div>
                    </th>
                  )}
                  <td>{withUnit(translate, row, per === 'mu' ? 'wan-per-mu' : 'wan')}</td>
                  <Against row={row} />
                  <td className="num">{amount(row, row.required)}</td>
                  <td className="num strong">
                    {amount(row, row.actual)}
                    <FigureMarks assessment={row} />
                  </td>
                  <td className="barcell">
                    <AttainmentBar assessment={row} />
                  </td>
                  <td className={`num strong ${row.verdict}`}>{showDecimal(row.attainmentPercent, 2)}</td>
                  <td className="num quiet">{amount(row, row.shortfall)}</td>
                  <td>
                    <VerdictChip verdict={row.verdict} />
                  </td>
                  <td>
                    <WhyLink assessment={row} open={row.id === why} onWhy={onWhy} />
                  </td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

/** The promise compared with its standard; without a standard, only the promise. */
function Against({ row }: { row: Assessment }) {
  const translate = useTranslate();
  if (!isPerMu(row.indicator)) return <td colSpan={3}>{promisedInWords(translate, row, row.promised)}</td>;
  return (
    <>
      <td className="num">{showWan(translate, row.promisedPerMuWan, 2)}</td>
      <td className="num quiet">
        {row.standardPerMuWan === null ? translate('parts.gauge.notSet') : showWan(translate, row.standardPerMuWan)}
      </td>
      <td className="num quiet">{showDecimal(row.percentOfStandard, 2)}</td>
    </>
  );
}

/** 达产年, 达产后第 2 年, 爬坡 50 %: the role of the year in the contract. */
function yearInWords(
  contract: Contract,
  rows: readonly Assessment[],
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  const [first] = rows;
  if (!first) return '';
  if (rows.every((row) => periodKey(row) === 'ramp'))
    return translate('promises.ramp', {
      percent: showDecimal(first.because.inputs.find((input) => input.name === 'requiredPercent')?.value),
    });
  const full =
    contract.fullProductionYear ??
    (contract.fullProductionOn
      ? Number(contract.fullProductionOn.slice(0, 4)) + (contract.fullProductionOn.endsWith('-01-01') ? 0 : 1)
      : null);
  if (full === null || first.year < full) return '';
  return first.year === full
    ? translate('promises.fullYear')
    : translate('promises.yearAfter', { smart_count: first.year - full });
}

/** Actual against required. The bar ends at 120 % of the required amount; the vertical line marks 100 %. */
export function AttainmentBar({ assessment, marks = false }: { assessment: Assessment; marks?: boolean }) {
  const scale = scaleOf(assessment);
  if (!scale) return null;
  return (
    <div className={marks ? 'attainment tall' : 'attainment'} aria-hidden>
      {scale.actual !== null && <i className={`mark-${assessment.verdict}`} style={{ width: `${scale.actual}%` }} />}
      {marks && scale.tolerance !== null && <u className="tolerance" style={{ left: `${scale.tolerance}%` }} />}
      <u style={{ left: `${scale.required}%` }} />
      {scale.beyond && <span className="over">»</span>}
    </div>
  );
}

/** A button that looks like a link: it opens the drawer, and the URL keeps it open. */
export function WhyLink({
  assessment,
  open,
  onWhy,
}: {
  assessment: Assessment;
  open: boolean;
  onWhy: (assessmentId: string) => void;
}) {
  const translate = useTranslate();
  return (
    <button
      type="button"
      className={open ? 'aslink on' : 'aslink'}
      aria-haspopup="dialog"
      aria-label={translate('promises.whySaid', {
        year: assessment.year,
        indicator: translate(`indicators.short.${assessment.indicator}`),
        verdict: translate(`parts.verdict.${assessment.verdict}`),
      })}
      onClick={() => onWhy(assessment.id)}
    >
      {translate('promises.why')}
    </button>
  );
}

import type { Assessment } from '@crm/api-contract/commitments';
import { useTranslate } from 'ra-core';
import { amountBefore, unitAfter } from '../../reference/quantities.js';
import { showPercent } from '../../parts/text/numbers.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import { FigureMarks } from './FigureMarks.js';
import { AttainmentBar, isMarked, WhyLink, type Marked } from './PromiseTable.js';

/** On a phone: a year and indicator in three lines, nothing scrolls sideways. */
export function PromiseList({
  rows,
  why,
  marked,
  onWhy,
}: {
  rows: readonly Assessment[];
  why: string | null;
  marked: Marked | null;
  onWhy: (assessmentId: string) => void;
}) {
  const translate = useTranslate();
  return (
    <ul className="promiselist">
      {rows.map((row) => (
        <li
          key={row.id}
          className={isMarked(row, marked) ? 'selected' : undefined}
          aria-current={isMarked(row, marked) || undefined}
        >
          <div className="row">
            <b className="strong">
              {row.year} {translate(`indicators.name.${row.indicator}`)}
            </b>
            <span className="spacer" />
            <VerdictChip verdict={row.verdict} />
          </div>
          <div className="row base quiet">
            <span>
              {translate(row.bound === 'at-most' ? 'promises.lineAtMost' : 'promises.line', {
                required: amountBefore(translate, row.unit, row.required),
                actual: amountBefore(translate, row.unit, row.actual),
                unit: unitAfter(translate, row.unit),
              })}
            </span>
            <span className="spacer" />
            <span className={`strong nowrap ${row.verdict}`}>{showPercent(row.attainmentPercent)}</span>
          </div>
          <FigureMarks assessment={row} />
          <AttainmentBar assessment={row} />
          <WhyLink assessment={row} open={row.id === why} onWhy={onWhy} />
        </li>
      ))}
    </ul>
  );
}

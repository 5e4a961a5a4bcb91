import { useTranslate, type TranslateFunction } from 'ra-core';
import { firmName, type Decision, type Question, useDecisions } from '../portfolio/index.js';
import { NONE, showPercent } from '../parts/text/numbers.js';
import { sayQuantity } from '../reference/quantities.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { PrintedTable } from '../parts/tables/PrintedTable.js';

/** A sheet for decisions shows the most serious ones only. */
const DECISIONS = 20;

/** 3. Waiting for a decision, with an empty column for it. */
export function PrintedDecisions({ question }: { question: Question }) {
  const translate = useTranslate();
  const { data } = useDecisions(question);
  if (!data || data.rows.length === 0) return null;
  const shown = data.rows.slice(0, DECISIONS).map((row, index) => ({ ...row, place: index + 1 }));
  return (
    <>
      <h2>
        {translate('overview.printDecisions')}{' '}
        <small>{translate('overview.printDecisionsCaption', { total: data.total, shown: shown.length })}</small>
      </h2>
      <PrintedTable
        className="forremarks"
        columns={decisionColumns(translate)}
        rows={shown}
        keyOf={({ contractId }) => contractId}
      />
    </>
  );
}

const decisionColumns = (translate: TranslateFunction): RecordColumn<Decision & { place: number }>[] => [
  { source: 'place', label: 'overview.printNo', cell: ({ place }) => place },
  { source: 'enterpriseName', label: 'overview.firm', cell: firmName },
  { source: 'parkName', label: 'overview.park', cell: ({ parkName }) => parkName },
  {
    source: 'verdict',
    label: 'overview.printVerdict',
    className: 'nowrap',
    cell: ({ verdict }) => (
      <>
        <VerdictGlyph verdict={verdict} size={9} /> {translate(`parts.verdict.${verdict}`)}
      </>
    ),
  },
  {
    source: 'attainmentPercent',
    label: 'overview.printCase',
    cell: (row) =>
      row.verdict === 'no-data'
        ? translate('overview.notReported', { year: row.year })
        : translate('overview.attained', {
            year: row.year,
            indicator: translate(`indicators.short.${row.indicator}`),
            percent: showPercent(row.attainmentPercent, 0),
          }),
  },
  {
    source: 'shortfall',
    label: 'overview.printGap',
    number: true,
    cell: ({ shortfall, unit }) => (shortfall === null ? NONE : sayQuantity(translate, unit, shortfall, 2)),
  },
  { source: 'remark', label: 'overview.printRemark', className: 'remarks', cell: () => null },
];

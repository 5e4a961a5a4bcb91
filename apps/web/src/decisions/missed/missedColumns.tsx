import { decisions } from '@crm/api-contract/routes';
import type { MissedPromise } from '@crm/api-contract/decisions';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import { shown, withUnit } from '../../commitments/index.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import { VerdictGlyph } from '../../parts/marks/VerdictGlyph.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { showWan } from '../../parts/text/money.js';
import { showDecimal, showPercent } from '../../parts/text/numbers.js';
import { firmName } from '../../portfolio/index.js';
import { useMay } from '../../providers/abilities.js';
import { OutcomeText, Outcomes, StandingText } from '../Outcomes.js';
import type { Missed } from '../useDecisions.js';

/** The unit in the heads: the common unit of all rows; otherwise 万元, and each row shows its own. */
const headUnit = ({ data }: Missed): MissedPromise['unit'] =>
  data.every((row) => row.unit === data[0]?.unit) ? (data[0]?.unit ?? 'wan') : 'wan';

/**
 * One row per missed commitment, on the screen and on paper. The total row covers the whole filter, and only amounts
 * that may be added.
 */
export function missedColumns(
  translate: TranslateFunction,
  missed: Missed,
  onDecide: (assessmentId: string) => void,
): RecordColumn<MissedPromise>[] {
  const { totals, total } = missed;
  const own = totals.ofIndicator;
  const unit = `indicators.unit.${headUnit(missed)}`;
  const quantity = (name: 'required' | 'actual' | 'shortfall') => ({
    source: name,
    label: `promises.${name}`,
    unit,
    number: true,
    sum: own && shown(translate, own, own[name]),
  });
  return [
    {
      source: 'enterpriseName',
      label: 'overview.firm',
      cell: (row) => <Firm row={row} />,
      printed: (row) => (
        <div className="nowrap">
          {firmName(row)}
          <div>{row.parkName}</div>
        </div>
      ),
      sum: translate('decisions.missed.sum', { smart_count: totals.contracts }),
    },
    {
      source: 'indicator',
      label: 'promises.indicator',
      cell: (row) => (
        <span className="nowrap">
          {row.year} {withUnit(translate, row, 'wan', 'short')}
          {row.clause && <div className="caption">{row.clause}</div>}
        </span>
      ),
      printed: (row) => `${row.year} ${withUnit(translate, row, 'wan', 'short')}`,
      sum: <span className="nowrap">{translate('decisions.missed.promises', { smart_count: total })}</span>,
    },
    { ...quantity('required'), cell: (row) => shown(translate, row, row.required) },
    { ...quantity('actual'), cell: (row) => shown(translate, row, row.actual) },
    {
      source: 'attainmentPercent',
      label: 'promises.attainment',
      unit: 'indicators.unit.percent',
      number: true,
      cell: ({ attainmentPercent }) => showDecimal(attainmentPercent, 2),
      printed: ({ attainmentPercent }) => showPercent(attainmentPercent, 0),
    },
    {
      ...quantity('shortfall'),
      cell: (row) => <span className="strong">{shown(translate, row, row.shortfall)}</span>,
      printed: (row) => shown(translate, row, row.shortfall),
    },
    {
      source: 'shortfallPerMuWan',
      label: 'decisions.missed.perMu',
      unit: 'parts.unit.perMu',
      number: true,
      only: 'screen',
      cell: ({ shortfallPerMuWan }) => <span className="quiet">{showWan(translate, shortfallPerMuWan, 2)}</span>,
    },
    {
      source: 'verdict',
      label: 'promises.verdict',
      cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
      printed: ({ verdict }) => (
        <span className="nowrap">
          <VerdictGlyph verdict={verdict} /> {translate(`parts.verdict.${verdict}`)}
        </span>
      ),
    },
    {
      source: 'consequences',
      label: 'decisions.mayBeDone',
      className: 'outcome',
      cell: (row) => <Outcomes missed={row} />,
      printed: ({ consequences }) =>
        consequences
          .filter(({ applies }) => applies)
          .map((one) => (
            <div key={one.clauseId}>
              <OutcomeText one={one} />
            </div>
          )),
      sum: translate('decisions.missed.mayAsk', {
        pay: showWan(translate, totals.payWan, 2),
        clawback: showWan(translate, totals.clawbackWan, 2),
      }),
    },
    {
      source: 'standing',
      label: 'decisions.missed.standing',
      joined: true,
      cell: (row) => <Standing row={row} onDecide={onDecide} />,
      printed: (row) => <StandingText missed={row} />,
    },
    {
      source: 'remark',
      label: 'decisions.missed.remark',
      only: 'paper',
      className: 'remark',
      joined: true,
      cell: () => null,
    },
  ];
}

const Firm = ({ row }: { row: MissedPromise }) => (
  <>
    <Link to={`/contracts/${row.contractId}?why=${row.id}`} title={`${row.enterpriseName} ${row.projectName}`}>
      {firmName(row)}
    </Link>
    <div className="caption">
      {row.parkName} <span className="nowrap">{row.contractNumber}</span>
    </div>
  </>
);

function Standing({ row, onDecide }: { row: MissedPromise; onDecide: (assessmentId: string) => void }) {
  const translate = useTranslate();
  const mayDecide = useMay()(decisions.create);
  return (
    <span className="nowrap">
      <StandingText missed={row} />
      {mayDecide && row.standing === 'open' && (
        <div>
          <button
            type="button"
            className="aslink"
            aria-haspopup="dialog"
            aria-label={translate('decisions.decideSaid', {
              firm: firmName(row),
              year: row.year,
              indicator: translate(`indicators.short.${row.indicator}`),
            })}
            onClick={() => onDecide(row.id)}
          >
            {translate('decisions.decide')}
          </button>
        </div>
      )}
    </span>
  );
}

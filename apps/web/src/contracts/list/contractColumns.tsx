import type { ContractRow } from '@crm/api-contract/contracts';
import { decimal } from '@crm/domain/quantities';
import { indicators, type Indicator } from '@crm/domain/standards';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { Area, Money } from '../../parts/text/Amounts.js';
import { DayText } from '../../parts/text/DayText.js';
import { showWan } from '../../parts/text/money.js';
import { NONE, showDecimal } from '../../parts/text/numbers.js';
import { firmName } from '../../portfolio/index.js';
import { investmentOf, type Sums } from './sums.js';

/** The columns for a manager. A promise below its standard has its percentage of the standard below the number. */
export const contractColumns = (
  translate: TranslateFunction,
  year: number,
  sums: Sums | null,
): RecordColumn<ContractRow>[] => [
  {
    source: 'number',
    label: 'contracts.number',
    sortable: true,
    className: 'nowrap',
    cell: (row) => <Link to={`/contracts/${row.id}`}>{row.number}</Link>,
    sum: sums ? translate('contracts.sum', { smart_count: sums.contracts }) : undefined,
  },
  {
    source: 'projectName',
    label: 'contracts.project',
    className: 'cut',
    joined: true,
    cell: (row) => <ProjectName row={row} />,
  },
  {
    source: 'enterpriseName',
    label: 'contracts.enterprise',
    sortable: true,
    className: 'cut short',
    joined: true,
    cell: (row) => <span title={row.enterpriseName}>{firmName(row)}</span>,
  },
  {
    source: 'parkShortName',
    label: 'contracts.park',
    className: 'nowrap',
    joined: true,
    cell: (row) => <span title={row.parkName}>{row.parkShortName}</span>,
  },
  {
    source: 'industryName',
    label: 'contracts.industry',
    className: 'cut tiny',
    joined: true,
    cell: ({ industryName }) => <span title={industryName}>{industryName}</span>,
  },
  {
    source: 'signedOn',
    label: 'contracts.signedOn',
    sortable: true,
    className: 'nowrap',
    joined: true,
    cell: ({ signedOn }) => <DayText day={signedOn} />,
  },
  {
    source: 'areaMu',
    label: 'contracts.area',
    unit: 'parts.unit.mu',
    number: true,
    sortable: true,
    cell: (row) =>
      row.landFree ? <span className="faint">{translate('contracts.landFree')}</span> : <Area mu={row.areaMu} bare />,
    sum: sums && <Area mu={sums.areaMu} bare />,
  },
  {
    source: 'amountWan',
    label: 'contracts.investment',
    unit: 'parts.unit.wan',
    number: true,
    sortable: true,
    cell: (row) => <Money wan={investmentOf(row)} unit="wan" bare />,
    sum: sums && <Money wan={sums.investmentWan} unit="wan" bare />,
  },
  ...indicators.map((indicator): RecordColumn<ContractRow> => ({
    source: indicator,
    label: `indicators.short.${indicator}`,
    unit: 'parts.unit.perMu',
    number: true,
    cell: ({ promised }) => <Promised promise={promised[indicator]} />,
    sum: sums && <Average sums={sums} indicator={indicator} />,
  })),
  {
    source: 'verdict',
    label: translate('contracts.verdictOf', { year }),
    cell: ({ verdict, assessedYear }) =>
      verdict ? (
        <VerdictChip verdict={verdict}>
          {assessedYear !== year ? `${assessedYear} ${translate(`parts.verdict.${verdict}`)}` : undefined}
        </VerdictChip>
      ) : (
        <span className="faint">{NONE}</span>
      ),
    sum: sums && <span className="caption">{translate('contracts.weighted')}</span>,
  },
  {
    source: 'lowestAttainmentPercent',
    label: 'contracts.lowest',
    unit: 'contracts.percent',
    number: true,
    sortable: true,
    joined: true,
    cell: ({ verdict, lowestAttainmentPercent }) => (
      <span className={`strong ${verdict ?? ''}`}>{showDecimal(lowestAttainmentPercent, 2)}</span>
    ),
  },
];

function ProjectName({ row: { projectName, kind, status } }: { row: ContractRow }) {
  const translate = useTranslate();
  return (
    <>
      <span className="ellipsis" title={projectName}>
        {projectName}
      </span>
      {kind !== 'performance' && <span className="tag">{translate(`contracts.kinds.${kind}`)}</span>}
      {status === 'draft' && <span className="tag">{translate('contracts.states.draft')}</span>}
    </>
  );
}

function Promised({ promise }: { promise: ContractRow['promised']['tax'] }) {
  const translate = useTranslate();
  if (!promise) return <span className="faint">{NONE}</span>;
  const below = promise.percentOfStandard !== null && decimal(promise.percentOfStandard).lt(100);
  return (
    <>
      {showWan(translate, promise.perMuWan, 2)}
      {below && (
        <span
          className="belowmark"
          title={translate('contracts.belowBy', { percent: showDecimal(promise.percentOfStandard, 2) })}
        >
          <span className="unseen">{translate('contracts.belowStandard')}</span>▾
        </span>
      )}
    </>
  );
}

function Average({ sums, indicator }: { sums: Sums; indicator: Indicator }) {
  const translate = useTranslate();
  const percent = sums.percentOfStandard[indicator];
  return (
    <>
      {showWan(translate, sums.perMuWan[indicator], 2)}
      <div className="caption">{percent === null ? NONE : `${showDecimal(percent, 2)} %`}</div>
    </>
  );
}

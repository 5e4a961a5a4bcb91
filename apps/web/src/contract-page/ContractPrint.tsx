import type { Assessment } from '@crm/api-contract/commitments';
import type { Contract } from '@crm/api-contract/contracts';
import { indicators, promisedIndicators } from '@crm/domain/standards';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { showWan, sayMoney } from '../parts/text/money.js';
import { NONE, showDecimal, showPercent, showSquareMetres } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { PrintedTable } from '../parts/tables/PrintedTable.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { investmentOf, useAssessments } from '../contracts/index.js';
import { withUnit } from '../commitments/index.js';
import { PrintedLand, PrintedStops } from './PrintedWay.js';
import './contract-print.css';

/**
 * A contract on A4 for a meeting: parties and land, milestones, commitments and results, and space for the decision.
 */
export default function ContractPrint({ contract, today }: { contract: Contract; today: string }) {
  const translate = useTranslate();
  const investment = investmentOf(contract);
  const documents = [
    ...new Set(indicators.flatMap((indicator) => contract.standards[indicator]?.documentNo ?? [])),
  ].join(translate('parts.join'));
  const facts: readonly (readonly [string, string])[] = [
    ['contracts.partyB', `${contract.enterpriseName} ${contract.creditCode ?? ''}`],
    [
      'contracts.parkAndLand',
      [
        contract.parkName,
        contract.landFree
          ? translate('contracts.landFree')
          : contract.areaMu === null
            ? translate('contracts.noLandYet')
            : `${showDecimal(contract.areaMu, 2)} ${translate('parts.unit.mu')} = ${showSquareMetres(contract.areaMu)} ㎡`,
      ].join(translate('parts.and')),
    ],
    ['contracts.industry', contract.industryName],
    ['contracts.signedOn', contract.signedOn ?? NONE],
    ['contracts.investment', sayMoney(translate, investment)],
    [
      'contracts.form.fullYear',
      contract.fullProductionYear === null ? (contract.fullProductionOn ?? NONE) : String(contract.fullProductionYear),
    ],
    [
      'contracts.standard',
      `${indicators.map((indicator) => (contract.standards[indicator]?.perMuWan ? showWan(translate, contract.standards[indicator].perMuWan) : translate('parts.gauge.notSet'))).join(' / ')} ${translate('parts.unit.perMu')}${documents && `· ${documents}`}`,
    ],
  ];
  return (
    <PrintSheet
      title={contract.projectName}
      scope={`${contract.number}·${translate(`contracts.kinds.${contract.kind}`)}·${translate(`contracts.states.${contract.status}`)}`}
      basis={
        contract.belowStandardReason && translate('contracts.print.below', { reason: contract.belowStandardReason })
      }
      rule={translate('overview.printRule')}
    >
      <table className="printed pfacts">
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{translate(name)}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PrintedStops contract={contract} today={today} />
      <PrintedLand contract={contract} />
      <PrintedPromises contract={contract} />
      <h2>{translate('overview.printRemark')}</h2>
      <div className="premark" />
    </PrintSheet>
  );
}

function PrintedPromises({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const { data } = useAssessments(contract.id);
  const rows = [...(data ?? [])].sort(
    (a, b) => b.year - a.year || promisedIndicators.indexOf(a.indicator) - promisedIndicators.indexOf(b.indicator),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{translate('promises.title')}</h2>
      <PrintedTable columns={promiseColumns(translate, rows)} rows={rows} keyOf={({ id }) => id} />
    </>
  );
}

const inHead = (translate: TranslateFunction, unit: Assessment['unit'], value: string | null) =>
  unit === 'wan' ? showWan(translate, value, 2) : showDecimal(value, 2);

/** A year is printed once, in the first of its rows. */
const promiseColumns = (translate: TranslateFunction, rows: readonly Assessment[]): RecordColumn<Assessment>[] => [
  {
    source: 'year',
    label: 'promises.year',
    cell: (row) => (rows[rows.indexOf(row) - 1]?.year === row.year ? '' : row.year),
  },
  { source: 'indicator', label: 'promises.indicator', cell: (row) => withUnit(translate, row) },
  {
    source: 'promisedPerMuWan',
    label: 'promises.promised',
    unit: 'parts.unit.perMu',
    number: true,
    cell: ({ promisedPerMuWan }) => showWan(translate, promisedPerMuWan, 2),
  },
  {
    source: 'percentOfStandard',
    label: 'promises.ofStandard',
    unit: 'indicators.unit.percent',
    number: true,
    cell: ({ percentOfStandard }) => showDecimal(percentOfStandard, 0),
  },
  ...(['required', 'actual'] as const).map((source): RecordColumn<Assessment> => ({
    source,
    label: `promises.${source}`,
    unit: 'parts.unit.wan',
    number: true,
    cell: (row) => inHead(translate, row.unit, row[source]),
  })),
  {
    source: 'attainmentPercent',
    label: 'promises.attainment',
    unit: 'indicators.unit.percent',
    number: true,
    cell: ({ attainmentPercent }) =>
      attainmentPercent === null ? NONE : showPercent(attainmentPercent, 0).replace(/\s?%$/, ''),
  },
  {
    source: 'shortfall',
    label: 'promises.shortfall',
    unit: 'parts.unit.wan',
    number: true,
    cell: ({ unit, shortfall }) => inHead(translate, unit, shortfall),
  },
  {
    source: 'verdict',
    label: 'promises.verdict',
    className: 'nowrap',
    cell: ({ verdict }) => (
      <span className={verdict === 'breach' ? 'strong' : undefined}>
        <VerdictGlyph verdict={verdict} size={9} /> {translate(`parts.verdict.${verdict}`)}
      </span>
    ),
  },
];

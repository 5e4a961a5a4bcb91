import type { Contract } from '@crm/api-contract/contracts';
import { indicators, promisedIndicators } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { showWan, sayMoney } from '../parts/text/money.js';
import { NONE, showDecimal, showPercent, showSquareMetres } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
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
      rule={translate('performance.printRule')}
    >
      <table className="pt pfacts">
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
      <h2>{translate('performance.printRemark')}</h2>
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
  const inHead = (unit: string, value: string | null) =>
    unit === 'wan' ? showWan(translate, value, 2) : showDecimal(value, 2);
  const wan = translate('parts.unit.wan');
  const perMu = translate('parts.unit.perMu');
  const heads: readonly (readonly [string, string])[] = [
    ['promises.promised', perMu],
    ['promises.ofStandard', '%'],
    ['promises.required', wan],
    ['promises.actual', wan],
    ['promises.attainment', '%'],
    ['promises.shortfall', wan],
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{translate('promises.title')}</h2>
      <table className="pt">
        <thead>
          <tr>
            <th>{translate('promises.year')}</th>
            <th>{translate('promises.indicator')}</th>
            {heads.map(([name, unit]) => (
              <th key={name} className="num">
                {translate(name)}
                <br />
                {unit}
              </th>
            ))}
            <th>{translate('promises.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <td>{rows[index - 1]?.year === row.year ? '' : row.year}</td>
              <td>{withUnit(translate, row)}</td>
              <td className="num">{showWan(translate, row.promisedPerMuWan, 2)}</td>
              <td className="num">{showDecimal(row.percentOfStandard, 0)}</td>
              <td className="num">{inHead(row.unit, row.required)}</td>
              <td className="num">{inHead(row.unit, row.actual)}</td>
              <td className="num">
                {row.attainmentPercent === null ? NONE : showPercent(row.attainmentPercent, 0).replace(/\s?%$/, '')}
              </td>
              <td className="num">{inHead(row.unit, row.shortfall)}</td>
              <td className={row.verdict === 'breach' ? 'nw b' : 'nw'}>
                <VerdictGlyph verdict={row.verdict} size={9} /> {translate(`parts.verdict.${row.verdict}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

import type { ContractRow } from '@crm/api-contract/contracts';
import { decimal } from '@crm/domain/quantities';
import { indicators } from '@crm/domain/standards';
import TableSortLabel from '@mui/material/TableSortLabel';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Area, Money } from '../../parts/text/Amounts.js';
import { DayText } from '../../parts/text/DayText.js';
import { showWan } from '../../parts/text/money.js';
import { NONE, showDecimal } from '../../parts/text/numbers.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import type { Sort } from './listQuestion.js';
import { investmentOf, type Sums } from './sums.js';
import { firmName } from '../../portfolio/index.js';

interface Props {
  rows: readonly ContractRow[];
  sums: Sums | null;
  year: number;
  sort: Sort;
  order: 'asc' | 'desc';
  onSort: (sort: Sort, order: 'asc' | 'desc') => void;
}

/**
 * What a manager reads across. A promise below its standard is said under the number, by the percentage it is of it.
 */
export function ContractTable({ rows, sums, year, sort, order, onSort }: Props) {
  const translate = useTranslate();
  const by = (source: Sort, label: string, unit?: string) => (
    <th
      scope="col"
      className={unit ? 'num' : undefined}
      aria-sort={sort === source ? (order === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <TableSortLabel
        active={sort === source}
        direction={sort === source ? order : 'asc'}
        onClick={() => onSort(source, sort === source && order === 'desc' ? 'asc' : 'desc')}
      >
        <span>
          {translate(label)}
          {unit && (
            <>
              <br />
              {translate(unit)}
            </>
          )}
        </span>
      </TableSortLabel>
    </th>
  );
  return (
    <div className="scrollx">
      <table className="plain contracts">
        <thead>
          <tr>
            {by('number', 'contracts.number')}
            <th scope="col">{translate('contracts.project')}</th>
            {by('enterpriseName', 'contracts.enterprise')}
            <th scope="col">{translate('contracts.park')}</th>
            <th scope="col">{translate('contracts.industry')}</th>
            {by('signedOn', 'contracts.signedOn')}
            {by('areaMu', 'contracts.area', 'parts.unit.mu')}
            {by('amountWan', 'contracts.investment', 'parts.unit.wan')}
            {indicators.map((indicator) => (
              <th key={indicator} scope="col" className="num">
                {translate(`performance.short.${indicator}`)}
                <br />
                {translate('parts.unit.perMu')}
              </th>
            ))}
            <th scope="col">{translate('contracts.verdictOf', { year })}</th>
            {by('lowestAttainmentPercent', 'contracts.lowest', 'contracts.percent')}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="nw">
                <Link to={`/contracts/${row.id}`}>{row.number}</Link>
              </th>
              <td className="cut" title={row.projectName}>
                <span className="el">{row.projectName}</span>
                {row.kind !== 'performance' && <span className="tag">{translate(`contracts.kinds.${row.kind}`)}</span>}
                {row.status === 'draft' && <span className="tag">{translate('contracts.states.draft')}</span>}
              </td>
              <td className="cut short" title={row.enterpriseName}>
                {firmName(row)}
              </td>
              <td className="nw" title={row.parkName}>
                {row.parkShortName}
              </td>
              <td className="cut tiny" title={row.industryName}>
                {row.industryName}
              </td>
              <td className="nw">
                <DayText day={row.signedOn} />
              </td>
              <td className="num">
                {row.landFree ? (
                  <span className="t-3">{translate('contracts.landFree')}</span>
                ) : (
                  <Area mu={row.areaMu} bare />
                )}
              </td>
              <td className="num">
                <Money wan={investmentOf(row)} unit="wan" bare />
              </td>
              {indicators.map((indicator) => (
                <PromiseCell key={indicator} promise={row.promised[indicator]} />
              ))}
              <td>
                {row.verdict ? (
                  <VerdictChip verdict={row.verdict}>
                    {row.assessedYear !== year
                      ? `${row.assessedYear} ${translate(`parts.verdict.${row.verdict}`)}`
                      : undefined}
                  </VerdictChip>
                ) : (
                  <span className="t-3">{NONE}</span>
                )}
              </td>
              <td className={`num b ${row.verdict ?? ''}`}>{showDecimal(row.lowestAttainmentPercent, 2)}</td>
            </tr>
          ))}
          {sums && <SumLine sums={sums} />}
        </tbody>
      </table>
    </div>
  );
}

function PromiseCell({ promise }: { promise: ContractRow['promised']['tax'] }) {
  const translate = useTranslate();
  if (!promise) return <td className="num t-3">{NONE}</td>;
  const below = promise.percentOfStandard !== null && decimal(promise.percentOfStandard).lt(100);
  return (
    <td className="num">
      {showWan(translate, promise.perMuWan, 2)}
      {below && (
        <span
          className="belowmark"
          title={translate('contracts.belowBy', { percent: showDecimal(promise.percentOfStandard, 2) })}
        >
          <span className="unseen">{translate('contracts.belowStandard')}</span>▾
        </span>
      )}
    </td>
  );
}

function SumLine({ sums }: { sums: Sums }) {
  const translate = useTranslate();
  return (
    <tr className="sum">
      <th scope="row" colSpan={6}>
        {translate('contracts.sum', { smart_count: sums.contracts })}
      </th>
      <td className="num">
        <Area mu={sums.areaMu} bare />
      </td>
      <td className="num">
        <Money wan={sums.investmentWan} unit="wan" bare />
      </td>
      {indicators.map((indicator) => (
        <td key={indicator} className="num">
          {showWan(translate, sums.perMuWan[indicator], 2)}
          <div className="t-cap">
            {sums.percentOfStandard[indicator] === null
              ? NONE
              : `${showDecimal(sums.percentOfStandard[indicator], 2)} %`}
          </div>
        </td>
      ))}
      <td colSpan={2} className="t-cap">
        {translate('contracts.weighted')}
      </td>
    </tr>
  );
}

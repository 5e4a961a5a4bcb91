import { indicators } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { type Question, usePerMu, type Grouping, type PerMuGroup } from '../portfolio/index.js';
import { showWan, moneyIn } from '../parts/text/money.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { verdicts } from '../parts/marks/verdict.js';

/** The verdicts that occur, so that every row adds up to its contracts. */
const countedIn = (all: PerMuGroup) =>
  verdicts.filter((verdict) => ['met', 'warning', 'breach', 'no-data'].includes(verdict) || all.verdicts[verdict] > 0);
const heads = [
  ['overview.contractsShort', 'overview.copies'],
  ['overview.area', 'parts.unit.mu'],
  ['overview.investmentShort', 'parts.unit.yi'],
] as const;
const dash = (count: number): string => (count === 0 ? '–' : showDecimal(count));

/** 1. Commitments against the standard, whole percentages, the total last. */
export function PrintedGroups({ question, by, all }: { question: Question; by: Grouping; all: PerMuGroup }) {
  const translate = useTranslate();
  const { data } = usePerMu(question, by);
  const counted = countedIn(all);
  const line = (group: PerMuGroup, name: string, sum = false) => (
    <tr key={name} className={sum ? 'sum' : undefined}>
      <td>{name}</td>
      <td className="num">{showDecimal(group.contracts)}</td>
      <td className="num">{showDecimal(group.areaMu, 2)}</td>
      <td className="num">{moneyIn(translate, group.investmentWan, 'yi')?.text ?? NONE}</td>
      {indicators.map((indicator) => [
        <td key={indicator} className="num">
          {showWan(translate, group.perMuWan[indicator], 0)}
        </td>,
        <td key={`${indicator}%`} className="num">
          {showDecimal(group.percentOfStandard[indicator], 0)}
        </td>,
      ])}
      {counted.map((verdict) => (
        <td key={verdict} className="num">
          {dash(group.verdicts[verdict])}
        </td>
      ))}
    </tr>
  );
  return (
    <>
      <h2>{translate(`overview.printGroups.${by}`)}</h2>
      <table className="printed">
        <thead>
          <tr>
            <th rowSpan={2}>{translate(`overview.by.${by}`)}</th>
            {heads.map(([name, unit]) => (
              <th key={name} rowSpan={2} className="num">
                {translate(name)}
                <br />
                {translate(unit)}
              </th>
            ))}
            {indicators.map((indicator) => (
              <th key={indicator} colSpan={2} className="centred">
                {translate(`indicators.short.${indicator}`)}
              </th>
            ))}
            <th colSpan={counted.length} className="centred">
              {translate('overview.printVerdicts', { year: question.year })}
            </th>
          </tr>
          <tr>
            {indicators.map((indicator) => [
              <th key={indicator} className="num">
                {translate('parts.unit.perMu')}
              </th>,
              <th key={`${indicator}%`} className="num">
                {translate('overview.printOfStandard')}
              </th>,
            ])}
            {counted.map((verdict) => (
              <th key={verdict} className="num">
                {translate(`parts.verdict.${verdict}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data?.groups.map((group) => line(group, group.name))}
          {line(all, translate('overview.whole'), true)}
        </tbody>
      </table>
    </>
  );
}

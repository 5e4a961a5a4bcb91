import { indicators } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { NONE, showDecimal, showMoney, showPercent } from '../../parts/numbers.js';
import { PrintSheet } from '../../parts/PrintSheet.js';
import { PerMuGauge } from '../../parts/PerMuGauge.js';
import { verdicts } from '../../parts/verdict.js';
import { VerdictGlyph } from '../../parts/VerdictGlyph.js';
import { inGroups, inTwoColumns, opens, yearsShown } from './heat.js';
import { headlineMoney } from './KeyFigures.js';
import type { Question } from '../../contracts/question/questions.js';
import { unitSaid } from '../promises/quantities.js';
import { standardsInWords } from './standardsInWords.js';
import { useDecisions, useHeatMap, usePerMu, useReference, type Grouping, type PerMu, type PerMuGroup } from '../../contracts/question/usePortfolio.js';
import { firmName } from '../../contracts/list/firm.js';
import './overview-print.css';

/** The columns of verdicts: those that occur, so that every line adds up to its contracts. */
const countedIn = (all: PerMuGroup) => verdicts.filter((verdict) => ['met', 'warning', 'breach', 'no-data'].includes(verdict) || all.verdicts[verdict] > 0);
/** A sheet to decide on names what must be decided, not the tail of it. */
const DECISIONS = 20;

/** The same on A4: its own layout, filters in words, who printed and when, whole percentages, an empty column for the decision. */
export function OverviewPrint({ question, by, answer, all }: { question: Question; by: Grouping; answer: PerMu; all: PerMuGroup }) {
  const translate = useTranslate();
  const { parks, industries } = useReference();
  const money = headlineMoney(all.investmentWan);
  const scope = translate('performance.printScope', {
    signed: question.signed === null ? translate('parts.filter.all') : translate('performance.wholeYear', { year: question.signed }),
    park: parks.find((park) => park.id === question.park)?.name ?? translate('parts.filter.all'),
    industry: industries.find((industry) => industry.id === question.industry)?.name ?? translate('parts.filter.all'),
    year: question.year,
    day: answer.asOf,
  });
  return (
    <PrintSheet
      title={translate('performance.printTitle', { zone: translate('frame.zone') })}
      scope={scope}
      basis={translate('performance.printStandard', { standards: standardsInWords(answer, translate) })}
      rule={translate('performance.printRule')}
    >
      <div className="pk5">
        <div>
          <div>{translate('performance.contracts')}</div>
          <div className="pn">
            {showDecimal(all.contracts)}
            <small>{translate('performance.copies')}</small>
          </div>
          <div>{translate('performance.printArea', { mu: showDecimal(all.areaMu, 2) })}</div>
        </div>
        <div>
          <div>{translate('performance.investment')}</div>
          <div className="pn">
            {money.text}
            <small>{translate(`parts.unit.${money.unit}`)}</small>
          </div>
          <div>{translate('performance.frameworks', { smart_count: answer.frameworkContracts })}</div>
        </div>
        {indicators.map((indicator) => (
          <div key={indicator}>
            <div>{translate(`performance.perMu.${indicator}`)}</div>
            <div className="pn">
              {showDecimal(all.perMuWan[indicator], 0)}
              <small>{translate('parts.unit.perMu')}</small>
              <em>{showPercent(all.percentOfStandard[indicator], 0)}</em>
            </div>
            <PerMuGauge promised={all.perMuWan[indicator]} actual={all.actualPerMuWan[indicator]} standard={all.standardPerMuWan[indicator]} />
            <div>{translate('performance.printActual', { standard: showDecimal(all.standardPerMuWan[indicator]), year: question.year, perMu: showDecimal(all.actualPerMuWan[indicator], 2) })}</div>
          </div>
        ))}
      </div>
      <PrintedGroups question={question} by={by} all={all} />
      <PrintedHeat question={question} />
      <PrintedDecisions question={question} />
    </PrintSheet>
  );
}

const dash = (count: number): string => (count === 0 ? '–' : showDecimal(count));

function PrintedGroups({ question, by, all }: { question: Question; by: Grouping; all: PerMuGroup }) {
  const translate = useTranslate();
  const { data } = usePerMu(question, by);
  const counted = countedIn(all);
  const line = (group: PerMuGroup, name: string, sum = false) => (
    <tr key={name} className={sum ? 'sum' : undefined}>
      <td>{name}</td>
      <td className="num">{showDecimal(group.contracts)}</td>
      <td className="num">{showDecimal(group.areaMu, 2)}</td>
      <td className="num">{showMoney(group.investmentWan, 'yi')?.text ?? NONE}</td>
      {indicators.map((indicator) => [
        <td key={indicator} className="num">
          {showDecimal(group.perMuWan[indicator], 0)}
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
      <h2>{translate(`performance.printGroups.${by}`)}</h2>
      <table className="pt">
        <thead>
          <tr>
            <th rowSpan={2}>{translate(`performance.by.${by}`)}</th>
            {(['contractsShort/copies', 'area/mu', 'investmentShort/yi'] as const).map((pair) => {
              const [name, unit] = pair.split('/') as [string, string];
              return (
                <th key={pair} rowSpan={2} className="num">
                  {translate(`performance.${name}`)}
                  <br />
                  {translate(unit === 'copies' ? 'performance.copies' : `parts.unit.${unit}`)}
                </th>
              );
            })}
            {indicators.map((indicator) => (
              <th key={indicator} colSpan={2} className="c">
                {translate(`performance.short.${indicator}`)}
              </th>
            ))}
            <th colSpan={counted.length} className="c">
              {translate('performance.printVerdicts', { year: question.year })}
            </th>
          </tr>
          <tr>
            {indicators.map((indicator) => [
              <th key={indicator} className="num">
                {translate('parts.unit.perMu')}
              </th>,
              <th key={`${indicator}%`} className="num">
                {translate('performance.printOfStandard')}
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
          {line(all, translate('performance.whole'), true)}
        </tbody>
      </table>
    </>
  );
}

function PrintedHeat({ question }: { question: Question }) {
  const translate = useTranslate();
  const { data } = useHeatMap(question);
  if (!data) return null;
  const years = yearsShown(data, question.year);
  return (
    <>
      <h2>
        {translate('performance.printHeat')} <small>{translate('performance.printHeatCaption')}</small>
        <span className="lg">
          {(['met', 'warning', 'breach', 'no-data', 'waived', 'not-due'] as const).map((verdict) => (
            <span key={verdict}>
              {verdict === 'not-due' ? '·' : <VerdictGlyph verdict={verdict} size={9} />} {translate(`parts.verdict.${verdict}`)}
            </span>
          ))}
        </span>
      </h2>
      <div className="ph2">
        {inTwoColumns(inGroups(data.rows, years)).map((side, index) => (
          <table key={index} className="ph">
            <thead>
              <tr>
                <th>{translate('performance.park')}</th>
                <th>{translate('performance.firm')}</th>
                {years.map((year) => (
                  <th key={year}>{year}</th>
                ))}
              </tr>
            </thead>
            {side.map((group) => (
              <tbody key={group.park}>
                {group.rows.map((row, position) => (
                  <tr key={row.contractId}>
                    {position === 0 && (
                      <td className="pk" rowSpan={group.rows.length}>
                        {group.park}
                      </td>
                    )}
                    <td className="fn">{firmName(row)}</td>
                    {row.facts.map((fact, column) => (
                      <td key={years[column]} className={`h ${opens(fact) ? fact.verdict : 'not-due'}`}>
                        {opens(fact) ? (
                          <>
                            <VerdictGlyph verdict={fact.verdict} size={9} />
                            <span>{fact.lowestAttainmentPercent === null ? NONE : showDecimal(fact.lowestAttainmentPercent, 0)}</span>
                          </>
                        ) : (
                          '·'
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        ))}
      </div>
    </>
  );
}

function PrintedDecisions({ question }: { question: Question }) {
  const translate = useTranslate();
  const { data } = useDecisions(question);
  if (!data || data.rows.length === 0) return null;
  const shown = data.rows.slice(0, DECISIONS);
  return (
    <>
      <h2>
        {translate('performance.printDecisions')} <small>{translate('performance.printDecisionsCaption', { total: data.total, shown: shown.length })}</small>
      </h2>
      <table className="pt dz">
        <thead>
          <tr>
            <th>{translate('performance.printNo')}</th>
            <th>{translate('performance.firm')}</th>
            <th>{translate('performance.park')}</th>
            <th>{translate('performance.printVerdict')}</th>
            <th>{translate('performance.printCase')}</th>
            <th className="num">{translate('performance.printGap')}</th>
            <th className="wr">{translate('performance.printRemark')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={row.contractId}>
              <td>{index + 1}</td>
              <td>{firmName(row)}</td>
              <td>{row.parkName}</td>
              <td className="nw">
                <VerdictGlyph verdict={row.verdict} size={9} /> {translate(`parts.verdict.${row.verdict}`)}
              </td>
              <td>{row.verdict === 'no-data' ? translate('performance.notReported', { year: row.year }) : translate('performance.attained', { year: row.year, indicator: translate(`performance.short.${row.indicator}`), percent: showPercent(row.attainmentPercent, 0) })}</td>
              <td className="num">{row.shortfall === null ? NONE : `${showDecimal(row.shortfall, row.unit === 'wan' ? 2 : undefined)} ${unitSaid(translate, row.unit)}`}</td>
              <td className="wr" />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

import { indicators } from '@crm/domain/standards';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type TranslateFunction, useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Area } from '../parts/text/Amounts.js';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { showWan, moneyIn } from '../parts/text/money.js';
import { NONE, showDecimal, showMoney } from '../parts/text/numbers.js';
import { PerMuGauge } from '../parts/marks/PerMuGauge.js';
import { Segmented } from '../parts/fields/Segmented.js';
import type { Verdict } from '../parts/marks/verdict.js';
import { VerdictCounts } from '../parts/marks/VerdictChip.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { UnitHead } from '../parts/tables/UnitHead.js';
import { addressOf, type Question, groupings, usePerMu, type Grouping, type PerMuGroup } from '../portfolio/index.js';

/** 万元 as 亿元 with two decimals, for a column whose head names the unit; the tooltip has the 元. */
const inYi = (translate: TranslateFunction, wan: string): string => moneyIn(translate, wan, 'yi')?.text ?? NONE;

/** The filter of the contract list behind each row. */
const narrowsBy: Readonly<Record<Grouping, string>> = {
  park: 'park',
  industry: 'industry',
  year: 'signed',
  officer: 'handler',
};

export interface GroupTableProps {
  question: Question;
  by: Grouping;
  onBy: (by: Grouping) => void;
  all: PerMuGroup;
  today: string;
}

/** The page of missed commitments behind a number. */
type MissedTo = (group: PerMuGroup) => (verdict: Verdict) => { address: string; said: string } | null;

/**
 * By park, industry or signing year: promised values against the standard, and verdicts. Each row opens its contracts.
 */
export function GroupTable({ question, by, onBy, all, today }: GroupTableProps) {
  const translate = useTranslate();
  const narrow = useMediaQuery('(max-width: 899.95px)', { noSsr: true });
  const { data, error, refetch } = usePerMu(question, by);
  const rowTo = (group: PerMuGroup): string =>
    addressOf('/contracts', question, { counted: '1', [narrowsBy[by]]: group.key }, today);
  const missedTo = (group: PerMuGroup) => (verdict: Verdict) =>
    // The missed page is about today; for a past day its rows would not add up to the number.
    question.moment === null && (verdict === 'breach' || verdict === 'warning' || verdict === 'no-data')
      ? {
          address: addressOf(
            '/missed-promises',
            question,
            {
              worst: verdict,
              verdict: verdict === 'no-data' ? verdict : null,
              ...(group.key === null ? {} : { [narrowsBy[by]]: group.key }),
            },
            today,
          ),
          said: translate('overview.missedOf', {
            name: group.key === null ? translate('overview.whole') : group.name,
            year: question.year,
            verdict: translate(`parts.verdict.${verdict}`),
            smart_count: group.verdicts[verdict],
          }),
        }
      : null;
  const standards = indicators
    .map((indicator) =>
      all.standardPerMuWan[indicator] === null
        ? translate('parts.gauge.notSet')
        : showWan(translate, all.standardPerMuWan[indicator]),
    )
    .join(' / ');
  return (
    <Card
      flush
      title={translate(`overview.groups.${by}`)}
      caption={translate('overview.groupsCaption', { standards })}
      actions={
        <Segmented
          value={by}
          label={translate('overview.groupBy')}
          onChange={onBy}
          choices={groupings.map((value) => ({ value, label: translate(`overview.by.${value}`) }))}
        />
      }
    >
      {error && !data ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={8} rowHeight={40} />
      ) : narrow ? (
        <GroupCards groups={data.groups} all={all} rowTo={rowTo} missedTo={missedTo} />
      ) : (
        <table className="plain groups">
          <thead>
            <tr>
              <th scope="col">{translate(`overview.by.${by}`)}</th>
              <UnitHead name={translate('overview.contractsShort')} unit={translate('overview.copies')} />
              <UnitHead name={translate('overview.area')} unit={translate('parts.unit.mu')} />
              <UnitHead name={translate('overview.investmentShort')} unit={translate('parts.unit.yi')} />
              {indicators.map((indicator) => [
                <th key={indicator} scope="col" colSpan={2} className="pm">
                  {translate(`overview.head.${indicator}`)}
                  <br />
                  {translate('parts.unit.perMu')}
                </th>,
                <UnitHead key={`${indicator}%`} name={translate('overview.ofStandard')} unit="%" />,
              ])}
              <th scope="col" className="vc">
                {translate('overview.verdictsOf', { year: question.year })}
                <br />
                {translate('overview.copies')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.groups.map((group) => (
              <tr key={group.key ?? ''}>
                <th scope="row" className="nowrap">
                  <Link to={rowTo(group)}>{group.name}</Link>
                </th>
                <GroupCells group={group} missedTo={missedTo} />
              </tr>
            ))}
            <tr className="sum">
              <th scope="row" className="nowrap">
                <Link to={addressOf('/contracts', question, { counted: '1' }, today)}>
                  {translate('overview.whole')}
                </Link>
              </th>
              <GroupCells group={all} missedTo={missedTo} />
            </tr>
          </tbody>
        </table>
      )}
    </Card>
  );
}

function GroupCells({ group, missedTo }: { group: PerMuGroup; missedTo: MissedTo }) {
  const translate = useTranslate();
  return (
    <>
      <td className="num">{showDecimal(group.contracts)}</td>
      <td className="num">
        <Area mu={group.areaMu} bare />
      </td>
      <td className="num" title={showMoney(group.investmentWan, 'yi')?.yuan}>
        {inYi(translate, group.investmentWan)}
      </td>
      {indicators.map((indicator) => [
        <td key={indicator} className="num pm" title={showWan(translate, group.perMuWan[indicator], 4)}>
          {showWan(translate, group.perMuWan[indicator], 0)}
        </td>,
        <td key={`${indicator}-`} className="pb">
          <PerMuGauge thin promised={group.perMuWan[indicator]} standard={group.standardPerMuWan[indicator]} />
        </td>,
        <td key={`${indicator}%`} className="num pct">
          {showDecimal(group.percentOfStandard[indicator], 2)}
        </td>,
      ])}
      <td className="vc">
        <VerdictCounts counts={group.verdicts} to={missedTo(group)} />
      </td>
    </>
  );
}

/** On a phone: two lines and three bars per group, without sideways scrolling. */
function GroupCards({
  groups,
  all,
  rowTo,
  missedTo,
}: {
  groups: readonly PerMuGroup[];
  all: PerMuGroup;
  rowTo: (group: PerMuGroup) => string;
  missedTo: MissedTo;
}) {
  const translate = useTranslate();
  const block = (group: PerMuGroup, name: string, to: string) => (
    <li key={name}>
      <div className="row">
        <Link to={to} className="strong">
          {name}
        </Link>
        <span className="spacer" />
        <VerdictCounts counts={group.verdicts} to={missedTo(group)} />
      </div>
      <div className="caption">
        {translate('overview.groupLine', {
          contracts: group.contracts,
          mu: showDecimal(group.areaMu, 2),
          yi: inYi(translate, group.investmentWan),
        })}
      </div>
      {indicators.map((indicator) => (
        <div key={indicator} className="bars">
          <span className="caption">{translate(`indicators.short.${indicator}`)}</span>
          <span className="num strong">{showWan(translate, group.perMuWan[indicator], 0)}</span>
          <PerMuGauge thin promised={group.perMuWan[indicator]} standard={group.standardPerMuWan[indicator]} />
          <span className="num quiet">{showDecimal(group.percentOfStandard[indicator], 2)} %</span>
        </div>
      ))}
    </li>
  );
  return (
    <ul className="groupcards">
      {groups.map((group) => block(group, group.name, rowTo(group)))}
      {block(all, translate('overview.whole'), rowTo({ ...all, key: null }))}
    </ul>
  );
}

import { indicators, type Indicator } from '@crm/domain/standards';
import type { TranslateFunction } from 'ra-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PerMuGauge } from '../parts/marks/PerMuGauge.js';
import { VerdictCounts } from '../parts/marks/VerdictChip.js';
import { verdicts, type Verdict } from '../parts/marks/verdict.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { Area, Money } from '../parts/text/Amounts.js';
import { showWan } from '../parts/text/money.js';
import { showDecimal } from '../parts/text/numbers.js';
import type { PerMuGroup } from '../portfolio/index.js';
import { groupLinks, type Grouped } from './groupLinks.js';

/** A group of contracts as a row of a table. */
export type GroupRow = PerMuGroup & { readonly id: string };

export const groupRows = (groups: readonly PerMuGroup[]): GroupRow[] =>
  groups.map((group) => ({ ...group, id: group.key ?? '' }));

/** The verdicts that every sheet lists, and those that occur: so each row adds up to its contracts. */
const printedVerdicts = (all: PerMuGroup): Verdict[] =>
  verdicts.filter((verdict) => ['met', 'warning', 'breach', 'no-data'].includes(verdict) || all.verdicts[verdict] > 0);

/** What is promised per mu against the standard, and how it is kept: on the screen and on paper. The sum: the zone. */
export function groupColumns(translate: TranslateFunction, grouped: Grouped): RecordColumn<GroupRow>[] {
  const { by, all, question } = grouped;
  const { rowTo, missedTo } = groupLinks(translate, grouped);
  /** The zone is shown as each of its groups. */
  const shown = (cell: (group: PerMuGroup) => ReactNode, printed = cell) => ({
    cell,
    printed,
    sum: cell(all),
    printedSum: printed(all),
  });
  return [
    {
      source: 'name',
      label: `overview.by.${by}`,
      className: 'nowrap',
      cell: (group) => <Link to={rowTo(group)}>{group.name}</Link>,
      printed: ({ name }) => name,
      sum: <Link to={rowTo({ ...all, key: null })}>{translate('overview.whole')}</Link>,
      printedSum: translate('overview.whole'),
    },
    {
      source: 'contracts',
      label: 'overview.contractsShort',
      unit: 'overview.copies',
      number: true,
      ...shown(({ contracts }) => showDecimal(contracts)),
    },
    {
      source: 'areaMu',
      label: 'overview.area',
      unit: 'parts.unit.mu',
      number: true,
      ...shown(({ areaMu }) => <Area mu={areaMu} bare />),
    },
    {
      source: 'investmentWan',
      label: 'overview.investmentShort',
      unit: 'parts.unit.yi',
      number: true,
      ...shown(({ investmentWan }) => <Money wan={investmentWan} unit="yi" bare />),
    },
    ...indicators.flatMap((indicator) => indicatorColumns(translate, indicator, shown)),
    {
      source: 'verdicts',
      label: translate('overview.verdictsOf', { year: question.year }),
      unit: 'overview.copies',
      only: 'screen',
      className: 'verdictscell',
      ...shown((group) => <VerdictCounts counts={group.verdicts} to={missedTo(group)} />),
    },
    ...printedVerdicts(all).map((verdict): RecordColumn<GroupRow> => ({
      source: verdict,
      group: translate('overview.printVerdicts', { year: question.year }),
      label: `parts.verdict.${verdict}`,
      only: 'paper',
      number: true,
      ...shown((group) => (group.verdicts[verdict] === 0 ? '–' : showDecimal(group.verdicts[verdict]))),
    })),
  ];
}

function indicatorColumns(
  translate: TranslateFunction,
  indicator: Indicator,
  shown: (
    cell: (group: PerMuGroup) => ReactNode,
    printed?: (group: PerMuGroup) => ReactNode,
  ) => Pick<RecordColumn<GroupRow>, 'cell' | 'printed' | 'sum' | 'printedSum'>,
): RecordColumn<GroupRow>[] {
  const group = `overview.head.${indicator}`;
  return [
    {
      source: `perMuWan.${indicator}`,
      group,
      label: 'parts.unit.perMu',
      number: true,
      className: 'permu',
      ...shown(({ perMuWan }) => (
        <span title={showWan(translate, perMuWan[indicator], 4)}>{showWan(translate, perMuWan[indicator], 0)}</span>
      )),
    },
    {
      source: `standardPerMuWan.${indicator}`,
      group,
      label: 'overview.ofStandard',
      headless: true,
      only: 'screen',
      className: 'gaugecell',
      ...shown(({ perMuWan, standardPerMuWan }) => (
        <PerMuGauge thin promised={perMuWan[indicator]} standard={standardPerMuWan[indicator]} />
      )),
    },
    {
      source: `percentOfStandard.${indicator}`,
      group,
      label: 'overview.ofStandard',
      number: true,
      className: 'percentcell',
      ...shown(
        ({ percentOfStandard }) => showDecimal(percentOfStandard[indicator], 2),
        ({ percentOfStandard }) => showDecimal(percentOfStandard[indicator], 0),
      ),
    },
  ];
}

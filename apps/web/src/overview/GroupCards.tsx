import { indicators } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { PerMuGauge } from '../parts/marks/PerMuGauge.js';
import { VerdictCounts } from '../parts/marks/VerdictChip.js';
import { moneyIn, showWan } from '../parts/text/money.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import type { PerMuGroup } from '../portfolio/index.js';
import { groupLinks, type Grouped } from './groupLinks.js';

/** On a phone: two lines and three bars per group, without sideways scrolling. */
export function GroupCards({ groups, ...grouped }: Grouped & { groups: readonly PerMuGroup[] }) {
  const translate = useTranslate();
  const { rowTo, missedTo } = groupLinks(translate, grouped);
  const block = (group: PerMuGroup, name: string) => (
    <li key={name}>
      <div className="row">
        <Link to={rowTo(group)} className="strong">
          {name}
        </Link>
        <span className="spacer" />
        <VerdictCounts counts={group.verdicts} to={missedTo(group)} />
      </div>
      <div className="caption">
        {translate('overview.groupLine', {
          contracts: group.contracts,
          mu: showDecimal(group.areaMu, 2),
          yi: moneyIn(translate, group.investmentWan, 'yi')?.text ?? NONE,
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
      {groups.map((group) => block(group, group.name))}
      {block({ ...grouped.all, key: null }, translate('overview.whole'))}
    </ul>
  );
}

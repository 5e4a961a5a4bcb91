import { indicators } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import type { PerMu } from '../portfolio/index.js';
import { usePlaces } from '../reference/places.js';
import { showWan, perMuIn } from '../parts/text/money.js';
import { showDecimal, showPercent } from '../parts/text/numbers.js';
import { PerMuGauge } from '../parts/marks/PerMuGauge.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { headlineMoney } from './KeyFigures.js';
import { PrintedDecisions } from './PrintedDecisions.js';
import { PrintedGroups } from './PrintedGroups.js';
import { PrintedHeat } from './PrintedHeat.js';
import type { Grouped } from './groupLinks.js';
import { standardsInWords } from './standardsInWords.js';
import './overview-print.css';
import { useZoneName } from '../providers/zone.js';

/**
 * The overview on A4: its own layout, filters in words, who printed it and when, whole percentages, an empty column for
 * the decision.
 */
export function OverviewPrint({ answer, ...grouped }: Grouped & { answer: PerMu }) {
  const { question, all } = grouped;
  const translate = useTranslate();
  const { name: zone } = useZoneName();
  const { parks, industries } = usePlaces();
  const money = headlineMoney(translate, all.investmentWan);
  const perMu = (indicator: (typeof indicators)[number]) => perMuIn(translate, all.perMuWan[indicator], 0);
  const scope = translate('overview.printScope', {
    signed:
      question.signed === null
        ? translate('parts.filter.all')
        : translate('overview.wholeYear', { year: question.signed }),
    park: parks.find((park) => park.id === question.park)?.name ?? translate('parts.filter.all'),
    industry: industries.find((industry) => industry.id === question.industry)?.name ?? translate('parts.filter.all'),
    year: question.year,
    day: answer.asOf,
  });
  return (
    <PrintSheet
      title={translate('overview.printTitle', { zone })}
      scope={scope}
      basis={translate('overview.printStandard', { standards: standardsInWords(answer, translate) })}
      rule={translate('overview.printRule')}
    >
      <div className="pk5">
        <div>
          <div>{translate('overview.contracts')}</div>
          <div className="pn">
            {showDecimal(all.contracts)}
            <small>{translate('overview.copies')}</small>
          </div>
          <div>{translate('overview.printArea', { mu: showDecimal(all.areaMu, 2) })}</div>
        </div>
        <div>
          <div>{translate('overview.investment')}</div>
          <div className="pn">
            {money.sign && <small>{money.sign} </small>}
            {money.text}
            <small>{money.unit}</small>
          </div>
          <div>{translate('overview.frameworks', { smart_count: answer.frameworkContracts })}</div>
        </div>
        {indicators.map((indicator) => (
          <div key={indicator}>
            <div>{translate(`overview.perMu.${indicator}`)}</div>
            <div className="pn">
              {perMu(indicator).sign && <small>{perMu(indicator).sign} </small>}
              {perMu(indicator).text}
              <small>{perMu(indicator).unit}</small>
              <em>{showPercent(all.percentOfStandard[indicator], 0)}</em>
            </div>
            <PerMuGauge
              promised={all.perMuWan[indicator]}
              actual={all.actualPerMuWan[indicator]}
              standard={all.standardPerMuWan[indicator]}
            />
            <div>
              {translate('overview.printActual', {
                standard: showWan(translate, all.standardPerMuWan[indicator]),
                year: question.year,
                perMu: showWan(translate, all.actualPerMuWan[indicator], 2),
              })}
            </div>
          </div>
        ))}
      </div>
      <PrintedGroups {...grouped} />
      <PrintedHeat question={question} />
      <PrintedDecisions question={question} />
    </PrintSheet>
  );
}

import { yiFromWan } from '@crm/domain/quantities';
import { indicators } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { Strip } from '../parts/layout/Card.js';
import { KeyNumber } from '../parts/marks/KeyNumber.js';
import { NONE, showDecimal, showMoney, showPercent } from '../parts/text/numbers.js';
import { PerMuGauge } from '../parts/marks/PerMuGauge.js';
import type { PerMu, PerMuGroup } from '../portfolio/index.js';

/** People say 66.3 亿元; the exact 662,996.54 万元 are below. Amounts under 1 亿元 stay in 万元. */
export function headlineMoney(wan: string): { text: string; unit: 'wan' | 'yi' } {
  const money = showMoney(wan);
  if (!money) return { text: NONE, unit: 'wan' };
  return money.unit === 'yi'
    ? { text: showDecimal(yiFromWan(wan).toFixed(), 1), unit: 'yi' }
    : { text: showDecimal(wan, 0), unit: 'wan' };
}

/**
 * Five numbers, each with its exact value below and a link to its rows; the per-mu ones are compared with the standard.
 */
export function KeyFigures({ all, answer, to }: { all: PerMuGroup; answer: PerMu; to: string }) {
  const translate = useTranslate();
  const money = headlineMoney(all.investmentWan);
  const inWords = (wan: string): string => {
    const shown = showMoney(wan);
    return shown ? `${shown.text} ${translate(`parts.unit.${shown.unit}`)}` : NONE;
  };
  return (
    <div className="kf5">
      <Strip label={translate('performance.keyFigures')}>
        <KeyNumber
          name={translate('performance.contracts')}
          value={showDecimal(all.contracts)}
          unit={translate('performance.copies')}
          to={to}
        >
          <div className="t-cap">{translate('performance.frameworks', { smart_count: answer.frameworkContracts })}</div>
          {answer.frameworkContracts > 0 && <div className="t-cap">{inWords(answer.frameworkWan)}</div>}
        </KeyNumber>
        <KeyNumber
          name={translate('performance.investment')}
          value={money.text}
          unit={translate(`parts.unit.${money.unit}`)}
          to={to}
        >
          <div className="t-cap">
            <span className="nw">{translate('performance.printArea', { mu: showDecimal(all.areaMu, 2) })}</span> ·{' '}
            <span className="nw">
              {translate('performance.exactInvestment', { wan: showDecimal(all.investmentWan, 2) })}
            </span>
          </div>
          <div className="t-cap">
            {translate('performance.signedAmount', {
              amount: inWords(answer.substantiveWan),
              smart_count: answer.substantiveContracts,
            })}
          </div>
        </KeyNumber>
        {indicators.map((indicator) => {
          const standard = all.standardPerMuWan[indicator];
          const actual = all.actualPerMuWan[indicator];
          const percent = all.percentOfStandard[indicator];
          return (
            <KeyNumber
              key={indicator}
              name={translate(`performance.perMu.${indicator}`)}
              against={translate('performance.against', {
                standard: standard === null ? translate('parts.gauge.notSet') : showDecimal(standard),
              })}
              value={showDecimal(all.perMuWan[indicator], 0)}
              unit={translate('parts.unit.perMu')}
              percent={percent === null ? null : showDecimal(percent, 0)}
              to={to}
            >
              <PerMuGauge promised={all.perMuWan[indicator]} actual={actual} standard={standard} />
              <div className="ax">
                <span>
                  {translate('performance.promisedExactly', {
                    perMu: showDecimal(all.perMuWan[indicator], 2),
                    percent: showPercent(percent),
                  })}
                </span>
                <span>
                  {actual === null
                    ? translate('performance.nothingReported')
                    : translate('performance.actualExactly', {
                        perMu: showDecimal(actual, 2),
                        percent: showPercent(all.actualPercentOfStandard[indicator]),
                      })}
                </span>
              </div>
            </KeyNumber>
          );
        })}
      </Strip>
    </div>
  );
}

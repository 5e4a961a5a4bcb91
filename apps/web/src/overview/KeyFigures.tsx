import { yiFromWan } from '@crm/domain/quantities';
import { indicators } from '@crm/domain/standards';
import { type TranslateFunction, useTranslate } from 'ra-core';
import { Strip } from '../parts/layout/Card.js';
import { KeyNumber, keyNumber } from '../parts/marks/KeyNumber.js';
import {
  showWan,
  sayMoney,
  sayExactly,
  moneyIn,
  perMuIn,
  countsMillions,
  type SaidMoney,
} from '../parts/text/money.js';
import { showDecimal, showMoney, showPercent } from '../parts/text/numbers.js';
import { PerMuGauge } from '../parts/marks/PerMuGauge.js';
import type { PerMu, PerMuGroup } from '../portfolio/index.js';

/** People say 66.3 亿元; its 662,996.54 万元 stand right below. Sums under one 亿 stay 万元. */
export function headlineMoney(translate: TranslateFunction, wan: string): SaidMoney {
  const said = moneyIn(translate, wan)!;
  if (countsMillions(translate)) return said;
  return { ...said, text: showMoney(wan)?.unit === 'yi' ? showMoneyTenth(wan) : showDecimal(wan, 0) };
}
const showMoneyTenth = (wan: string): string => showDecimal(yiFromWan(wan).toFixed(), 1);

/**
 * Five numbers, each with its exact value below and a link to its rows; the per-mu ones are compared with the standard.
 */
export function KeyFigures({ all, answer, to }: { all: PerMuGroup; answer: PerMu; to: string }) {
  const translate = useTranslate();
  const money = headlineMoney(translate, all.investmentWan);
  return (
    <div className="kf5">
      <Strip label={translate('overview.keyFigures')}>
        <KeyNumber
          name={translate('overview.contracts')}
          value={showDecimal(all.contracts)}
          unit={translate('overview.copies')}
          to={to}
        >
          <div className="caption">{translate('overview.frameworks', { smart_count: answer.frameworkContracts })}</div>
          {answer.frameworkContracts > 0 && <div className="caption">{sayMoney(translate, answer.frameworkWan)}</div>}
        </KeyNumber>
        <KeyNumber name={translate('overview.investment')} {...keyNumber(money)} to={to}>
          <div className="caption">
            <span className="nowrap">{translate('overview.printArea', { mu: showDecimal(all.areaMu, 2) })}</span> ·{' '}
            <span className="nowrap">{sayExactly(translate, all.investmentWan)}</span>
          </div>
          <div className="caption">
            {translate('overview.signedAmount', {
              amount: sayMoney(translate, answer.substantiveWan),
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
              name={translate(`overview.perMu.${indicator}`)}
              against={translate('overview.against', {
                standard: standard === null ? translate('parts.gauge.notSet') : showWan(translate, standard),
              })}
              {...keyNumber(perMuIn(translate, all.perMuWan[indicator], 0))}
              percent={percent === null ? null : showDecimal(percent, 0)}
              to={to}
            >
              <PerMuGauge promised={all.perMuWan[indicator]} actual={actual} standard={standard} />
              <div className="ax">
                <span>
                  {translate('overview.promisedExactly', {
                    perMu: showWan(translate, all.perMuWan[indicator], 2),
                    percent: showPercent(percent),
                  })}
                </span>
                <span>
                  {actual === null
                    ? translate('overview.nothingReported')
                    : translate('overview.actualExactly', {
                        perMu: showWan(translate, actual, 2),
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

import type { Indicator } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { MoneyInput, PerMuInput } from '../../parts/fields/AmountInput.js';
import { showWan } from '../../parts/text/money.js';
import { GaugeLine } from '../../parts/marks/PerMuGauge.js';
import { Hint } from '../../parts/marks/Hint.js';
import { belowBy, otherSide, type Master } from '../../parts/fields/bothSides.js';
import '../../parts/layout/reading.css';
import './promises.css';

interface Props {
  /** The path of the two sides in the form: '' or 'promises.tax'. */
  prefix: string;
  indicator: Indicator;
  areaMu: string | null;
  standardPerMuWan: string | null;
  autoFocus?: boolean;
}

/**
 * A promise per mu or as a total. The side typed last is kept and the other is computed; the bar compares with the
 * standard in force.
 */
export function PromiseFields({ prefix, indicator, areaMu, standardPerMuWan, autoFocus }: Props) {
  const translate = useTranslate();
  const { setValue } = useFormContext();
  const at = (field: string): string => (prefix === '' ? field : `${prefix}.${field}`);
  const [perMu, total, master] = useWatch({ name: [at('perMuWan'), at('totalWan'), at('master')] }) as [
    string | null,
    string | null,
    Master,
  ];
  const typed = master === 'total' ? total : perMu;
  useEffect(() => {
    const follower = at(master === 'total' ? 'perMuWan' : 'totalWan');
    const follows = typed === null ? null : otherSide(master, typed, areaMu);
    if (areaMu !== null || typed === null) setValue(follower, follows);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `at` and `setValue` are the same for one form
  }, [typed, master, areaMu]);
  const least = standardPerMuWan === null ? null : otherSide('per-mu', standardPerMuWan, areaMu);
  const atLeast = least === null ? '' : translate('promises.leastHint', { least: showWan(translate, least, 2) });
  const below = belowBy(perMu, standardPerMuWan);
  return (
    <div className="promisefields">
      <PerMuInput
        source={at('perMuWan')}
        label={translate(`overview.perMu.${indicator}`)}
        autoFocus={autoFocus}
        locked={areaMu === null}
        onChange={() => setValue(at('master'), 'per-mu')}
        hint={
          below ? (
            <Hint verdict="warning">
              {translate('promises.belowHint', { standard: showWan(translate, standardPerMuWan) })}
              {atLeast}
            </Hint>
          ) : areaMu === null ? (
            translate('promises.needsLand')
          ) : standardPerMuWan === null ? (
            translate('promises.noStandardHint')
          ) : (
            `${translate('promises.standardHint', { standard: showWan(translate, standardPerMuWan) })}${atLeast}`
          )
        }
      />
      <MoneyInput
        source={at('totalWan')}
        label={translate('promises.total')}
        onChange={() => setValue(at('master'), 'total')}
        hint={master === 'total' ? translate('promises.totalIsMaster') : translate('promises.perMuIsMaster')}
      />
      <div className="wide">
        <GaugeLine label={translate(`indicators.short.${indicator}`)} promised={perMu} standard={standardPerMuWan} />
      </div>
    </div>
  );
}

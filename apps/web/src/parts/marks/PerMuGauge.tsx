import { useTranslate } from 'ra-core';
import { gaugeGeometry, type GaugeInput } from './gauge.js';
import { showWan } from '../text/money.js';
import { showPercent } from '../text/numbers.js';

/** Promise pale, actual dark, standard a vertical line at one third; `thin` is the 8 px bar of a dense table. */
export function PerMuGauge({ promised, actual, standard, thin = false }: GaugeInput & { thin?: boolean }) {
  const translate = useTranslate();
  const bar = gaugeGeometry({ promised, actual, standard });
  const said = translate('parts.gauge.said', {
    promised: showWan(translate, promised),
    actual: showWan(translate, actual),
    standard: standard ? showWan(translate, standard) : translate('parts.gauge.notSet'),
    percent: showPercent(bar.percentOfStandard),
  });
  return (
    <div className={thin ? 'gauge thin' : 'gauge'} role="img" aria-label={said} title={said}>
      {bar.promised !== null && <i style={{ width: `${bar.promised}%` }} />}
      {bar.actual !== null && <b style={{ width: `${bar.actual}%` }} />}
      {bar.standardAt !== null && <u style={{ left: `${bar.standardAt}%` }} />}
      {bar.beyond && <span className="over">»</span>}
    </div>
  );
}

/** Name, bar, percent of the standard; without a standard “—”. */
export function GaugeLine({ label, ...input }: GaugeInput & { label: string }) {
  return (
    <div className="gaugeline">
      <span>{label}</span>
      <PerMuGauge {...input} />
      <span className="num strong">{showPercent(gaugeGeometry(input).percentOfStandard)}</span>
    </div>
  );
}

/** The meaning of pale, dark and line; once above the bars of a page. */
export function GaugeKey({ promised, actual, standard }: { promised?: string; actual?: string; standard?: string }) {
  const translate = useTranslate();
  return (
    <span className="caption row wrap">
      <span className="row">
        <span className="keyswatch" />
        {promised ?? translate('parts.gauge.promised')}
      </span>
      <span className="row">
        <span className="keyswatch dark" />
        {actual ?? translate('parts.gauge.actual')}
      </span>
      <span className="row">
        <span className="keyswatch line" />
        {standard ?? translate('parts.gauge.standard')}
      </span>
    </span>
  );
}

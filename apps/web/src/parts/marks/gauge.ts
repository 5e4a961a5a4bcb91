import { decimal, type Decimal } from '@crm/domain/quantities';

/** Every per-mu bar ends at 300 % of the standard, so that its line is at one third everywhere. */
const SCALE_END = 3;

export interface GaugeInput {
  /** 万元/亩, exact decimals; undefined: not promised, not reported, or no standard (不设). */
  promised?: string | null;
  actual?: string | null;
  standard?: string | null;
}

export interface GaugeGeometry {
  /** Widths and places in % of the bar; null draws nothing. */
  promised: number | null;
  actual: number | null;
  standardAt: number | null;
  /** A value beyond the scale: the bar is full and shows »; the number tells the rest. */
  beyond: boolean;
  /** Promised ÷ standard in %, unrounded; null (—) without a standard: never 0 % or ∞. */
  percentOfStandard: string | null;
}

const given = (value: string | null | undefined): Decimal | null =>
  value === null || value === undefined || value === '' ? null : decimal(value);

export function gaugeGeometry({ promised, actual, standard }: GaugeInput): GaugeGeometry {
  const p = given(promised);
  const a = given(actual);
  const s = given(standard);
  const set = s !== null && s.gt(0);
  // Without a standard the promise itself is the measure: it fills half of the bar.
  const end = set ? s.times(SCALE_END) : (p ?? a ?? decimal('1')).times(2);
  const width = (value: Decimal | null): number | null =>
    value === null ? null : Math.min(100, Math.max(0, end.gt(0) ? value.div(end).times(100).toNumber() : 0));
  return {
    promised: width(p),
    actual: width(a),
    standardAt: set ? 100 / SCALE_END : null,
    beyond: [p, a].some((value) => value !== null && end.gt(0) && value.gt(end)),
    percentOfStandard: set && p !== null ? p.div(s).times(100).toFixed(12) : null,
  };
}

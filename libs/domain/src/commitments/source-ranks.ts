import type { PromisedIndicator } from '../standards/index.js';
import type { ActualSource } from './commitment.js';

/** Whose figure speaks, the first before the second. The statistics office counts what the others only report. */
const byDefault: readonly ActualSource[] = ['statistics', 'tax-office', 'firm', 'other'];

/** Indicators with an order of their own: the tax office knows what was paid. */
export const sourceRanks: Partial<Readonly<Record<PromisedIndicator, readonly ActualSource[]>>> = {
  tax: ['tax-office', 'statistics', 'firm', 'other'],
};

/** The sources of an indicator, the one that speaks first in front. */
export const sourcesOf = (indicator: PromisedIndicator): readonly ActualSource[] => sourceRanks[indicator] ?? byDefault;

/** 0 is the highest rank. */
export const rankOf = (indicator: PromisedIndicator, source: ActualSource): number =>
  sourcesOf(indicator).indexOf(source);

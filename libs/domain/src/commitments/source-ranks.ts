import type { PromisedIndicator } from '../standards/index.js';
import type { ActualSource } from './commitment.js';

/**
 * Sources by rank: the first one that has a figure counts. The statistics office counts what the others only report.
 */
const byDefault: readonly ActualSource[] = ['statistics', 'tax-office', 'firm', 'other'];

/** Indicators with their own order: the tax office knows what was paid. */
export const sourceRanks: Partial<Readonly<Record<PromisedIndicator, readonly ActualSource[]>>> = {
  tax: ['tax-office', 'statistics', 'firm', 'other'],
};

/** The sources of an indicator, the highest rank first. */
export const sourcesOf = (indicator: PromisedIndicator): readonly ActualSource[] => sourceRanks[indicator] ?? byDefault;

/** 0 is the highest rank. */
export const rankOf = (indicator: PromisedIndicator, source: ActualSource): number =>
  sourcesOf(indicator).indexOf(source);

import { promiseAgainstStandard, type Promised } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { indicatorRules, type FurtherIndicator, type Indicator } from '@crm/domain/standards';
import type { EnteredContract } from '../contracts/index.js';

interface AsTyped {
  readonly value: string;
  readonly unit: string;
}

/**
 * The side the ledger gives is master: per mu, or the whole amount. `entered`: as typed, where that is another unit.
 */
type PerMuPromise = {
  readonly indicator: Indicator;
  readonly measuredBy?: 'output-value' | 'revenue';
  readonly entered?: AsTyped;
  readonly quantity?: undefined;
} & (
  | { readonly perMuWan: string; readonly totalWan?: undefined }
  | { readonly totalWan: string; readonly perMuWan?: undefined }
);
/** Of another indicator: a plain quantity in its unit. */
interface FurtherPromise {
  readonly indicator: FurtherIndicator;
  readonly quantity: string;
  readonly entered?: AsTyped;
  readonly perMuWan?: undefined;
  readonly totalWan?: undefined;
  readonly measuredBy?: undefined;
}
export type LedgerPromise = PerMuPromise | FurtherPromise;

const promisedBy = (promise: PerMuPromise): Promised =>
  promise.perMuWan === undefined
    ? { side: 'total', totalWan: promise.totalWan }
    : { side: 'per-mu', perMuWan: promise.perMuWan };
export const enteredAs = (promise: LedgerPromise): AsTyped => {
  if (promise.entered) return promise.entered;
  if (promise.quantity !== undefined)
    return { value: plain(promise.quantity), unit: indicatorRules[promise.indicator].unit };
  return promise.perMuWan === undefined
    ? { value: plain(promise.totalWan), unit: 'wan' }
    : { value: plain(promise.perMuWan), unit: 'wan-per-mu' };
};

export function isBelow(promise: LedgerPromise, { areaMu, standards }: EnteredContract): boolean {
  if (promise.quantity !== undefined || areaMu === null) return false;
  const kept = standards[promise.indicator];
  return promiseAgainstStandard(
    { promised: promisedBy(promise), areaMu },
    kept && { id: kept.standardId, perMuWan: kept.perMuWan, documentNo: kept.documentNo },
  ).belowStandard;
}

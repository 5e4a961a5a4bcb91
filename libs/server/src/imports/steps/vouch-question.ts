import type { ImportQuestion } from '@crm/api-contract/imports';
import { normaliseCreditCode } from '@crm/domain/enterprises';
import { digest } from '../books/firms-of-rows.js';
import type { ImportRecord, RowOutcomeRecord } from '../imports.store.js';

/** How many codes are listed; a sheet with more has another problem. */
const MOST = 200;

/**
 * Codes whose last symbol holds and whose organisation digit does not: the register contains such exceptions, and a
 * person may vouch for one with a reason. A wrong last symbol is a typing error and is not asked about. Those vouched
 * for stay listed, so that it can be taken back. An empty list: there is nothing to ask.
 */
export function vouchQuestion(
  { vouched }: Pick<ImportRecord, 'vouched'>,
  outcomes: readonly RowOutcomeRecord[],
): ImportQuestion[] {
  const reasons = new Map(vouched.map(({ creditCode, reason }) => [creditCode, reason]));
  const codes = outcomes
    .flatMap(({ row, entry, faults }) => {
      const fault = faults.find(({ code, facts }) => code === 'uscc.check' && facts.reason === 'organisation-digit');
      const named = entry && 'creditCode' in entry ? entry : null;
      const creditCode = fault ? normaliseCreditCode(fault.value) : (named?.creditCode ?? null);
      if (creditCode === null || !(fault || reasons.has(creditCode))) return [];
      const enterpriseName = named?.enterpriseName ?? '';
      return [{ row, enterpriseName, creditCode, reason: reasons.get(creditCode) ?? null }];
    })
    .slice(0, MOST);
  if (codes.length === 0) return [];
  const confirmed = codes.every(({ reason }) => reason !== null);
  const key = `vouch-codes ${digest(codes)}`;
  return [
    { key, question: 'vouch-codes', confirmed, year: null, days: [], versions: [], figures: [], firms: [], codes },
  ];
}

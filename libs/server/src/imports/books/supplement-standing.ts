import type { ContractEntry } from '@crm/domain/imports';
import { decimal } from '@crm/domain/quantities';
import type { FoundSupplement } from '../../supplements/index.js';
import type { Standing } from './ledger-book.js';

const equal = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? null) === null || (b ?? null) === null ? (a ?? null) === (b ?? null) : decimal(a!).eq(b!);
const rising = (found: FoundSupplement, fact: string): string | null =>
  found.before?.[fact] && found.after?.[fact]
    ? decimal(found.after[fact]).minus(found.before[fact]).toFixed()
    : (found.after?.[fact] ?? null);
const amount = ({ investment }: ContractEntry): string | null =>
  investment && !decimal(investment.wan).isZero() ? investment.wan : null;

/** A number as in the row: what this supplement added then, or what has been in force since. */
const held = (found: FoundSupplement, fact: string, value: string): boolean =>
  found.before === null || equal(value, found.after?.[fact]) || equal(value, rising(found, fact));
const sameLand = (found: FoundSupplement, { area }: ContractEntry): boolean =>
  area === null || held(found, 'areaMu', area.areaMu);

/** By number; without one by signing day and increment, and among several by land. */
export function foundAmong(there: readonly FoundSupplement[], entry: ContractEntry): FoundSupplement | undefined {
  if (entry.contractNo) return there.find(({ number }) => number === entry.contractNo);
  const alike = there.filter((one) => one.signedOn === entry.signedOn && equal(one.amountWan, amount(entry)));
  return alike.find((one) => sameLand(one, entry)) ?? alike[0];
}

const promiseFields = { investment: 'promisedInvestment', output: 'promisedOutput', tax: 'promisedTax' } as const;

export function standing(entry: ContractEntry, found: FoundSupplement): Standing {
  const fields = [
    ...(found.signedOn === entry.signedOn ? [] : ['signedOn']),
    ...(equal(found.amountWan, amount(entry)) ? [] : ['amountWan']),
    ...(sameLand(found, entry) ? [] : ['areaMu']),
    ...entry.promises
      .filter(
        (one) =>
          !held(
            found,
            `promise.${one.indicator}.${one.side === 'per-mu' ? 'perMuWan' : 'totalWan'}`,
            one.side === 'per-mu' ? one.perMuWan : one.totalWan,
          ),
      )
      .map(({ indicator }) => promiseFields[indicator]),
  ];
  return fields.length > 0
    ? { is: 'differs', code: 'row.differs', facts: { fields: fields.join(', ') } }
    : { is: 'unchanged' };
}

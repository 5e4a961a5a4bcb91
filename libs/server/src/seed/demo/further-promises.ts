import { indicatorRules, type FurtherIndicator } from '@crm/domain/standards';
import type { FurtherFigureEntry, LedgerPromise } from '../../commitments/index.js';
import { chance, type Chance } from './chance.js';
import type { FurtherContract } from './further-contracts.js';

/**
 * 研发, 人员, 就业, 能耗 of every third contract besides the ledger of 2021; those of the ledger only have the three per-mu
 * indicators.
 */
export interface Promised {
  readonly indicator: FurtherIndicator;
  readonly quantity: string;
}

const every = 3;
const LAST_YEAR = 2025;

export function furtherPromises(
  contracts: readonly FurtherContract[],
): ReadonlyMap<FurtherContract, readonly Promised[]> {
  const dice = chance(13);
  return new Map(
    contracts.filter(({ perMu }) => perMu).map((contract, index) => [contract, index % every === 0 ? drawn(dice) : []]),
  );
}

function drawn(dice: Chance): Promised[] {
  const all: Promised[] = [
    { indicator: 'rd-share', quantity: dice.amount(2, 6, 1) },
    { indicator: 'rd-headcount', quantity: String(dice.whole(12, 90)) },
    { indicator: 'jobs', quantity: String(dice.whole(8, 60) * 10) },
    { indicator: 'energy', quantity: String(dice.whole(6, 80) * 100) },
  ];
  return all.filter(() => dice.odds(0.75));
}

const unitOf = (indicator: FurtherIndicator) => indicatorRules[indicator].unit;
export const asPromises = (promised: readonly Promised[]): LedgerPromise[] =>
  promised.map(({ indicator, quantity }) => ({
    indicator,
    quantity,
    entered: { value: quantity, unit: unitOf(indicator) },
  }));

/**
 * Reported by the enterprise for the years it reports at all: mostly kept, some slightly short, energy sometimes above
 * its bound.
 */
export function furtherPromiseFigures(
  contractId: string,
  contract: FurtherContract,
  promised: readonly Promised[],
): FurtherFigureEntry[] {
  const dice = chance(contract.firm.creditCode.charCodeAt(12) * 31 + promised.length);
  const years = Object.keys(contract.keeping)
    .map(Number)
    .filter((year) => year >= contract.fullProductionYear && year <= LAST_YEAR);
  return years.flatMap((year) =>
    promised.map(({ indicator, quantity }): FurtherFigureEntry => {
      const reached = (Number(quantity) * dice.whole(84, 122)) / 100;
      const value = unitOf(indicator) === 'percent' ? reached.toFixed(2) : reached.toFixed(0);
      return {
        contractId,
        indicator,
        year,
        quantity: value,
        entered: { value, unit: unitOf(indicator) },
        source: 'firm',
      };
    }),
  );
}

import type { SupplementPreview } from '@crm/api-contract/supplements';
import type { Contract } from '@crm/api-contract/contracts';
import { sum } from '@crm/domain/quantities';
import type { ContractFacts } from '@crm/domain/supplements';
import { exact, grouped } from '../data-access/index.js';

const year = (value: number | null): string | null => (value === null ? null : String(value));

/** Everything a supplement may change, as it is now, in 万元 and 亩. Parcels of one name are one fact. */
export function contractFacts(contract: Contract): ContractFacts {
  const plots = grouped(contract.parcels, ({ code, phase }) => `parcel.${code || phase || '-'}`);
  return {
    investedWan: contract.amountInForceWan,
    areaMu: contract.areaMu,
    ...Object.fromEntries([...plots].map(([name, parcels]) => [name, exact(sum(parcels.map(({ areaMu }) => areaMu)))])),
    fullProductionYear: year(contract.fullProductionYear),
    fullProductionOn: contract.fullProductionOn,
    termFrom: contract.termFrom,
    termTo: contract.termTo,
    ...Object.fromEntries(
      contract.commitments.flatMap((promise) => {
        const own = {
          perMuWan: promise.perMuWan,
          ...(promise.unit === 'wan' ? { totalWan: promise.totalWan } : { total: promise.total }),
          percentOfStandard: promise.percentOfStandard,
          fromYear: year(promise.fromYear),
          dueOn: promise.dueOn,
          lastYear: year(promise.lastYear),
          ramp:
            promise.ramp.length > 0
              ? promise.ramp.map(({ year: at, percent }) => `${at}: ${percent} %`).join('; ')
              : null,
          tolerancePercent: promise.tolerancePercent,
          clause: promise.clause,
        };
        return Object.entries(own).map(([name, value]) => [`promise.${promise.indicator}.${name}`, value] as const);
      }),
    ),
  };
}

export interface Standing {
  readonly indicator: string;
  readonly year: number;
  readonly verdict: Contract['years'][number]['verdict'];
  readonly unit: Contract['commitments'][number]['unit'];
  readonly required: string;
  readonly shortfall: string | null;
  readonly requiredWan: string | null;
  readonly shortfallWan: string | null;
}

/** The verdict of each indicator in the year of its assessment, not in later years where it still counts. */
export const standingOf = ({ years }: Contract): Standing[] => {
  const found = new Map<string, Standing>();
  for (const { standing } of years)
    for (const one of standing)
      found.set(`${one.indicator} ${one.year}`, {
        indicator: one.indicator,
        year: one.year,
        verdict: one.verdict,
        unit: one.unit,
        required: one.required,
        shortfall: one.shortfall,
        requiredWan: one.requiredWan,
        shortfallWan: one.shortfallWan,
      });
  return [...found.values()];
};

/** Verdicts or amounts that change; newest year first. */
export function movedVerdicts(before: readonly Standing[], after: readonly Standing[]): SupplementPreview['verdicts'] {
  const key = ({ indicator, year: at }: Standing) => `${indicator} ${at}`;
  const [was, is] = [new Map(before.map((one) => [key(one), one])), new Map(after.map((one) => [key(one), one]))];
  const shown = (one: Standing | undefined) =>
    one
      ? {
          verdict: one.verdict,
          unit: one.unit,
          required: one.required,
          shortfall: one.shortfall,
          requiredWan: one.requiredWan,
          shortfallWan: one.shortfallWan,
        }
      : null;
  const all = [...before, ...after.filter((one) => !was.has(key(one)))];
  return all
    .map((one) => ({
      indicator: one.indicator,
      year: one.year,
      before: shown(was.get(key(one))),
      after: shown(is.get(key(one))),
    }))
    .filter((row) => JSON.stringify(row.before) !== JSON.stringify(row.after))
    .sort((a, b) => b.year - a.year || (a.indicator < b.indicator ? -1 : 1));
}

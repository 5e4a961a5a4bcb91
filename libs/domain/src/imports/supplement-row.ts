import type { Day } from '../days/index.js';
import { decimal, plain, type AreaUnit, type MoneyUnit } from '../quantities/index.js';
import type { Facts } from '../refusal/index.js';
import type { Indicator } from '../standards/index.js';
import type { ContractEntry } from './contract-entry.js';

export type PromisedSide =
  { readonly side: 'per-mu'; readonly perMuWan: string } | { readonly side: 'total'; readonly totalWan: string };

/** The contract as it is now, in 万元 and 亩; the supplement of a ledger is compared with it. */
export interface AmendableContract {
  readonly parkId: string;
  readonly industryId: string;
  readonly areaMu: string | null;
  readonly fullProductionYear: number | null;
  readonly fullProductionOn: Day | null;
  readonly promises: Readonly<Partial<Record<Indicator, PromisedSide>>>;
  readonly milestones: Readonly<Partial<Record<MilestoneField, Day | null>>>;
}

/** The changes of the row, named like those of a supplement. */
export interface RowAmendment {
  readonly increase?: { readonly value: string; readonly unit: MoneyUnit };
  readonly land?: { readonly value: string; readonly unit: AreaUnit };
  readonly promises: readonly ({ readonly indicator: Indicator } & PromisedSide)[];
  readonly fullProduction?: { readonly year: number | null; readonly on: Day | null };
}

/** One possible meaning of a cell; `value` is the text that states it. Amounts in 万元 or 亩. */
export type CellChoice = {
  readonly value: string;
  readonly says: 'repeated' | 'added' | 'changed';
  readonly before: string;
  readonly after: string;
};

export interface AmendmentFault {
  readonly field: string;
  readonly code: string;
  readonly facts: Facts;
}

const milestoneFields = ['startOn', 'completionOn', 'productionOn'] as const;
export type MilestoneField = (typeof milestoneFields)[number];
const fieldOfPromise: Readonly<Record<Indicator, string>> = {
  investment: 'promisedInvestment',
  output: 'promisedOutput',
  tax: 'promisedTax',
};

/**
 * Turns a supplement or increase of a ledger into an amendment of its contract (docs/domain.md, 补充协议、增资、续签; ADR 0009).
 * The amount is an increment and land is added; a promise per mu replaces the earlier one. If a number may be the total
 * or the addition, the person is asked: `supplement.land-which`, `supplement.promise-which`. Other faults:
 * `supplement.stays` (park or industry differs), `supplement.milestone`, `supplement.land-less`,
 * `supplement.no-promise`, `supplement.promise-base`, `supplement.nothing`, `commitment.area-missing`.
 */
export function amendmentOf(
  entry: ContractEntry,
  contract: AmendableContract,
):
  | { readonly amendment: RowAmendment; readonly after: AmendableContract }
  | { readonly faults: readonly AmendmentFault[] } {
  const faults: AmendmentFault[] = [];
  if (entry.parkId !== contract.parkId)
    faults.push({ field: 'park', code: 'supplement.stays', facts: { what: 'park' } });
  if (entry.industryId !== contract.industryId)
    faults.push({ field: 'industry', code: 'supplement.stays', facts: { what: 'industry' } });
  for (const field of milestoneFields)
    if (entry[field] && entry[field] !== contract.milestones[field])
      faults.push({ field, code: 'supplement.milestone', facts: {} });
  const land = landOf(entry, contract, faults);
  const areaMu = land === null ? contract.areaMu : plain(decimal(contract.areaMu ?? '0').plus(land.addedMu));
  const promises = promisesOf(entry, contract, areaMu, faults);
  const fullProduction = fullProductionOf(entry, contract);
  const increase =
    entry.investment && !decimal(entry.investment.wan).isZero()
      ? { value: entry.investment.value, unit: entry.investment.unit }
      : undefined;
  if (faults.length === 0 && !increase && !land && promises.length === 0 && !fullProduction)
    faults.push({ field: 'investment', code: 'supplement.nothing', facts: {} });
  if (faults.length > 0) return { faults };
  return {
    amendment: {
      ...(increase ? { increase } : {}),
      ...(land ? { land: land.entered } : {}),
      promises,
      ...(fullProduction ? { fullProduction } : {}),
    },
    after: {
      ...contract,
      areaMu,
      promises: {
        ...contract.promises,
        ...Object.fromEntries(promises.map(({ indicator, ...side }) => [indicator, side])),
      },
      ...(fullProduction ? { fullProductionYear: fullProduction.year, fullProductionOn: fullProduction.on } : {}),
    },
  };
}

interface AddedLand {
  readonly addedMu: string;
  readonly entered: { readonly value: string; readonly unit: AreaUnit };
}

/** Less land than the contract has is an addition. As much or more may be the contract's own land written again. */
function landOf({ area }: ContractEntry, contract: AmendableContract, faults: AmendmentFault[]): AddedLand | null {
  if (!area) return null;
  const [typed, had] = [decimal(area.areaMu), decimal(contract.areaMu ?? '0')];
  const whole = { addedMu: plain(typed), entered: { value: area.value, unit: area.unit } };
  if (area.amending === 'added' || (!area.amending && typed.lt(had)) || had.isZero()) return whole;
  if (area.amending === 'changed') {
    if (typed.eq(had)) return null;
    const more = plain(typed.minus(had));
    if (typed.gt(had)) return { addedMu: more, entered: { value: more, unit: 'mu' } };
    faults.push({ field: 'area', code: 'supplement.land-less', facts: { before: plain(had) } });
    return null;
  }
  const [before, added] = [plain(had), plain(typed.plus(had))];
  const stays: CellChoice = typed.eq(had)
    ? { value: '无', says: 'repeated', before, after: before }
    : { value: `=${plain(typed)}亩`, says: 'changed', before, after: plain(typed) };
  faults.push({
    field: 'area',
    code: 'supplement.land-which',
    facts: {
      before,
      typed: plain(typed),
      choices: [stays, { value: `+${plain(typed)}亩`, says: 'added', before, after: added }],
    },
  });
  return null;
}

function promisesOf(
  entry: ContractEntry,
  contract: AmendableContract,
  areaMu: string | null,
  faults: AmendmentFault[],
): RowAmendment['promises'] {
  return entry.promises.flatMap((row): RowAmendment['promises'] => {
    const [field, now] = [fieldOfPromise[row.indicator], contract.promises[row.indicator]];
    const refuse = (code: string, facts: AmendmentFault['facts'] = {}): [] => {
      faults.push({ field, code, facts });
      return [];
    };
    if (!now) return refuse('supplement.no-promise', { indicator: row.indicator });
    if (row.side === 'per-mu' && areaMu === null) return refuse('commitment.area-missing');
    const before = amountOn(row.side, now, contract.areaMu);
    const typed = decimal(row.side === 'per-mu' ? row.perMuWan : row.totalWan);
    const side = (amount: string): RowAmendment['promises'] => [
      {
        indicator: row.indicator,
        ...(row.side === 'per-mu' ? { side: 'per-mu', perMuWan: amount } : { side: 'total', totalWan: amount }),
      },
    ];
    if (before === null) return row.amending === 'added' ? refuse('supplement.promise-base') : side(plain(typed));
    if (row.amending === 'added') return typed.isZero() ? [] : side(plain(typed.plus(before)));
    if (typed.eq(before)) return [];
    if (row.side === 'per-mu' || row.amending === 'changed') return side(plain(typed));
    const [was, unit] = [plain(before), '万元'];
    return refuse('supplement.promise-which', {
      before: was,
      typed: plain(typed),
      choices: [
        { value: `=${plain(typed)}${unit}`, says: 'changed', before: was, after: plain(typed) },
        { value: `+${plain(typed)}${unit}`, says: 'added', before: was, after: plain(typed.plus(before)) },
      ],
    });
  });
}

/** The current promise on the side of the row, 万元/亩 or 万元; null if there is no land to divide by. */
function amountOn(side: 'per-mu' | 'total', now: PromisedSide, areaMu: string | null) {
  if (now.side === side) return decimal(now.side === 'per-mu' ? now.perMuWan : now.totalWan);
  if (areaMu === null || decimal(areaMu).isZero()) return null;
  return now.side === 'per-mu' ? decimal(now.perMuWan).times(areaMu) : decimal(now.totalWan).div(areaMu);
}

function fullProductionOf(
  { fullProduction }: ContractEntry,
  contract: AmendableContract,
): RowAmendment['fullProduction'] {
  if (!fullProduction) return undefined;
  if ('year' in fullProduction)
    return fullProduction.year === contract.fullProductionYear ? undefined : { year: fullProduction.year, on: null };
  return fullProduction.day === contract.fullProductionOn ? undefined : { year: null, on: fullProduction.day };
}

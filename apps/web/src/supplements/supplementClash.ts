import type { Contract } from '@crm/api-contract/contracts';
import type { Supplement } from '@crm/api-contract/supplements';
import { decimal, plain } from '@crm/domain/quantities';
import { differences, type Difference, type Side } from '../verbs/conflict.js';
import { formOf, type Amended, type PlotForm, type PromiseForm, type SupplementForm } from './supplementBody.js';
import { clausesFlat, clausesRebased } from './supplementClauses.js';

/** A form with one entry per value that two people may both change; texts as on the wire. */
type Flat = Record<string, unknown>;

const DATES = ['fullProductionYear', 'fullProductionOn', 'termFrom', 'termTo'] as const;
const TERMS = ['tolerancePercent', 'fromYear', 'dueOn', 'lastYear', 'clause'] as const;
const text = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

/** Parcels get a new id when measured again; people know them by number or phase. */
const plotNames = ({ parcels }: Pick<Contract, 'parcels'>): Map<string, string> =>
  new Map(parcels.map(({ id, code, phase }) => [id, code || phase || '-']));

function flat(contract: Amended, form: SupplementForm): Flat {
  const names = plotNames(contract);
  return {
    increase: text(form.increase),
    added:
      form.added.length > 0
        ? form.added.map(({ code, areaMu }) => `${code ?? ''} ${areaMu ?? ''}`.trim()).join('; ')
        : null,
    ...Object.fromEntries(
      Object.entries(form.plots).map(([id, plot]) => [`parcel.${names.get(id) ?? '-'}`, plotSaid(plot)]),
    ),
    ...Object.fromEntries(DATES.map((date) => [date, text(form[date])])),
    ...Object.fromEntries(
      Object.entries(form.promises).flatMap(([indicator, promise]) => promiseFlat(indicator, promise)),
    ),
    ...clausesFlat(contract.clauses, form.clauses),
    addedClauses: text(form.addedClauses.flatMap((clause) => clause.text ?? []).join('; ')),
  };
}

/** null: returned. */
const plotSaid = ({ fate, areaMu }: PlotForm): string | null => (fate === 'end' ? null : text(areaMu));

function promiseFlat(indicator: string, promise: PromiseForm): [string, unknown][] {
  const amount =
    promise.perMuWan === null && promise.totalWan === null
      ? ['total', promise.total]
      : promise.master === 'total'
        ? ['totalWan', promise.totalWan]
        : ['perMuWan', promise.perMuWan];
  const ramp = promise.ramp
    .filter(({ year, percent }) => year && percent)
    .map(({ year, percent }) => `${year}: ${percent} %`)
    .join('; ');
  return [
    [`promise.${indicator}.${amount[0]}`, text(amount[1])],
    ...TERMS.map((term): [string, unknown] => [`promise.${indicator}.${term}`, text(promise[term])]),
    [`promise.${indicator}.ramp`, text(ramp)],
  ];
}

/**
 * What others requested, or brought into force, since the contract was opened: from their supplements, oldest first.
 */
function theirsOf(opened: Amended, supplements: readonly Supplement[]): Flat {
  const theirs = flat(opened, formOf(opened));
  for (const { field, before, after } of supplements.toReversed().flatMap(({ lines }) => lines)) {
    if (field === 'investedWan') theirs.increase = plain(decimal(after ?? '0').minus(before ?? '0'));
    else if (field in theirs) theirs[field] = after;
    else if (/^consequence\..*\.text$/.test(field))
      theirs.addedClauses = [theirs.addedClauses, after].filter(Boolean).join('; ');
    else if (field.startsWith('parcel.'))
      theirs.added = [theirs.added, `${field.slice('parcel.'.length).replace(/^-$/, '')} ${after ?? ''}`.trim()]
        .filter(Boolean)
        .join('; ');
  }
  return theirs;
}

/** Supplements that the opened contract does not contain yet. */
export const newSince = (opened: Contract, supplements: readonly Supplement[]): Supplement[] =>
  supplements.filter(
    ({ id, state }) => state !== 'withdrawn' && opened.supplements.find((one) => one.id === id)?.status !== 'signed',
  );

export interface Clash {
  /** Both changed it, to different values. */
  readonly asked: Difference[];
  /** Only they changed it; their value stays. */
  readonly settled: Difference[];
}

export function clashOf(opened: Amended, form: SupplementForm, supplements: readonly Supplement[]): Clash {
  const [base, yours, theirs] = [flat(opened, formOf(opened)), flat(opened, form), theirsOf(opened, supplements)];
  const asked = differences(base, yours, theirs);
  const moved = Object.keys(theirs).filter(
    (field) => text(theirs[field]) !== text(base[field]) && !asked.some((one) => one.field === field),
  );
  return { asked, settled: moved.map((field) => ({ field, yours: yours[field], theirs: theirs[field] })) };
}

/** The form on the current contract: all your changes, except where theirs was chosen. */
export function rebased(
  opened: Amended,
  form: SupplementForm,
  current: Amended,
  choice: Readonly<Record<string, Side>>,
): SupplementForm {
  const next = formOf(current);
  const [base, yours, names] = [flat(opened, formOf(opened)), flat(opened, form), plotNames(current)];
  const mine = (field: string): boolean => text(yours[field]) !== text(base[field]) && choice[field] !== 'theirs';
  const plots = Object.fromEntries(
    Object.entries(next.plots).map(([id, plot]) => {
      const own = Object.entries(form.plots).find(([was]) => plotNames(opened).get(was) === names.get(id));
      return [id, own && mine(`parcel.${names.get(id)}`) ? own[1] : plot];
    }),
  );
  const promises = Object.fromEntries(
    Object.entries(next.promises).map(([indicator, promise]) => {
      const own = form.promises[indicator] ?? promise;
      const kept = (field: string) => mine(`promise.${indicator}.${field}`);
      const side = ['perMuWan', 'totalWan', 'total'].some(kept)
        ? { master: own.master, perMuWan: own.perMuWan, totalWan: own.totalWan, total: own.total }
        : {};
      return [
        indicator,
        {
          ...promise,
          ...side,
          ...Object.fromEntries([...TERMS, 'ramp' as const].filter(kept).map((term) => [term, own[term]])),
        },
      ];
    }),
  );
  return {
    ...next,
    plots,
    promises,
    clauses: clausesRebased(current.clauses, form.clauses, mine),
    addedClauses: choice.addedClauses === 'theirs' ? [] : form.addedClauses,
    increase: choice.increase === 'theirs' ? null : form.increase,
    added: choice.added === 'theirs' ? [] : form.added,
    ...Object.fromEntries(DATES.filter(mine).map((date) => [date, form[date]])),
  };
}

import type { Contract, ContractPromise } from '@crm/api-contract/contracts';
import type { ConsequenceClause } from '@crm/api-contract/decisions';
import { contractAreaMu } from '@crm/domain/contracts';
import { type AreaBasis, plain } from '@crm/domain/quantities';
import { isPerMu } from '@crm/domain/standards';
import { type RampLine } from '../commitments/index.js';
import { promiseBody, type Master } from '../parts/fields/bothSides.js';
import type { ClauseForm } from '../reference/clauseForm.js';
import { clausesBody, linesOf, type ClauseLine } from './supplementClauses.js';
import type { PlotFate } from './fates.js';

/** A contract with all its clauses, ended ones too: everything a supplement may change. */
export type Amended = Contract & { readonly clauses: readonly ConsequenceClause[] };

/** One commitment in the drawer: amounts in 万元; for a further indicator `total` in its own unit. */
export interface PromiseForm {
  master: Master;
  perMuWan: string | null;
  totalWan: string | null;
  total: string | null;
  tolerancePercent: string | null;
  fromYear: number | string | null;
  dueOn: string | null;
  lastYear: number | string | null;
  ramp: RampLine[];
  clause: string | null;
}

/** A parcel of the contract: stays, is measured again, or is returned. */
export interface PlotForm {
  fate: PlotFate;
  areaMu: string | null;
}
interface AddedPlot {
  code: string | null;
  phase: string | null;
  basis: AreaBasis;
  areaMu: string | null;
}

/** The form of the drawer; it begins with the current contract. */
export interface SupplementForm {
  increase: string | null;
  plots: Record<string, PlotForm>;
  added: AddedPlot[];
  fullProductionYear: number | string | null;
  fullProductionOn: string | null;
  termFrom: string | null;
  termTo: string | null;
  promises: Record<string, PromiseForm>;
  clauses: Record<string, ClauseLine>;
  addedClauses: ClauseForm[];
}

export const formOf = (contract: Amended): SupplementForm => ({
  increase: null,
  added: [],
  plots: Object.fromEntries(contract.parcels.map(({ id, areaMu }) => [id, { fate: 'keep', areaMu }])),
  fullProductionYear: contract.fullProductionYear,
  fullProductionOn: contract.fullProductionOn,
  termFrom: contract.termFrom,
  termTo: contract.termTo,
  promises: Object.fromEntries(contract.commitments.map((promise) => [promise.indicator, promiseForm(promise)])),
  clauses: linesOf(contract.clauses),
  addedClauses: [],
});

const promiseForm = ({
  master,
  perMuWan,
  totalWan,
  total,
  toleranceByClause,
  tolerancePercent,
  fromYear,
  dueOn,
  lastYear,
  ramp,
  clause,
}: ContractPromise): PromiseForm => ({
  master,
  perMuWan,
  totalWan,
  total,
  tolerancePercent: toleranceByClause ? tolerancePercent : null,
  fromYear,
  dueOn,
  lastYear,
  ramp: ramp.map(({ year, percent }) => ({ year, percent })),
  clause,
});

/** Only differences from the contract are sent; an empty object: nothing typed yet. */
export function supplementBody(contract: Amended, form: SupplementForm): Record<string, unknown> {
  const was = formOf(contract);
  const land = landBody(contract, form);
  const promises = contract.commitments.flatMap((promise) => {
    const change = form.promises[promise.indicator]
      ? promiseChange(promise, form.promises[promise.indicator] as PromiseForm)
      : {};
    return Object.keys(change).length > 0 ? [{ indicator: promise.indicator, ...change }] : [];
  });
  const clauses = clausesBody(contract.clauses, form.clauses, form.addedClauses);
  const dates = (['fullProductionOn', 'termFrom', 'termTo'] as const).filter(
    (date) => (form[date] || null) !== was[date],
  );
  return {
    ...(form.increase ? { increase: { value: form.increase, unit: 'wan' } } : {}),
    ...(Object.keys(land).length > 0 ? { land } : {}),
    ...(promises.length > 0 ? { promises } : {}),
    ...(Object.keys(clauses).length > 0 ? { clauses } : {}),
    ...(yearOf(form.fullProductionYear) === was.fullProductionYear
      ? {}
      : { fullProductionYear: yearOf(form.fullProductionYear) }),
    ...Object.fromEntries(dates.map((date) => [date, form[date] || null])),
  };
}

const yearOf = (typed: number | string | null): number | null =>
  typed === '' || typed === null ? null : Number(typed);

function landBody({ parcels }: Pick<Contract, 'parcels'>, { plots, added }: SupplementForm): Record<string, unknown> {
  const of = (fate: PlotForm['fate']) => parcels.filter(({ id }) => plots[id]?.fate === fate);
  const measure = of('measure').flatMap(({ id, areaMu }) =>
    plots[id]?.areaMu && plots[id].areaMu !== areaMu
      ? [{ parcelId: id, area: { value: plots[id].areaMu, unit: 'mu' } }]
      : [],
  );
  const add = added
    .filter(({ areaMu }) => areaMu)
    .map(({ code, phase, basis, areaMu }) => ({
      ...(code ? { code } : {}),
      ...(phase ? { phase } : {}),
      basis,
      area: { value: areaMu, unit: 'mu' },
    }));
  const end = of('end').map(({ id }) => id);
  return {
    ...(add.length > 0 ? { add } : {}),
    ...(measure.length > 0 ? { measure } : {}),
    ...(end.length > 0 ? { end } : {}),
  };
}

function promiseChange(promise: ContractPromise, form: PromiseForm): Record<string, unknown> {
  const was = promiseForm(promise);
  const typed = form.master === 'total' ? form.totalWan : form.perMuWan;
  const kept = form.master === was.master && typed === (was.master === 'total' ? was.totalWan : was.perMuWan);
  const side = isPerMu(promise.indicator)
    ? kept || !typed
      ? {}
      : promiseBody(form)
    : !form.total || form.total === was.total
      ? {}
      : { total: { value: form.total, unit: promise.unit } };
  const texts = (['tolerancePercent', 'dueOn', 'clause'] as const).filter(
    (field) => (form[field] || null) !== was[field],
  );
  const years = (['fromYear', 'lastYear'] as const).filter((field) => yearOf(form[field]) !== was[field]);
  const ramp = form.ramp
    .filter(({ year, percent }) => year && percent)
    .map(({ year, percent }) => ({ year: Number(year), percent: String(percent) }));
  return {
    ...side,
    ...Object.fromEntries(texts.map((field) => [field, form[field] || null])),
    ...Object.fromEntries(years.map((field) => [field, yearOf(form[field])])),
    ...(JSON.stringify(ramp) === JSON.stringify(was.ramp) ? {} : { ramp }),
  };
}

/** The land afterwards, 亩, by the server's rule; null without land, or while an area is unreadable. */
export function landAfter(
  { parcels }: Pick<Contract, 'parcels'>,
  { plots, added }: Pick<SupplementForm, 'plots' | 'added'>,
): string | null {
  const staying = parcels.flatMap(({ id, basis, areaMu }) =>
    plots[id]?.fate === 'end' ? [] : [{ basis, areaMu: plots[id]?.fate === 'measure' ? plots[id].areaMu : areaMu }],
  );
  const readable = [...staying, ...added].filter(
    (plot): plot is { basis: AreaBasis; areaMu: string } =>
      typeof plot.areaMu === 'string' && /^\d+(\.\d+)?$/.test(plot.areaMu),
  );
  const area = contractAreaMu(readable);
  return area === null || area.isZero() ? null : plain(area);
}

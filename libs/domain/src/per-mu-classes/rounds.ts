import { type Amount, type Decimal, decimal, sum } from '../quantities/index.js';
import { type FieldFault, Refusal } from '../refusal/index.js';
import { type ClassBand, type ScoreItem, type ScorePart, perMuClasses, perMuScore } from './per-mu-classes.js';

export interface Formula {
  readonly items: readonly ScoreItem[];
  readonly capped: boolean;
  readonly bands: readonly ClassBand[];
}

/**
 * All faults of a formula, by row (from 1 in the facts). `score.weights`, `class.percent`: they do not add up to 100.
 * `score.base`, `score.weight`, `class.share`: not above zero. `score.item-twice`, `class.twice`: a repeated key or
 * name.
 */
export function formulaFaults({ items, bands }: Pick<Formula, 'items' | 'bands'>): readonly FieldFault[] {
  const again = (keys: readonly string[]) => keys.map((key, at) => keys.indexOf(key) !== at);
  const [twice, bandTwice] = [again(items.map(({ key }) => key)), again(bands.map(({ name }) => name))];
  const at = (list: string, row: number, field: string, code: string, item: string): FieldFault => ({
    pointer: `/${list}/${row}/${field}`,
    code,
    params: { row: row + 1, item },
  });
  const weights = sum(items.map(({ weight }) => weight));
  const shares = sum(bands.map(({ percent }) => percent));
  return [
    ...items.flatMap(({ key, base, weight }, row) => [
      ...(twice[row] ? [at('items', row, 'key', 'score.item-twice', key)] : []),
      ...(decimal(base).lte(0) ? [at('items', row, 'base', 'score.base', key)] : []),
      ...(decimal(weight).lte(0) ? [at('items', row, 'weight', 'score.weight', key)] : []),
    ]),
    ...(weights.eq(100) ? [] : [{ pointer: '/items', code: 'score.weights', params: { sum: weights.toFixed() } }]),
    ...bands.flatMap(({ name, percent }, row) => [
      ...(bandTwice[row] ? [at('bands', row, 'name', 'class.twice', name)] : []),
      ...(decimal(percent).lte(0) ? [at('bands', row, 'percent', 'class.share', name)] : []),
    ]),
    ...(shares.eq(100) ? [] : [{ pointer: '/bands', code: 'class.percent', params: { sum: shares.toFixed() } }]),
  ];
}

/** Returns the formula, or refuses all faults of {@link formulaFaults}. */
export function readFormula(formula: Formula): Formula {
  const faults = formulaFaults(formula);
  if (faults.length > 0) throw Refusal.fields(faults);
  return formula;
}

export interface FirmValues {
  readonly id: string;
  readonly values: Readonly<Record<string, Amount>>;
}

export interface RankedFirm {
  readonly id: string;
  readonly score: Decimal;
  readonly parts: readonly ScorePart[];
  /** From 1; equal scores share a rank, and the next rank counts them all. */
  readonly rank: number;
  readonly class: string;
}

export interface Ranking {
  readonly ranked: readonly RankedFirm[];
  /** 不能评分: the missing items of each enterprise. It is listed without a score and does not count in the shares. */
  readonly notScorable: readonly { readonly id: string; readonly missing: readonly string[] }[];
}

/** Score, rank and class of every enterprise, the best first. Refuses what {@link readFormula} refuses. */
export function rankFirms(firms: readonly FirmValues[], formula: Formula): Ranking {
  const { items, capped, bands } = readFormula(formula);
  const missingOf = ({ values }: FirmValues) =>
    items.filter(({ key }) => !Object.hasOwn(values, key)).map(({ key }) => key);
  const notScorable = firms
    .map((firm) => ({ id: firm.id, missing: missingOf(firm) }))
    .filter(({ missing }) => missing.length > 0);
  const left = new Set(notScorable.map(({ id }) => id));
  const scored = firms
    .filter(({ id }) => !left.has(id))
    .map(({ id, values }) => ({ id, ...perMuScore(values, { items, capped }) }));
  const classes = perMuClasses(scored, bands);
  const best = scored.toSorted((a, b) => b.score.cmp(a.score) || (a.id < b.id ? -1 : 1));
  // Equal scores share the rank of the first of them.
  let rank = 0;
  const ranked = best.map((firm, place) => {
    if (place === 0 || !best[place - 1]!.score.eq(firm.score)) rank = place + 1;
    return { ...firm, rank, class: classes.get(firm.id)! };
  });
  return { ranked, notScorable };
}

export const classMoves = ['up', 'down', 'same', 'new'] as const;
export type ClassMove = (typeof classMoves)[number];

/**
 * Up or down against the round before, in the class order of this round. `new`: the earlier class no longer exists, or
 * there is none.
 */
export function classMove(before: string | null, now: string, bands: readonly ClassBand[]): ClassMove {
  const place = (name: string | null) => bands.findIndex((band) => band.name === name);
  if (place(before) < 0) return 'new';
  return place(now) < place(before) ? 'up' : place(now) > place(before) ? 'down' : 'same';
}

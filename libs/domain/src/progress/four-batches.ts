import { countsWhenSigned, signedTotals, type Signing } from '../contracts/index.js';
import { type Day, compareDays } from '../days/index.js';
import { type Amount, type Decimal, plain, sum } from '../quantities/index.js';
import type { Period } from './period.js';

/** 四个一批: signed 签约一批, started 开工一批, completed 竣工一批, in production 投产一批. */
export const batches = ['signed', 'started', 'completed', 'in-production'] as const;
export type Batch = (typeof batches)[number];

/**
 * How a row stands in its batch: counted; an increment of an earlier signing (its amount alone); signed once already; a
 * framework or letter of intent, apart.
 */
export const batchRoles = ['counted', 'increase', 'repeated', 'apart'] as const;
export type BatchRole = (typeof batchRoles)[number];

export interface BatchRow {
  /** The contract by which the project stands in the batch. */
  readonly id: string;
  readonly projectId: string;
  readonly on: Day;
  readonly role: BatchRole;
  /** 万元 of the row; what of it is counted follows from its role. */
  readonly amountWan: Decimal;
}

export interface BatchTotals {
  /** Projects. */
  readonly count: number;
  readonly amountWan: Decimal;
  readonly apart: { readonly count: number; readonly amountWan: Decimal };
}

const within = (on: Day, { from, to }: Period): boolean => from <= on && on <= to;
const inDays = <Row extends { on: Day; id: string }>(rows: Row[]): Row[] =>
  rows.sort((a, b) => compareDays(a.on, b.on) || (a.id < b.id ? -1 : 1));

/**
 * Signed in the period (zone's report form 四个一批). A project counts once, in the period of its first counting signing:
 * `signings` are all that were signed up to its end. An increase counts
 * its increment in the period it was signed in; frameworks and letters of intent stand apart.
 */
export function signedBatch(signings: readonly Signing[], period: Period): BatchRow[] {
  const known = signings.filter(({ signedOn }) => signedOn <= period.to);
  const repeated = new Set(signedTotals(known).repeated.map(({ id }) => id));
  const roleOf = (signing: Signing): BatchRole =>
    !countsWhenSigned(signing)
      ? 'apart'
      : signing.increase
        ? 'increase'
        : repeated.has(signing.id)
          ? 'repeated'
          : 'counted';
  const shown = known.filter(
    ({ kind, signedOn, increase }) =>
      within(signedOn, period) &&
      (countsWhenSigned({ kind, increase }) || kind === 'framework' || kind === 'letter-of-intent'),
  );
  return inDays(
    shown.map((signing) => ({
      id: signing.id,
      projectId: signing.projectId,
      on: signing.signedOn,
      role: roleOf(signing),
      amountWan: sum([signing.amountWan]),
    })),
  );
}

export interface Reached {
  readonly contractId: string;
  readonly projectId: string;
  readonly on: Day;
}

/**
 * Started, completed or in production in the period: a project counts once, on the day the first of its contracts came
 * so far, with what it was signed for by the period's end.
 */
export function reachedBatch(reached: readonly Reached[], signings: readonly Signing[], period: Period): BatchRow[] {
  const first = new Map<string, Reached>();
  for (const one of reached) {
    const known = first.get(one.projectId);
    if (!known || one.on < known.on || (one.on === known.on && one.contractId < known.contractId))
      first.set(one.projectId, one);
  }
  return inDays(
    [...first.values()]
      .filter(({ on }) => within(on, period))
      .map(({ contractId, projectId, on }) => ({
        id: contractId,
        projectId,
        on,
        role: 'counted' as const,
        amountWan: signedTotals(
          signings.filter((signing) => signing.projectId === projectId && signing.signedOn <= period.to),
        ).amountWan,
      })),
  );
}

/** The sums of rows: always of the very rows that are shown. */
export function batchTotals(rows: readonly Pick<BatchRow, 'role' | 'amountWan'>[]): BatchTotals {
  const of = (...roles: BatchRole[]) => rows.filter(({ role }) => roles.includes(role));
  const wan = (some: readonly { amountWan: Amount }[]) => sum(some.map(({ amountWan }) => amountWan));
  return {
    count: of('counted').length,
    amountWan: wan(of('counted', 'increase')),
    apart: { count: of('apart').length, amountWan: wan(of('apart')) },
  };
}

/** Now against before, percent; null where there was nothing before. Exact, rounded when shown. */
export const changePercent = (now: Amount, before: Amount): string | null =>
  sum([before]).isZero() ? null : plain(sum([now]).minus(before).div(before).times(100));

import { countsWhenSigned, signedTotals, type Signing } from '../contracts/index.js';
import { type Day, compareDays } from '../days/index.js';
import { type Amount, type Decimal, plain, sum } from '../quantities/index.js';
import type { Period } from './period.js';

/** 四个一批: signed 签约一批, started 开工一批, completed 竣工一批, in production 投产一批. */
export const batches = ['signed', 'started', 'completed', 'in-production'] as const;
export type Batch = (typeof batches)[number];

/**
 * Role of a row in its batch: counted; increase (增资, only the increment); repeated (already signed); apart (framework
 * or letter of intent).
 */
export const batchRoles = ['counted', 'increase', 'repeated', 'apart'] as const;
export type BatchRole = (typeof batchRoles)[number];

export interface BatchRow {
  /** The contract that puts the project into the batch. */
  readonly id: string;
  readonly projectId: string;
  readonly on: Day;
  readonly role: BatchRole;
  /** 万元 of the row. The role decides whether it counts. */
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
 * 签约一批, 万元 (the zone's report form 四个一批). A project counts once, in the period of its first signing that counts. So
 * `signings` must contain everything signed until the end of the period. An increase counts its increment in its own
 * period. Framework agreements and letters of intent are listed apart.
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
 * Started, completed or in production in the period. A project counts once, on the day its first contract reached the
 * milestone, with the amount (万元) signed by the end of the period.
 */
export function reachedBatch(reached: readonly Reached[], signings: readonly Signing[], period: Period): BatchRow[] {
  const first = new Map<string, Reached>();
  for (const one of reached) {
    const known = first.get(one.projectId);
    if (!known || one.on < known.on || (one.on === known.on && one.contractId < known.contractId))
      first.set(one.projectId, one);
  }
  // Grouped once: a search among all signings for each project would take a minute for a large zone.
  const known = new Map<string, Signing[]>();
  for (const signing of signings) {
    if (signing.signedOn > period.to) continue;
    const own = known.get(signing.projectId);
    if (own) own.push(signing);
    else known.set(signing.projectId, [signing]);
  }
  return inDays(
    [...first.values()]
      .filter(({ on }) => within(on, period))
      .map(({ contractId, projectId, on }) => ({
        id: contractId,
        projectId,
        on,
        role: 'counted' as const,
        amountWan: signedTotals(known.get(projectId) ?? []).amountWan,
      })),
  );
}

/** Sums exactly the rows that are shown. */
export function batchTotals(rows: readonly Pick<BatchRow, 'role' | 'amountWan'>[]): BatchTotals {
  const of = (...roles: BatchRole[]) => rows.filter(({ role }) => roles.includes(role));
  const wan = (some: readonly { amountWan: Amount }[]) => sum(some.map(({ amountWan }) => amountWan));
  return {
    count: of('counted').length,
    amountWan: wan(of('counted', 'increase')),
    apart: { count: of('apart').length, amountWan: wan(of('apart')) },
  };
}

/** The change in percent, unrounded; null if the earlier value is zero. */
export const changePercent = (now: Amount, before: Amount): string | null =>
  sum([before]).isZero() ? null : plain(sum([now]).minus(before).div(before).times(100));

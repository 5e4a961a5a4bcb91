import type { HappeningKind } from '@crm/api-contract/timeline';

/** One thing that can happen, as SQL over what a room keeps; `$1` is the contract. */
export interface Source {
  readonly kind: HappeningKind;
  readonly what: string;
  /** Of one instant: what follows from another stands above it. */
  readonly rank: number;
  /** Unique within kind and what. */
  readonly key: string;
  readonly at: string;
  /** uuid of an account, or NULL: the system. */
  readonly by: string;
  readonly decided: boolean;
  readonly ref: string;
  /** Name and SQL of each fact; numbers as text, so that none is rounded. */
  readonly facts?: Readonly<Record<string, string>>;
  /** SQL of a jsonb array. */
  readonly lines?: string;
  /** FROM and what follows. */
  readonly from: string;
}

/** The parameter is a uuid wherever it stands. */
const typed = (sql: string): string => sql.replaceAll('$1', '$1::uuid');
const object = (facts: Readonly<Record<string, string>>): string =>
  `jsonb_build_object(${Object.entries(facts)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`;

/** Every source answers with the same columns. */
export const selectOf = (source: Source): string =>
  typed(`SELECT '${source.kind}' AS kind, ${source.what.startsWith('(') ? source.what : `'${source.what}'`} AS what, '${source.rank}-${source.kind}-' || (${source.key})::text AS key, ${source.at} AS at, (${source.by})::uuid AS by_id, ${String(source.decided)} AS decided, (${source.ref})::text AS ref_id,
  ${object(source.facts ?? {})} AS facts, ${source.lines ?? `'[]'::jsonb`} AS lines FROM ${source.from}`);

/** numeric as the wire writes it. */
export const amountOf = (sql: string): string => `trim_scale(${sql})::text`;

/** Who made an audited change; null for the system. */
export const actorOf = (entry: string): string =>
  `CASE WHEN ${entry}.actor LIKE 'user:%' THEN substr(${entry}.actor, 6)::uuid END`;

/** The instant of the transaction, as the rooms' own rows have it; the entry itself is written a little later. */
export const writtenAt = (entry: string): string =>
  `coalesce((${entry}.after ->> 'updated_at')::timestamptz, ${entry}.at)`;

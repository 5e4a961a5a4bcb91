import type { HappeningKind } from '@crm/api-contract/timeline';

/** One kind of event, as SQL over stored records; `$1` is the contract. */
export interface Source {
  readonly kind: HappeningKind;
  readonly what: string;
  /** Within one instant, a result is above its cause. */
  readonly rank: number;
  /** Unique within `kind` and `what`. */
  readonly key: string;
  readonly at: string;
  /** The uuid of an account; NULL: the system. */
  readonly by: string;
  readonly decided: boolean;
  readonly ref: string;
  /** Name and SQL of each fact; numbers as text, so that none is rounded. */
  readonly facts?: Readonly<Record<string, string>>;
  /** SQL of a jsonb array. */
  readonly lines?: string;
  /** FROM and the clauses after it. */
  readonly from: string;
}

/** The parameter is a uuid everywhere. */
const typed = (sql: string): string => sql.replaceAll('$1', '$1::uuid');
const object = (facts: Readonly<Record<string, string>>): string =>
  `jsonb_build_object(${Object.entries(facts)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`;

/** All sources return the same columns. */
export const selectOf = (source: Source): string =>
  typed(`
    SELECT
      '${source.kind}' AS kind,
      ${source.what.startsWith('(') ? source.what : `'${source.what}'`} AS what,
      '${source.rank}-${source.kind}-' || (${source.key})::text AS key,
      ${source.at} AS at,
      (${source.by})::uuid AS by_id,
      ${String(source.decided)} AS decided,
      (${source.ref})::text AS ref_id,
      ${object(source.facts ?? {})} AS facts,
      ${source.lines ?? `'[]'::jsonb`} AS lines
    FROM ${source.from}
  `);

/** numeric as on the wire. */
export const amountOf = (sql: string): string => `trim_scale(${sql})::text`;

/** Who made an audited change; null for the system. */
export const actorOf = (entry: string): string =>
  `CASE WHEN ${entry}.actor LIKE 'user:%' THEN substr(${entry}.actor, 6)::uuid END`;

/** The instant of the transaction, as in the rooms' own rows; the audit entry is written slightly later. */
export const writtenAt = (entry: string): string =>
  `coalesce((${entry}.after ->> 'updated_at')::timestamptz, ${entry}.at)`;

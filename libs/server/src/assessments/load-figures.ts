import type { Actual, Waiver } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { isPerMu, type PromisedIndicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { knownAt } from './known-at.js';

/** The tolerance where no clause writes one, as known now or then. */
export async function defaultTolerance(rows: Rows, instant: string | null = null): Promise<string> {
  const row = await rows.one<{ tolerance_percent: string }>(
    `SELECT tolerance_percent
     FROM assessment_default d
     WHERE ${knownAt('d', instant === null ? null : '$1::timestamptz')}`,
    instant === null ? [] : [instant],
  );
  return plain(row?.tolerance_percent ?? '80');
}

/**
 * What is measured against the promises of these contracts, per contract. Ordered by id, so that of two equally good
 * figures the same one counts everywhere.
 */
export async function loadMeasured(rows: Rows, contractIds: readonly string[], instant: string | null = null) {
  const at = instant === null ? null : '$2::timestamptz';
  const values = at ? [contractIds, instant] : [contractIds];
  const figures = await rows.rows<{
    id: string;
    contract_id: string;
    indicator: PromisedIndicator;
    year: number;
    value: string;
    source: Actual['source'];
    verified: boolean;
    known_from: string;
    chosen_because: string | null;
  }>(
    `SELECT
       a.id, a.contract_id, a.indicator, a.year, a.value, a.source,
       coalesce(a.verified_at <= ${at ?? 'now()'}, false) AS verified, a.known_from, h.reason AS chosen_because
     FROM actual a
     LEFT JOIN figure_choice h ON h.actual_id = a.id AND ${knownAt('h', at)}
     WHERE a.contract_id = ANY($1) AND ${knownAt('a', at)}
     ORDER BY a.id`,
    values,
  );
  const waived = await rows.rows<{ id: string; contract_id: string; indicator: PromisedIndicator; year: number }>(
    `SELECT w.id, m.contract_id, m.indicator, w.year
     FROM waiver w
     JOIN commitment m ON m.id = w.commitment_id
     WHERE m.contract_id = ANY($1) AND ${knownAt('w', at)}`,
    values,
  );
  const paid = await rows.rows<{ contract_id: string; paid: string }>(
    `SELECT contract_id, sum(paid_wan) AS paid
     FROM support_payment p
     WHERE contract_id = ANY($1) AND ${knownAt('p', at)}
     GROUP BY contract_id`,
    values,
  );
  const actuals = grouped(figures, (row): Actual => ({
    ...figureIn(row.indicator, row.value),
    year: row.year,
    source: row.source,
    verified: row.verified,
    knownFrom: row.known_from,
    chosenBecause: row.chosen_because,
    ref: row.id,
  }));
  const waivers = grouped(waived, (row): Waiver => ({ indicator: row.indicator, year: row.year, ref: row.id }));
  return { actuals, waivers, support: new Map(paid.map((row) => [row.contract_id, plain(row.paid)])) };
}

/** A stored value under the name of what it is: 万元, or a quantity in the unit of its indicator. */
export const figureIn = (indicator: PromisedIndicator, value: string) =>
  isPerMu(indicator) ? { indicator, wan: plain(value) } : { indicator, quantity: plain(value) };

function grouped<Row extends { contract_id: string }, Item>(
  rows: readonly Row[],
  of: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const known = groups.get(row.contract_id);
    if (known) known.push(of(row));
    else groups.set(row.contract_id, [of(row)]);
  }
  return groups;
}

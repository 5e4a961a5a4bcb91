import type { Actual, Waiver } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { isPerMu, type PromisedIndicator } from '@crm/domain/standards';
import type { RowOf, Rows } from '@crm/platform/db';
import { actualTable, commitmentTable, waiverTable } from '../commitments/commitment.entity.js';
import { assessmentDefaultTable } from './assessment.entity.js';
import { knownAt } from './known-at.js';

/** The tolerance for commitments without their own, as known now or then. */
export async function defaultTolerance(rows: Rows, instant: string | null = null): Promise<string> {
  const row = await rows.one<Pick<RowOf<typeof assessmentDefaultTable>, 'tolerancePercent'>>(
    `SELECT ${assessmentDefaultTable.pick('d', 'tolerancePercent')}
     FROM assessment_default d
     WHERE ${knownAt('d', instant === null ? null : '$1::timestamptz')}`,
    instant === null ? [] : [instant],
  );
  return plain(row?.tolerancePercent ?? '80');
}

/**
 * The figures that the commitments of these contracts are compared with, by contract. Ordered by id, so that of two
 * equally good figures the same one counts everywhere.
 */
export async function loadMeasured(rows: Rows, contractIds: readonly string[], instant: string | null = null) {
  const at = instant === null ? null : '$2::timestamptz';
  const values = at ? [contractIds, instant] : [contractIds];
  const figures = await rows.rows<FigureRow>(
    `SELECT
       ${actualTable.pick('a', ...FIGURE)},
       coalesce(a.verified_at <= ${at ?? 'now()'}, false) AS verified,
       h.reason AS "chosenBecause"
     FROM actual a
     LEFT JOIN figure_choice h ON h.actual_id = a.id AND ${knownAt('h', at)}
     WHERE a.contract_id = ANY($1) AND ${knownAt('a', at)}
     ORDER BY a.id`,
    values,
  );
  const waived = await rows.rows<WaivedRow>(
    `SELECT ${waiverTable.pick('w', 'id', 'year')}, ${commitmentTable.pick('m', 'contractId', 'indicator')}
     FROM waiver w
     JOIN commitment m ON m.id = w.commitment_id
     WHERE m.contract_id = ANY($1) AND ${knownAt('w', at)}`,
    values,
  );
  const paid = await rows.rows<{ contractId: string; paidWan: string }>(
    `SELECT p.contract_id AS "contractId", sum(p.paid_wan) AS "paidWan"
     FROM support_payment p
     WHERE p.contract_id = ANY($1) AND ${knownAt('p', at)}
     GROUP BY p.contract_id`,
    values,
  );
  const actuals = grouped(figures, (row): Actual => ({
    ...figureIn(row.indicator, row.value),
    year: row.year,
    source: row.source,
    verified: row.verified,
    knownFrom: row.knownFrom,
    chosenBecause: row.chosenBecause,
    ref: row.id,
  }));
  const waivers = grouped(waived, (row): Waiver => ({ indicator: row.indicator, year: row.year, ref: row.id }));
  return { actuals, waivers, support: new Map(paid.map((row) => [row.contractId, plain(row.paidWan)])) };
}

const FIGURE = ['id', 'contractId', 'indicator', 'year', 'value', 'source', 'knownFrom'] as const;
interface FigureRow extends Pick<RowOf<typeof actualTable>, (typeof FIGURE)[number]> {
  readonly verified: boolean;
  /** The reason why it counts although a source of a higher rank has another figure. */
  readonly chosenBecause: string | null;
}
type WaivedRow = Pick<RowOf<typeof waiverTable>, 'id' | 'year'> &
  Pick<RowOf<typeof commitmentTable>, 'contractId' | 'indicator'>;

/** A stored value under its name: 万元, or a quantity in the unit of its indicator. */
export const figureIn = (indicator: PromisedIndicator, value: string) =>
  isPerMu(indicator) ? { indicator, wan: plain(value) } : { indicator, quantity: plain(value) };

function grouped<Row extends { contractId: string }, Item>(
  rows: readonly Row[],
  of: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const known = groups.get(row.contractId);
    if (known) known.push(of(row));
    else groups.set(row.contractId, [of(row)]);
  }
  return groups;
}

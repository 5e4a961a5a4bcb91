import type { Actual as WireActual } from '@crm/api-contract/commitments';
import { figureOf, questionsAbout, rivalsOf, type Actual, type Owed } from '@crm/domain/commitments';
import type { PromisedIndicator } from '@crm/domain/standards';
import type { Rows, ShownOf } from '@crm/platform/db';
import { ENTRY_COLUMNS, ENTRY_JOINS, grouped, shaped, type VerifiedEntry } from '../data-access/index.js';
import { figureIn, inWan, measureOf } from '../assessments/index.js';
import { actualTable, figureChoiceTable } from './commitment.entity.js';

export interface ActualRow extends ShownOf<typeof actualTable>, VerifiedEntry {
  readonly chosenBecause: string | null;
  readonly chosenBy: string | null;
}
export const ACTUAL_COLUMNS = `
  ${actualTable.columns('t')}, ${ENTRY_COLUMNS}, h.reason AS "chosenBecause", hb.name AS "chosenBy"
`;
export const ACTUAL_FROM = `
  actual t ${ENTRY_JOINS}
  LEFT JOIN figure_choice h ON h.actual_id = t.id AND h.known_to IS NULL
  LEFT JOIN app_user hb ON hb.id = h.chosen_by
`;

/** The known data of some contracts: their figures, and the amount owed for each indicator. */
export interface KnownFigures {
  readonly figures: readonly Actual[];
  readonly owed: Readonly<Partial<Record<PromisedIndicator, Owed>>>;
}
export const NOTHING_KNOWN: KnownFigures = { figures: [], owed: {} };

/**
 * The data known now of these contracts. A new figure is compared with it and shown beside others. In the order used
 * for assessment.
 */
export async function pastOf(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, KnownFigures>> {
  const past = await actualTable.find(rows, { contractId: contractIds, knownTo: null }, 'ORDER BY id');
  const chosen = await figureChoiceTable.find(rows, { contractId: contractIds, knownTo: null });
  const because = new Map(chosen.map(({ actualId, reason }) => [actualId, reason]));
  const owed = await owedOf(rows, contractIds);
  const groups = grouped(
    past.map((row) => ({
      contractId: row.contractId,
      figure: {
        ...figureIn(row.indicator, row.value),
        year: row.year,
        source: row.source,
        verified: row.verifiedAt !== null,
        knownFrom: row.knownFrom,
        chosenBecause: because.get(row.id) ?? null,
        ref: row.id,
      } satisfies Actual,
    })),
    ({ contractId }) => contractId,
  );
  return new Map(
    contractIds.map((id) => [
      id,
      { figures: (groups.get(id) ?? []).map(({ figure }) => figure), owed: owed.get(id) ?? {} },
    ]),
  );
}

/** The whole promise and standard × 亩 of each indicator, in its unit. A figure is compared with them. */
export async function owedOf(
  rows: Rows,
  contractIds: readonly string[],
): Promise<ReadonlyMap<string, KnownFigures['owed']>> {
  const found = await rows.rows<{
    contractId: string;
    indicator: PromisedIndicator;
    promised: string | null;
    standard: string | null;
  }>(
    `SELECT
       c.id AS "contractId", i.indicator,
       CASE t.master WHEN 'per-mu' THEN t.per_mu_wan * c.area_mu ELSE t.total END AS promised,
       k.per_mu_wan * c.area_mu AS standard
     FROM contract c
     JOIN LATERAL (
       SELECT indicator FROM commitment WHERE contract_id = c.id
       UNION
       SELECT indicator FROM contract_standard WHERE contract_id = c.id AND known_to IS NULL
     ) i
       ON true
     LEFT JOIN commitment m ON m.contract_id = c.id AND m.indicator = i.indicator
     LEFT JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL
     LEFT JOIN contract_standard k ON k.contract_id = c.id AND k.indicator = i.indicator AND k.known_to IS NULL
     WHERE c.id = ANY($1)`,
    [contractIds],
  );
  const groups = new Map<string, Partial<Record<PromisedIndicator, Owed>>>();
  for (const { contractId, indicator, ...owed } of found)
    groups.set(contractId, { ...groups.get(contractId), [indicator]: owed });
  return groups;
}

/** The doubts about a stored or a new figure, in the unit of its indicator. */
export const doubtsAbout = (
  { indicator, year, value }: { indicator: PromisedIndicator; year: number; value: string },
  { figures, owed }: KnownFigures,
) => questionsAbout({ ...figureIn(indicator, value), year }, figures, owed[indicator]);

export const actualView = (row: ActualRow, past: KnownFigures, may: WireActual['may']): WireActual =>
  shaped<WireActual>()({
    ...row,
    may,
    ...measureOf(row.indicator),
    valueWan: inWan(row.indicator, row.value),
    locked: row.verifiedAt !== null,
    confirmed: [...row.confirmed],
    questions:
      row.knownTo === null ? doubtsAbout(row, past).map(({ code, facts }) => ({ code, facts: { ...facts } })) : [],
    counts: row.knownTo === null && figureOf(past.figures, row.indicator, row.year)?.ref === row.id,
    rivals:
      row.knownTo === null
        ? rivalsOf({ ...figureIn(row.indicator, row.value), year: row.year, source: row.source }, past.figures).map(
            (rival) => ({
              id: rival.ref ?? '',
              source: rival.source,
              value: rival.amount,
              valueWan: inWan(row.indicator, rival.amount),
              verified: rival.verified,
              difference: rival.difference,
              differenceWan: inWan(row.indicator, rival.difference),
            }),
          )
        : [],
  });

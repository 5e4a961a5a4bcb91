import type { Actual as WireActual } from '@crm/api-contract/commitments';
import { figureOf, questionsAbout, rivalsOf, type Actual } from '@crm/domain/commitments';
import type { Rows } from '@crm/platform/db';
import { ENTRY_COLUMNS, ENTRY_JOINS, entryView, exact, type VerifiedEntryRow } from '../data-access/index.js';
import { ABOUT_COLUMNS, ABOUT_JOINS, inWan, measureOf, type AboutContract, figureIn } from '../assessments/index.js';

export interface ActualRow extends AboutContract, VerifiedEntryRow {
  id: string;
  indicator: WireActual['indicator'];
  year: number;
  value: string;
  source: WireActual['source'];
  import_id: string | null;
}

export const ACTUAL_COLUMNS = `
  t.id, t.indicator, t.year, t.value, t.source, t.import_id, ${ENTRY_COLUMNS}, ${ABOUT_COLUMNS}
`;
export const ACTUAL_FROM = `actual t ${ABOUT_JOINS} ${ENTRY_JOINS}`;

/**
 * What is known now of these contracts: a figure is asked about and set beside others against it. Ordered as it is
 * judged.
 */
export async function pastOf(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, Actual[]>> {
  const past = await rows.rows<{
    id: string;
    contract_id: string;
    indicator: Actual['indicator'];
    year: number;
    value: string;
    source: Actual['source'];
    verified: boolean;
    known_from: string;
  }>(
    `SELECT id, contract_id, indicator, year, value, source, verified_at IS NOT NULL AS verified, known_from
     FROM actual
     WHERE contract_id = ANY($1) AND known_to IS NULL
     ORDER BY id`,
    [contractIds],
  );
  const groups = new Map<string, Actual[]>();
  for (const row of past)
    groups.set(row.contract_id, [
      ...(groups.get(row.contract_id) ?? []),
      {
        ...figureIn(row.indicator, row.value),
        year: row.year,
        source: row.source,
        verified: row.verified,
        knownFrom: row.known_from,
        ref: row.id,
      },
    ]);
  return groups;
}

export const actualView = (row: ActualRow, past: readonly Actual[]): WireActual => ({
  id: row.id,
  contractId: row.contract_id,
  contractNumber: row.contract_number,
  enterpriseId: row.enterprise_id,
  enterpriseName: row.enterprise_name,
  projectId: row.project_id,
  projectName: row.project_name,
  indicator: row.indicator,
  year: row.year,
  ...measureOf(row.indicator),
  value: exact(row.value),
  valueWan: inWan(row.indicator, exact(row.value)),
  ...entryView(row),
  source: row.source,
  importId: row.import_id,
  questions:
    row.known_to === null
      ? questionsAbout({ ...figureIn(row.indicator, row.value), year: row.year }, past).map(({ code, facts }) => ({
          code,
          facts: { ...facts },
        }))
      : [],
  counts: row.known_to === null && figureOf(past, row.indicator, row.year)?.ref === row.id,
  rivals:
    row.known_to === null
      ? rivalsOf({ ...figureIn(row.indicator, row.value), year: row.year, source: row.source }, past).map((rival) => ({
          id: rival.ref ?? '',
          source: rival.source,
          value: rival.amount,
          valueWan: inWan(row.indicator, rival.amount),
          verified: rival.verified,
          difference: rival.difference,
          differenceWan: inWan(row.indicator, rival.difference),
        }))
      : [],
});

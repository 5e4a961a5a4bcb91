import type { Actual as WireActual } from '@crm/api-contract/commitments';
import { figureOf, questionsAbout, rivalsOf, type Actual } from '@crm/domain/commitments';
import type { Rows } from '@crm/platform/db';
import { exact } from '../data-access/index.js';
import { ABOUT_COLUMNS, ABOUT_JOINS, inWan, measureOf, type AboutContract, figureIn } from '../assessments/index.js';

export interface ActualRow extends AboutContract {
  id: string;
  indicator: WireActual['indicator'];
  year: number;
  value: string;
  entered: { value: string; unit: string };
  source: WireActual['source'];
  note: string;
  entered_by: string | null;
  entered_by_name: string | null;
  verified_by: string | null;
  verified_by_name: string | null;
  verified_at: string | null;
  corrects_id: string | null;
  correction_reason: string | null;
  known_from: string;
  known_to: string | null;
  import_id: string | null;
}

export const ACTUAL_COLUMNS = `
  t.id, t.indicator, t.year, t.value, t.entered, t.source, t.note, t.entered_by, eb.name AS entered_by_name,
  t.verified_by, vb.name AS verified_by_name, t.verified_at, t.corrects_id, t.correction_reason, t.known_from,
  t.known_to, t.import_id, ${ABOUT_COLUMNS}
`;
export const ACTUAL_FROM = `
  actual t ${ABOUT_JOINS}
  LEFT JOIN app_user eb ON eb.id = t.entered_by
  LEFT JOIN app_user vb ON vb.id = t.verified_by
`;

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
  entered: { value: row.entered.value, unit: row.entered.unit },
  source: row.source,
  note: row.note,
  enteredBy: row.entered_by_name,
  enteredById: row.entered_by,
  verifiedBy: row.verified_by_name,
  verifiedAt: row.verified_at,
  locked: row.verified_at !== null,
  correctsId: row.corrects_id,
  correctionReason: row.correction_reason,
  knownFrom: row.known_from,
  knownTo: row.known_to,
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

import type { Actual as WireActual } from '@crm/api-contract/commitments';
import { figureOf, questionsAbout, rivalsOf, type Actual } from '@crm/domain/commitments';
import type { Rows, ShownOf } from '@crm/platform/db';
import { ENTRY_COLUMNS, ENTRY_JOINS, shaped, type VerifiedEntry } from '../data-access/index.js';
import { figureIn, inWan, measureOf } from '../assessments/index.js';
import { actualTable } from './commitment.entity.js';

export interface ActualRow extends ShownOf<typeof actualTable>, VerifiedEntry {}
export const ACTUAL_COLUMNS = `${actualTable.columns('t')}, ${ENTRY_COLUMNS}`;
export const ACTUAL_FROM = `actual t ${ENTRY_JOINS}`;

/**
 * What is known now of these contracts: a figure is asked about and set beside others against it. Ordered as it is
 * judged.
 */
export async function pastOf(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, Actual[]>> {
  const past = await actualTable.find(rows, { contractId: contractIds, knownTo: null }, 'ORDER BY id');
  const groups = new Map<string, Actual[]>();
  for (const row of past)
    groups.set(row.contractId, [
      ...(groups.get(row.contractId) ?? []),
      {
        ...figureIn(row.indicator, row.value),
        year: row.year,
        source: row.source,
        verified: row.verifiedAt !== null,
        knownFrom: row.knownFrom,
        ref: row.id,
      },
    ]);
  return groups;
}

export const actualView = (row: ActualRow, past: readonly Actual[]): WireActual =>
  shaped<WireActual>()({
    ...row,
    ...measureOf(row.indicator),
    valueWan: inWan(row.indicator, row.value),
    locked: row.verifiedAt !== null,
    questions:
      row.knownTo === null
        ? questionsAbout({ ...figureIn(row.indicator, row.value), year: row.year }, past).map(({ code, facts }) => ({
            code,
            facts: { ...facts },
          }))
        : [],
    counts: row.knownTo === null && figureOf(past, row.indicator, row.year)?.ref === row.id,
    rivals:
      row.knownTo === null
        ? rivalsOf({ ...figureIn(row.indicator, row.value), year: row.year, source: row.source }, past).map(
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

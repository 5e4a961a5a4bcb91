import type { ImportQuestion } from '@crm/api-contract/imports';
import { doubtsAbout } from '@crm/domain/imports';
import type { Actual } from '@crm/domain/commitments';
import type { Rows } from '@crm/platform/db';
import { figuresKnown, type FigureEntry } from '../../commitments/index.js';
import { digest } from './firms-of-rows.js';

export type PlacedFigure = FigureEntry & { readonly row: number; readonly enterpriseName: string };
type DoubtfulFigure = ImportQuestion['figures'][number];

/**
 * New figures to confirm: far from their promise, or from earlier years in the sheet or the database, and tax refunds.
 * Only a person can say whether they are right.
 */
export async function doubtfulFigures(rows: Rows, placed: readonly PlacedFigure[]): Promise<DoubtfulFigure[]> {
  const known = await figuresKnown(
    rows,
    placed.map(({ contractId }) => contractId),
  );
  const inSheet = new Map<string, Actual[]>();
  for (const { contractId, indicator, year, valueWan, source } of placed)
    inSheet.set(contractId, [...(inSheet.get(contractId) ?? []), { indicator, year, wan: valueWan, source }]);
  return placed.flatMap(({ row, enterpriseName, contractId, indicator, year, valueWan }) => {
    const { promised = {}, actuals = [] } = known.get(contractId) ?? {};
    const others = [...actuals, ...(inSheet.get(contractId) ?? [])];
    // One doubt per figure is enough; the promise is the strongest.
    const [doubt] = doubtsAbout({ indicator, year, wan: valueWan }, promised[indicator] ?? null, others);
    return doubt ? [{ row, enterpriseName, indicator, year, wan: valueWan, ...doubt }] : [];
  });
}

/** One question about all of them; null: there are none. */
export function figuresQuestion(
  figures: readonly DoubtfulFigure[],
  confirmed: ReadonlySet<string>,
): ImportQuestion | null {
  if (figures.length === 0) return null;
  const key = `doubtful-figures ${digest(figures)}`;
  return {
    key,
    question: 'doubtful-figures',
    confirmed: confirmed.has(key),
    year: null,
    days: [],
    versions: [],
    figures: [...figures],
    firms: [],
    codes: [],
  };
}

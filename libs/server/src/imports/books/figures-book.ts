import type { FiguresEntry } from '@crm/domain/imports';
import { decimal } from '@crm/domain/quantities';
import type { Indicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import {
  contractsForFigures,
  demandUntouched,
  enterActuals,
  findActuals,
  revertImport,
} from '../../commitments/index.js';
import { doubtfulFigures, figuresQuestion, type PlacedFigure } from './doubtful-figures.js';
import { firmsOfRows } from './firms-of-rows.js';
import type { LedgerBook, Standing } from './ledger-book.js';

const fieldOfFigure: Readonly<Record<Indicator, string>> = {
  investment: 'actualInvestment',
  output: 'actualOutput',
  tax: 'actualTax',
};

/**
 * Annual figures. A row belongs to the project it names, otherwise to the enterprise's only contract; otherwise the
 * person is asked. It is never copied to several contracts.
 */
export const figuresBook = (today: () => string): LedgerBook<FiguresEntry> => ({
  async compare(rows, entries, confirmed, asked = []) {
    const contracts = await contractsForFigures(rows, entries);
    const placed = await placedFigures(rows, entries);
    const found = await findActuals(rows, placed);
    const standings = new Map<number, Standing>();
    const figuresOf = new Map<number, { figure: (typeof placed)[number]; there: (typeof found)[number] }[]>();
    placed.forEach((figure, n) =>
      figuresOf.set(figure.row, [...(figuresOf.get(figure.row) ?? []), { figure, there: found[n] }]),
    );
    entries.forEach((entry, at) => {
      const candidates = contracts[at]!;
      if (candidates.length === 0) standings.set(entry.row, { is: 'refused', code: 'actual.no-contract', facts: {} });
      else if (candidates.length > 1)
        standings.set(entry.row, {
          is: 'refused',
          code: 'actual.ambiguous',
          facts: { count: candidates.length, contracts: candidates.map(({ projectName }) => projectName) },
        });
      else if (entry.year > Number(today().slice(0, 4)))
        standings.set(entry.row, { is: 'refused', code: 'actual.future', facts: { year: entry.year } });
      else {
        const known = figuresOf.get(entry.row) ?? [];
        const differing = known
          .filter(({ figure, there }) => there && !decimal(there.valueWan).eq(figure.valueWan))
          .map(({ figure }) => fieldOfFigure[figure.indicator]);
        standings.set(
          entry.row,
          differing.length > 0
            ? { is: 'differs', code: 'figures.differs', facts: { fields: differing.join(', ') } }
            : known.every(({ there }) => there)
              ? { is: 'unchanged' }
              : { is: 'new' },
        );
      }
    });
    for (const [row, refused] of (await firmsOfRows(rows, entries)).refused)
      if (standings.get(row)?.is !== 'unchanged') standings.set(row, refused);
    const isNew = ({ row }: { readonly row: number }): boolean => standings.get(row)?.is === 'new';
    const figures = await doubtfulFigures(rows, placed.filter(isNew));
    const question = figuresQuestion(figures, confirmed);
    const answered = asked.flatMap((one) => (confirmed.has(one.key) ? one.figures : []));
    for (const figure of question?.confirmed ? [] : figures)
      if (
        !answered.some(
          ({ row, indicator, wan }) => row === figure.row && indicator === figure.indicator && wan === figure.wan,
        )
      )
        standings.set(figure.row, {
          is: 'refused',
          code: 'figure.doubtful',
          field: fieldOfFigure[figure.indicator],
          facts: { wan: figure.wan },
        });
    return { standings, questions: question ? [question] : [] };
  },

  async enter(tx, actor, importId, entries, { told }) {
    const actuals =
      entries.length > 0
        ? await enterActuals(tx, actor, importId, await placedFigures(tx, entries), today(), (share) =>
            told(Math.round(share * entries.length)),
          )
        : 0;
    return { result: { actuals } };
  },

  mayRevert: (rows, importId) => demandUntouched(rows, importId),

  async revert(tx, importId, _undo, told) {
    await revertImport(tx, importId, today(), told);
  },
});

/** The figures of rows that belong to exactly one contract. */
export async function placedFigures(rows: Rows, entries: readonly FiguresEntry[]): Promise<PlacedFigure[]> {
  const contracts = await contractsForFigures(rows, entries);
  return entries.flatMap((entry, at) => {
    const [only, another] = contracts[at]!;
    if (!only || another) return [];
    return entry.figures.map(({ indicator, wan, value, unit }) => ({
      row: entry.row,
      enterpriseName: entry.enterpriseName ?? only.projectName,
      contractId: only.contractId,
      indicator,
      year: entry.year,
      valueWan: wan,
      entered: { value, unit },
      source: entry.source,
      note: entry.note ?? '',
    }));
  });
}

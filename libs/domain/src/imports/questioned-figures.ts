import { questionsAbout, type PerMuActual } from '../commitments/index.js';
import { matchingProjectName } from '../enterprises/index.js';
import type { Indicator } from '../standards/index.js';
import type { FiguresEntry } from './figures-entry.js';
import type { CellNotice } from './read-cell.js';

export interface QuestionedFigure {
  readonly row: number;
  readonly indicator: Indicator;
  readonly notice: Extract<CellNotice, 'figure.falls'>;
}

/**
 * Cumulative figures of a sheet that decrease. They are marked for the importer, neither refused nor corrected; a doubt
 * about scale is a question (`doubtsAbout`).
 */
export function questionedFigures(entries: readonly FiguresEntry[]): QuestionedFigure[] {
  const byProject = new Map<string, { actual: PerMuActual; row: number }[]>();
  for (const entry of entries) {
    const key = `${entry.creditCode} ${matchingProjectName(entry.projectName ?? '')}`;
    const figures = entry.figures.map(({ indicator, wan }) => ({
      row: entry.row,
      actual: { indicator, wan, year: entry.year, source: entry.source },
    }));
    byProject.set(key, [...(byProject.get(key) ?? []), ...figures]);
  }
  return [...byProject.values()].flatMap((figures) =>
    figures.flatMap(({ actual, row }) =>
      questionsAbout(
        actual,
        figures.map((one) => one.actual),
      )
        .filter(({ code }) => code === 'actual.falls')
        .map((): QuestionedFigure => ({ row, indicator: actual.indicator, notice: 'figure.falls' })),
    ),
  );
}

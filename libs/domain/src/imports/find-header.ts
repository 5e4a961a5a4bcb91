import { sampleShapes } from './column-samples.js';
import { headerText, unitOfWord, type ColumnUnit } from './column-units.js';
import { fieldsOf, type Field, type ImportKind } from './fields.js';
import { GridIndex, type Grid } from './grid.js';
import { headerParts, runningNumber } from './header-parts.js';
import { LIKELY, SURE, headerOfColumn, matchOf, unitFor } from './match-header.js';

export interface HeaderRows {
  readonly first: number;
  readonly last: number;
}

/** sure: the header is a known name. likely: its parts, unit and samples fit the field. */
export type Confidence = 'sure' | 'likely' | 'none';

export interface GuessedColumn {
  readonly column: number;
  /** From top to bottom: ['对赌指标（万元/亩）', '固定资产投资']. */
  readonly header: readonly string[];
  readonly field: string | null;
  readonly unit: ColumnUnit | null;
  readonly confidence: Confidence;
  /** Cells with numbers below the header; they are lost if the column is left out. */
  readonly numbers: number;
}

export interface FoundHeader {
  readonly rows: HeaderRows;
  readonly columns: readonly GuessedColumn[];
}

/** Titles, dates and empty rows stand above a header; it is searched only in these rows. */
const searchedRows = 30;

/**
 * Finds the header: up to three rows that name the most fields of the kind, or of the caller's own fields. If several
 * are equal, the one with more detail wins, then the one with fewer rows. null: not found; then the person says where
 * it is.
 */
export function findHeader(grid: Grid, kind: ImportKind | readonly Field[]): FoundHeader | null {
  const index = new GridIndex(grid);
  let best: { found: FoundHeader; score: number; detail: number } | null = null;
  for (const { number } of grid.rows.slice(0, searchedRows)) {
    for (const height of [1, 2, 3]) {
      const rows = { first: number, last: number + height - 1 };
      if (height > 1 && !joins(index, rows.last - 1, rows.last, rows.first)) break;
      const { columns, detail } = matched(index, rows, kind);
      const score = scoreOf(columns) - dataIn(index, rows);
      const better = best === null || score > best.score || (score === best.score && detail > best.detail);
      if (score >= 4 && better) best = { found: { rows, columns }, score, detail };
    }
  }
  return best?.found ?? null;
}

const scoreOf = (columns: readonly GuessedColumn[]): number =>
  columns.reduce((sum, { confidence }) => sum + (confidence === 'sure' ? 2 : confidence === 'likely' ? 1 : 0), 0);

/** A row with numbers and days is probably no header: names of projects and enterprises also contain header words. */
const dataIn = (index: GridIndex, { first, last }: HeaderRows): number =>
  index.grid.rows
    .filter(({ number }) => number >= first && number <= last)
    .reduce(
      (count, row) => count + row.cells.filter(({ type, text }) => type === 'number' || datum.test(text)).length,
      0,
    );
const datum = /^[0-9A-Z]{18}$|^\d[\d.,/-]*$/u;

/**
 * A lower row belongs to the header if a merged area joins both rows, if it names the columns under a merged name, or
 * if it holds only units.
 */
function joins(index: GridIndex, upper: number, lower: number, first: number): boolean {
  const below = index.grid.rows.find(({ number }) => number === lower);
  if (!below) return false;
  const texts = below.cells.filter(({ text }) => text.trim() !== '');
  const units = texts.filter(({ text }) => unitOfWord(text.normalize('NFKC').replace(/^[([]|[)\]]$/gu, '')));
  if (units.length > 0 && units.length === texts.length) return true;
  // A title spans nearly the whole sheet and belongs to no column.
  const title = index.width * 0.8;
  return index.grid.merges.some(
    (area) =>
      (area.firstRow >= first && area.firstRow <= upper && area.lastRow >= lower) ||
      (area.firstRow === upper &&
        area.lastRow === upper &&
        area.lastColumn > area.firstColumn &&
        area.lastColumn - area.firstColumn < title &&
        index.cell(lower, area.firstColumn)?.type === 'text' &&
        index.cell(lower, area.lastColumn)?.type === 'text'),
  );
}

/** The field of each column. The best match comes first, and each field goes to one column only. */
export const columnsAt = (index: GridIndex, rows: HeaderRows, kind: ImportKind | readonly Field[]): GuessedColumn[] =>
  matched(index, rows, kind).columns;

/** `detail`: how much more the header contains: names above names, and units. */
function matched(
  index: GridIndex,
  rows: HeaderRows,
  kind: ImportKind | readonly Field[],
): { columns: GuessedColumn[]; detail: number } {
  const fields: readonly Field[] = typeof kind === 'string' ? fieldsOf[kind] : kind;
  const parts = (typeof kind === 'string' && headerParts[kind]) || {};
  const shapes = sampleShapes(index.grid, rows.last);
  const headers = Array.from({ length: index.width }, (_, column) => headerAt(index, rows, column));
  const pairs = headers.flatMap((header, column) =>
    header.length === 0 || runningNumber.test(headerText(header.at(-1)!).name)
      ? []
      : fields.map((field) => ({
          column,
          field,
          score: matchOf(headerOfColumn(header), field, parts[field.field], shapes.get(column)),
        })),
  );
  const taken = new Map<string, (typeof pairs)[number]>();
  const fieldAt = new Map<number, (typeof pairs)[number]>();
  for (const pair of pairs.filter(({ score }) => score >= LIKELY).sort((a, b) => b.score - a.score))
    if (!taken.has(pair.field.field) && !fieldAt.has(pair.column)) {
      taken.set(pair.field.field, pair);
      fieldAt.set(pair.column, pair);
    }
  const columns = headers.flatMap((header, column): GuessedColumn[] => {
    if (header.length === 0) return [];
    const mine = fieldAt.get(column);
    const shape = shapes.get(column);
    const numbering = runningNumber.test(headerText(header.at(-1)!).name) || shape?.running;
    return [
      {
        column,
        header,
        field: mine?.field.field ?? null,
        unit: unitFor(header, mine?.field),
        confidence: !mine ? 'none' : mine.score >= SURE ? 'sure' : 'likely',
        numbers: shape && !numbering && shape.numbers * 2 >= shape.filled ? shape.numbers : 0,
      },
    ];
  });
  const units = columns.filter(({ unit }) => unit !== null).length;
  return { columns, detail: [...fieldAt.values()].reduce((sum, { score }) => sum + score, units) };
}

function headerAt(index: GridIndex, { first, last }: HeaderRows, column: number): string[] {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const text = index.seen(row, column)?.text.trim() ?? '';
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  return texts;
}

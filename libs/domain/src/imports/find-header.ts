import { headerText, type ColumnUnit } from './column-units.js';
import { fieldsOf, type Field, type ImportKind } from './fields.js';
import { GridIndex, type Grid } from './grid.js';

export interface HeaderRows {
  readonly first: number;
  readonly last: number;
}

/** sure: the header is a known name. likely: it contains one. */
export type Confidence = 'sure' | 'likely' | 'none';

export interface GuessedColumn {
  readonly column: number;
  /** From top to bottom: ['对赌指标（万元/亩）', '固定资产投资']. */
  readonly header: readonly string[];
  readonly field: string | null;
  readonly unit: ColumnUnit | null;
  readonly confidence: Confidence;
}

export interface FoundHeader {
  readonly rows: HeaderRows;
  readonly columns: readonly GuessedColumn[];
}

/** Titles, dates and empty rows stand above a header; it is searched only in these rows. */
const searchedRows = 30;

/**
 * Finds the header: the row, or two rows, that name the most fields of the kind, or of a caller's own fields. null: not
 * found; then the person says where it is.
 */
export function findHeader(grid: Grid, kind: ImportKind | readonly Field[]): FoundHeader | null {
  const index = new GridIndex(grid);
  let best: { found: FoundHeader; score: number } | null = null;
  for (const { number } of grid.rows.slice(0, searchedRows)) {
    for (const rows of [
      { first: number, last: number },
      { first: number, last: number + 1 },
    ]) {
      if (rows.last > rows.first && !isTwoLevel(index, rows)) continue;
      const columns = columnsAt(index, rows, kind);
      const score = columns.reduce(
        (sum, { confidence }) => sum + (confidence === 'sure' ? 2 : confidence === 'likely' ? 1 : 0),
        0,
      );
      if (score >= 4 && score > (best?.score ?? 0)) best = { found: { rows, columns }, score };
    }
  }
  return best?.found ?? null;
}

/**
 * A second row belongs to the header if a merged area joins both rows, or if it names the columns under a merged name.
 */
function isTwoLevel(index: GridIndex, { first, last }: HeaderRows): boolean {
  return index.grid.merges.some(
    (area) =>
      (area.firstRow === first && area.lastRow === last) ||
      (area.firstRow === first &&
        area.lastRow === first &&
        area.lastColumn > area.firstColumn &&
        index.cell(last, area.firstColumn)?.type === 'text' &&
        index.cell(last, area.lastColumn)?.type === 'text'),
  );
}

/** The field of each column by its header. The best match comes first, and each field goes to one column only. */
export function columnsAt(index: GridIndex, rows: HeaderRows, kind: ImportKind | readonly Field[]): GuessedColumn[] {
  const fields: readonly Field[] = typeof kind === 'string' ? fieldsOf[kind] : kind;
  const headers = Array.from({ length: index.width }, (_, column) => headerAt(index, rows, column));
  const guesses = headers.map((header) => guess(header, fields));
  const taken = new Map<string, number>();
  for (const level of [4, 3, 2, 1]) {
    guesses.forEach((one, column) => {
      if (one && one.level === level && !taken.has(one.field)) taken.set(one.field, column);
    });
  }
  return headers.flatMap((header, column): GuessedColumn[] => {
    if (header.length === 0) return [];
    const one = guesses[column];
    const mine = one !== undefined && taken.get(one.field) === column;
    const confidence = !mine ? 'none' : one.level >= 3 ? 'sure' : 'likely';
    return [
      {
        column,
        header,
        field: mine ? one.field : null,
        unit: unitAt(header, mine ? fields.find(({ field }) => field === one.field) : undefined),
        confidence,
      },
    ];
  });
}

function headerAt(index: GridIndex, { first, last }: HeaderRows, column: number): string[] {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const text = index.seen(row, column)?.text.trim() ?? '';
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  return texts;
}

/**
 * Match level 4: a known name under a known header. 3: a known name. 2: a known name without its bracket. 1: contains a
 * known name.
 */
function guess(header: readonly string[], fields: readonly Field[]): { field: string; level: number } | undefined {
  const leaf = headerText(header.at(-1) ?? '');
  const above = header.length > 1 ? headerText(header[0]!) : undefined;
  const levels = fields.map((one): { field: string; level: number } => {
    const names: readonly string[] = one.names;
    const known = names.includes(leaf.name);
    if (known && above && one.under?.some((name) => above.bare.includes(name))) return { field: one.field, level: 4 };
    if (known) return { field: one.field, level: 3 };
    if (names.includes(leaf.bare)) return { field: one.field, level: 2 };
    const joined = headerText(header.join('')).name;
    if (names.includes(joined)) return { field: one.field, level: 3 };
    return { field: one.field, level: names.some((name) => name.length >= 3 && leaf.bare.includes(name)) ? 1 : 0 };
  });
  const best = levels.reduce((a, b) => (b.level > a.level ? b : a), { field: '', level: 0 });
  return best.level > 0 ? best : undefined;
}

/** The unit in the header; the lower row comes first. In a promise column, an amount without "per mu" is a total. */
function unitAt(header: readonly string[], field: Field | undefined): ColumnUnit | null {
  const unit = headerText(header.at(-1) ?? '').unit ?? (header.length > 1 ? headerText(header[0]!).unit : undefined);
  if (!unit || !field) return null;
  switch (field.reads) {
    case 'promise':
      return unit === 'wan'
        ? 'wan-total'
        : unit === 'yi'
          ? 'yi-total'
          : unit === 'wan-per-mu' || unit === 'yuan-per-mu'
            ? unit
            : null;
    case 'standard':
      return unit === 'wan-per-mu' || unit === 'yuan-per-mu' ? unit : null;
    case 'area':
      return unit === 'mu' || unit === 'sqm' || unit === 'hectare' ? unit : null;
    case 'money':
      return unit === 'yuan' || unit === 'wan' || unit === 'yi' ? unit : null;
    case 'percent':
      return 'percent';
    default:
      return null;
  }
}

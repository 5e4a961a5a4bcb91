/** A cell of a sheet, with its raw text. The spreadsheet reader returns this shape. */
export interface GridCell {
  /** 0 is column A. */
  readonly column: number;
  readonly type: 'text' | 'number' | 'boolean' | 'error';
  readonly text: string;
  readonly shown?: 'date' | 'percent';
  /** A number is shown divided by 10^scale, with the suffix behind it: 134000000 as "13400万元". */
  readonly scale?: number;
  readonly suffix?: string;
  readonly formula?: 'cached' | 'uncached';
}

export interface GridRow {
  readonly number: number;
  readonly hidden?: true;
  readonly cells: readonly GridCell[];
}

export interface GridMerge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Grid {
  readonly rows: readonly GridRow[];
  readonly merges: readonly GridMerge[];
  readonly dateSystem: 1900 | 1904;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** More merged rows than any ledger has; the rest is read as not merged. */
const indexedMergedRows = 200_000;

/** Finds cells by row and column, also through merged areas. */
export class GridIndex {
  private readonly rows: ReadonlyMap<number, GridRow>;
  private readonly merges = new Map<number, GridMerge[]>();

  constructor(readonly grid: Grid) {
    this.rows = new Map(grid.rows.map((row) => [row.number, row]));
    let indexed = 0;
    for (const area of grid.merges) {
      for (let row = area.firstRow; row <= area.lastRow && indexed < indexedMergedRows; row += 1, indexed += 1)
        this.merges.set(row, [...(this.merges.get(row) ?? []), area]);
    }
  }

  cell(row: number, column: number): GridCell | undefined {
    return this.rows.get(row)?.cells.find((cell) => cell.column === column);
  }

  /** The merged area that contains this cell. */
  mergeAt(row: number, column: number): GridMerge | undefined {
    return this.merges.get(row)?.find((area) => column >= area.firstColumn && column <= area.lastColumn);
  }

  /** The cell as a reader sees it: in a merged area its first cell. */
  seen(row: number, column: number): GridCell | undefined {
    const area = this.mergeAt(row, column);
    return area ? this.cell(area.firstRow, area.firstColumn) : this.cell(row, column);
  }

  /** One more than the last column with a cell. */
  get width(): number {
    return this.grid.rows.reduce((width, row) => Math.max(width, (row.cells.at(-1)?.column ?? -1) + 1), 0);
  }

  get lastRow(): number {
    return this.grid.rows.at(-1)?.number ?? 0;
  }
}

/** A → 0, AA → 26. */
export const placeOfLetter = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

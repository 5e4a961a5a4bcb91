/** A cell as the file has it. Texts are never trimmed or converted here. */
export interface Cell {
  /** 0 is column A. */
  readonly column: number;
  readonly type: 'text' | 'number' | 'boolean' | 'error';
  /**
   * A number as the file writes it ("79.93000000000001"), a text as typed, "#REF!" for an error, '' for a formula
   * without a result.
   */
  readonly text: string;
  /**
   * How a number is shown: as a day (the text is then a serial number of the workbook's date system), or as a
   * percentage (0.038 is 3.8 %).
   */
  readonly shown?: 'date' | 'percent';
  /** The number format shows the number divided by 10^scale: 134000000 with scale 4 is shown as 13400. */
  readonly scale?: number;
  /** Words that the number format shows behind the number: 万元. */
  readonly suffix?: string;
  /** The text is a stored result; formulas are never calculated here. */
  readonly formula?: 'cached' | 'uncached';
}

export interface Row {
  /** The row number of the spreadsheet, from 1. */
  readonly number: number;
  readonly hidden?: true;
  /** Cells that are not empty, by column. */
  readonly cells: readonly Cell[];
}

/** A merged area; only its first cell has the value. Rows from 1, columns from 0, both ends inclusive. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly name: string;
  readonly visible: boolean;
  /** Rows that are not empty. */
  readonly rows: readonly Row[];
  readonly merges: readonly Merge[];
  readonly hiddenColumns: readonly number[];
}

export interface Workbook {
  readonly format: 'xlsx' | 'csv';
  /** Serial numbers count days from 1899-12-30 (1900) or 1904-01-01 (1904). */
  readonly dateSystem: 1900 | 1904;
  readonly sheets: readonly Sheet[];
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** "AB12" → column 27, row 12. */
export function placeOf(reference: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

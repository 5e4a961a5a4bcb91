/**
 * What a ledger of an office never reaches and a hostile file does. Counted in real bytes while unpacking: what a zip
 * says
 * about its own sizes is not believed.
 */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  /** Unpacked ÷ packed of one part, looked at from 4 MB on: small parts of honest files are often all repetition. */
  ratio: 100,
  ratioFromBytes: 4 * 1024 * 1024,
  entries: 1_000,
  rows: 50_000,
  columns: 200,
  cells: 1_000_000,
  /** Letters in all cells together: one shared string may stand in every cell. */
  characters: 20_000_000,
  sheets: 50,
  merges: 50_000,
  /** Reading must end, whatever the file is. */
  milliseconds: 60_000,
  memoryMb: 512,
} as const;

/**
 * The file is refused. `sheet.empty` no byte · `sheet.format` no spreadsheet · `sheet.old-format` .xls or another old
 * container ·
 * `sheet.encrypted` · `sheet.damaged` cut off or broken · `sheet.dtd` · `sheet.too-large` with `what` and `limit` ·
 * `sheet.time` ·
 * `sheet.memory`. Each code has its sentence on the screen; no text of a parser is passed on.
 */
export class SpreadsheetFault extends Error {
  override readonly name = 'SpreadsheetFault';

  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

export const tooLarge = (
  what:
    | 'fileBytes'
    | 'unpackedBytes'
    | 'ratio'
    | 'entries'
    | 'rows'
    | 'columns'
    | 'cells'
    | 'characters'
    | 'sheets'
    | 'merges',
): SpreadsheetFault => new SpreadsheetFault('sheet.too-large', { what, limit: limits[what] });

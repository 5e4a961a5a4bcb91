/**
 * Limits that no office ledger reaches but a hostile file does. Real bytes are counted while unpacking, since the sizes
 * in a zip file may be false.
 */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  /** Unpacked ÷ packed size of one part, checked from 4 MB on: small parts of honest files often repeat themselves. */
  ratio: 100,
  ratioFromBytes: 4 * 1024 * 1024,
  entries: 1_000,
  rows: 50_000,
  columns: 200,
  cells: 1_000_000,
  /** Characters of all cells together: one shared string may be in every cell. */
  characters: 20_000_000,
  sheets: 50,
  merges: 50_000,
  /** Reading must end, whatever the file is. */
  milliseconds: 60_000,
  memoryMb: 512,
} as const;

/**
 * The file is refused. `sheet.empty`: no bytes. `sheet.format`: not a spreadsheet. `sheet.old-format`: .xls or another
 * old format. `sheet.encrypted`. `sheet.damaged`: incomplete or broken. `sheet.texts-missing`: the shared texts of
 * `sheet` are missing. `sheet.dtd`. `sheet.too-large` with `what` and `limit`. `sheet.time`. `sheet.memory`. The screen
 * has a sentence for each code; messages of a parser are never shown.
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

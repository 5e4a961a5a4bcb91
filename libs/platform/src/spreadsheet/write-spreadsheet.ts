import type { SheetData } from 'write-excel-file/node';

export interface WrittenCell {
  readonly text: string;
  readonly mark?: 'header' | 'fault';
}

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly (WrittenCell | undefined)[])[];
  /** In characters, by column. */
  readonly widths: readonly number[];
  /** Rows that stay visible while scrolling. */
  readonly headerRows: number;
}

const looks = {
  header: { fontWeight: 'bold', backgroundColor: '#EDEBE6', wrap: true },
  fault: { textColor: '#A1211B', backgroundColor: '#FBDAD7' },
} as const;
/** XML 1.0 cannot contain these, not even escaped. */
const unwritable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const longest = 32_767;

/**
 * Writes a workbook in which every cell is text. So a typed `=cmd|…` is shown but never calculated, and a credit code
 * keeps its eighteen characters.
 */
export async function writeSpreadsheet(...sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(
    sheets.map(({ name, rows, widths, headerRows }) => ({
      data: rows.map((row) =>
        row.map((cell) =>
          cell && cell.text !== ''
            ? { type: String, value: writable(cell.text), ...(cell.mark ? looks[cell.mark] : {}) }
            : null,
        ),
      ) satisfies SheetData,
      sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: headerRows,
    })),
  ).toBuffer();
}

const writable = (text: string): string => text.replace(unwritable, '□').slice(0, longest);

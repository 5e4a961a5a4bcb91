import { SpreadsheetFault, limits, tooLarge } from './limits.js';
import { shownBy, type NumberFormat } from './number-format.js';
import { TextRuns } from './shared-strings.js';
import { placeOf, type Cell, type Merge, type Row, type Sheet } from './workbook.js';
import { readXml, unescaped } from './xml.js';
import type { Unpacker, ZipEntry } from './zip.js';

/** Limits for all sheets of a workbook together. */
export class Budget {
  private rows = 0;
  private cells = 0;
  private characters = 0;

  row(cells: readonly Cell[]): void {
    if ((this.rows += 1) > limits.rows) throw tooLarge('rows');
    if ((this.cells += cells.length) > limits.cells) throw tooLarge('cells');
  }

  text(length: number): void {
    if ((this.characters += length) > limits.characters) throw tooLarge('characters');
  }
}

export interface SheetContext {
  readonly styles: readonly (NumberFormat | undefined)[];
  readonly strings: readonly string[];
  /** Named when the sheet cannot be read. */
  readonly sheet: string;
  readonly budget: Budget;
}

interface OpenCell {
  column: number;
  kind: string;
  style: number;
  formula: boolean;
  value: string | undefined;
}

/** Reads one worksheet. Empty rows and cells are skipped, however many there are at its end. */
export function readSheetPart(
  unpacker: Unpacker,
  entry: ZipEntry,
  context: SheetContext,
): Omit<Sheet, 'name' | 'visible'> {
  const rows: Row[] = [];
  const merges: Merge[] = [];
  const hiddenColumns: number[] = [];
  const runs = new TextRuns();
  let row = { number: 0, hidden: false, cells: [] as Cell[] };
  let cell: OpenCell | undefined;
  let nextColumn = 0;
  let inValue = false;

  readXml(unpacker, entry, {
    open(name, attributes) {
      if (name === 'row') {
        row = {
          number: rowNumber(attributes['r'], row.number),
          hidden: attributes['hidden'] === '1' || attributes['hidden'] === 'true',
          cells: [],
        };
        nextColumn = 0;
      } else if (name === 'c') {
        const column = placeOf(attributes['r'] ?? '')?.column ?? nextColumn;
        nextColumn = column + 1;
        cell = {
          column,
          kind: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          formula: false,
          value: undefined,
        };
      } else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'v') {
        inValue = true;
        if (cell) cell.value ??= '';
      } else if (name === 'mergeCell') {
        merges.push(...mergeOf(attributes['ref'] ?? ''));
        if (merges.length > limits.merges) throw tooLarge('merges');
      } else if (name === 'col' && (attributes['hidden'] === '1' || attributes['hidden'] === 'true'))
        hiddenColumns.push(...columnsOf(attributes));
      else if (cell) runs.open(name);
    },
    text(text) {
      if (!cell) return;
      if (inValue) cell.value = (cell.value ?? '') + text;
      else runs.text(text);
    },
    close(name) {
      runs.close(name);
      if (name === 'v') inValue = false;
      else if (name === 'is' && cell) cell.value = runs.take();
      else if (name === 'c' && cell) {
        const read = cellOf(cell, context);
        cell = undefined;
        if (!read) return;
        if (read.column >= limits.columns) throw tooLarge('columns');
        context.budget.text(read.text.length);
        row.cells.push(read);
      } else if (name === 'row' && row.cells.length > 0) {
        context.budget.row(row.cells);
        rows.push({ number: row.number, ...(row.hidden ? { hidden: true as const } : {}), cells: row.cells });
      }
    },
  });
  return { rows, merges, hiddenColumns };
}

function cellOf(
  { column, kind, style, formula, value }: OpenCell,
  { styles, strings, sheet }: SheetContext,
): Cell | undefined {
  // A formula whose stored result is an empty text, like IFERROR(…,""), is an empty cell.
  if (value === undefined || value === '')
    return formula && !(kind === 'str' && value === '')
      ? { column, type: 'text', text: '', formula: 'uncached' }
      : undefined;
  const remembered = formula ? { formula: 'cached' as const } : {};
  switch (kind) {
    case 's': {
      const text = strings[Number(value)];
      // Without its shared strings a sheet would be read as if its texts were empty.
      if (text === undefined) throw new SpreadsheetFault('sheet.texts-missing', { sheet: sheet.slice(0, 31) });
      return text === '' ? undefined : { column, type: 'text', text, ...remembered };
    }
    case 'inlineStr':
      return { column, type: 'text', text: value, ...remembered };
    case 'str':
      return { column, type: 'text', text: unescaped(value), ...remembered };
    case 'd':
      return { column, type: 'text', text: value.replace(/Z$/, ''), ...remembered };
    case 'b':
      return { column, type: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE', ...remembered };
    case 'e':
      return { column, type: 'error', text: value, ...remembered };
    default: {
      const format = styles[style];
      return { column, type: 'number', text: value, ...(format && shownBy(format, Number(value))), ...remembered };
    }
  }
}

/** Excel has 1,048,576 rows, in rising order. Refuses `sheet.damaged`. */
function rowNumber(stated: string | undefined, before: number): number {
  const number = stated === undefined ? before + 1 : Number(stated);
  if (!Number.isSafeInteger(number) || number <= before || number > 1_048_576)
    throw new SpreadsheetFault('sheet.damaged');
  return number;
}

function mergeOf(reference: string): Merge[] {
  const [from, to] = reference.split(':').map(placeOf);
  return from && to ? [{ firstRow: from.row, lastRow: to.row, firstColumn: from.column, lastColumn: to.column }] : [];
}

function columnsOf(attributes: Readonly<Record<string, string>>): number[] {
  const first = Number(attributes['min']) - 1;
  const last = Math.min(Number(attributes['max']) - 1, limits.columns - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
}

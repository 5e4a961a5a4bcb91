import { SpreadsheetFault, tooLarge, limits } from './limits.js';
import { Budget } from './sheet-part.js';
import type { Cell, Row, Workbook } from './workbook.js';

const separators = [',', '\t', ';'] as const;

/**
 * Separators: comma, tab or semicolon. Encodings: UTF-8 with or without a byte order mark, UTF-16 with one, or GB
 * 18030, as Excel writes in China.
 */
export function readCsv(file: Uint8Array): Workbook {
  // A decoder removes the byte order mark of UTF-8 and UTF-16 once, that of GB 18030 never.
  const text = decoded(file).replace(/^\uFEFF+/, '');
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(text) || text.includes('\u0000'))
    throw new SpreadsheetFault('sheet.format');
  const budget = new Budget();
  const rows: Row[] = [];
  let number = 0;
  for (const fields of records(text, separatorOf(text))) {
    number += 1;
    const cells = fields.flatMap((field, column): Cell[] =>
      plainText(field) === '' ? [] : [{ column, type: 'text', text: plainText(field) }],
    );
    if (cells.length === 0) continue;
    if (cells.at(-1)!.column >= limits.columns) throw tooLarge('columns');
    budget.row(cells);
    rows.push({ number, cells });
  }
  return {
    format: 'csv',
    dateSystem: 1900,
    sheets: [{ name: 'CSV', visible: true, rows, merges: [], hiddenColumns: [] }],
  };
}

/** Programs write ="9146…" so that Excel keeps a long code as text. The text inside is meant. */
const plainText = (field: string): string => {
  const [, inner] = /^\s*="(.*)"\s*$/s.exec(field) ?? [];
  return inner === undefined ? field : inner.replaceAll('""', '"');
};

function decoded(file: Uint8Array): string {
  if ((file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff))
    return new TextDecoder(file[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(file);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      continue;
    }
  }
  throw new SpreadsheetFault('sheet.format');
}

/** The most frequent separator outside quotes in the first lines. */
function separatorOf(text: string): string {
  const head = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, 20)
    .join('\n');
  const counts = separators.map((separator) => head.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** RFC 4180: quoted fields may contain separators, line breaks and doubled quotes. */
function* records(text: string, separator: string): Generator<string[]> {
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') field += text[(at += 1)]!;
      else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === separator) {
      fields.push(field);
      field = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      yield [...fields, field];
      fields = [];
      field = '';
    } else field += sign;
    if (fields.length > limits.columns * 10) throw tooLarge('columns');
  }
  if (field !== '' || fields.length > 0) yield [...fields, field];
}

import type { HeaderRows } from './find-header.js';
import type { GridIndex, GridRow } from './grid.js';

export type RowKind = 'title' | 'header' | 'subtotal' | 'total' | 'note' | 'empty' | 'record';

const subtotal = /^(.{0,12}小计|本页合计|.{0,12}分计)[:：]?$/u;
const total = /^(合计|总计|共计|累计|.{0,12}(合计|总计))[:：]?$/u;
/** Notes below a ledger: who made it, what a star means. */
const note = /^(注|备注|说明|填表|制表|审核|复核|单位|统计口径|数据来源)\S{0,12}[:：]/u;

/**
 * The kind of a row. A subtotal is named so in one of its first texts and names no enterprise. A note stands alone in
 * its row. A header repeated on each printed page is a header.
 */
export function rowKind(row: GridRow, header: HeaderRows, index: GridIndex, identifying: readonly number[]): RowKind {
  if (row.number < header.first) return 'title';
  if (row.number <= header.last) return 'header';
  const filled = row.cells.filter((cell) => cell.text.trim() !== '');
  if (filled.length === 0) return 'empty';
  if (!filled.some((cell) => identifying.includes(cell.column) && !isSum(cell.text))) {
    const words = filled
      .filter((cell) => cell.type === 'text')
      .slice(0, 3)
      .map((cell) => cell.text.normalize('NFKC').replace(/\s/gu, ''));
    if (words.some((word) => subtotal.test(word))) return 'subtotal';
    if (words.some((word) => total.test(word))) return 'total';
  }
  if (filled.length === 1 && note.test(filled[0]!.text.trim())) return 'note';
  if (repeatsHeader(row, header, index)) return 'header';
  return 'record';
}

const isSum = (text: string): boolean => {
  const word = text.normalize('NFKC').replace(/\s/gu, '');
  return subtotal.test(word) || total.test(word);
};

function repeatsHeader(row: GridRow, header: HeaderRows, index: GridIndex): boolean {
  if (row.cells.length < 2) return false;
  for (let number = header.first; number <= header.last; number += 1) {
    if (row.cells.every((cell) => cell.type === 'text' && index.seen(number, cell.column)?.text === cell.text))
      return true;
  }
  return false;
}

import type { HeaderRows } from './find-header.js';
import type { GridIndex, GridRow } from './grid.js';

export type RowKind = 'title' | 'header' | 'heading' | 'subtotal' | 'total' | 'note' | 'empty' | 'record';

const counted = '([(（].{0,12}[)）])?[:：]?$';
const subtotal = new RegExp(`^(.{0,12}小计|本页合计|.{0,12}分计)${counted}`, 'u');
const total = new RegExp(`^(合计|总计|共计|累计|.{0,12}(合计|总计))${counted}`, 'u');
/** 一、新签约项目（1个）, (二)续建项目: the heading of a group, alone in its row. */
const heading = /^[(（]?([一二三四五六七八九十]{1,3}|第[一二三四五六七八九十]{1,3}[类批部]分?)[)）]?[、.．:：\s]?\S/u;
/** Notes below a ledger: who made it, what a star means. */
const note = /^(注|备注|说明|填表|制表|审核|复核|单位|统计口径|数据来源)\S{0,12}[:：]/u;

/**
 * The kind of a row. A subtotal is named so in one of its first texts and names no enterprise. A note and the heading
 * of a group stand alone in their rows. A header repeated on each printed page is a header.
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
  const [only, another] = filled;
  if (only && !another) {
    if (note.test(only.text.trim())) return 'note';
    if (only.type === 'text' && (heading.test(only.text.trim()) || isBand(index, row.number, only.column)))
      return 'heading';
  }
  if (repeatsHeader(row, header, index)) return 'header';
  return 'record';
}

/** A text merged over several columns of its row names no record. */
function isBand(index: GridIndex, row: number, column: number): boolean {
  const area = index.mergeAt(row, column);
  return area !== undefined && area.firstRow === area.lastRow && area.lastColumn - area.firstColumn >= 2;
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

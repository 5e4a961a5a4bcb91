import type { Import } from '@crm/api-contract/imports';
import { inline, packed, rowOf } from '../../libs/platform/src/spreadsheet/workbook.example.js';

// Ledgers written cell by cell, as no office program would write them.

/** Credit codes with correct check symbols (GB 32100). */
export const codes = [
  '91460100MA56UBF00K',
  '91460100MA5EA08552',
  '91460100MA54M53L4H',
  '91460100MA5T3K2P05',
  '91460100MA5XC7QH52',
] as const;
/** A code belongs to one firm: another name beside it is a question. */
const firms: Readonly<Record<string, string>> = {
  [codes[0]]: '海南乙有限公司',
  [codes[1]]: '海南甲有限公司',
  [codes[2]]: '海南丙有限公司',
};
const firmOf = (name: string, code: Cell | undefined): string =>
  firms[String(code).replace(/\s/g, '').toUpperCase()] ?? `海南${name}有限公司`;
export const header = [
  '项目名称',
  '投资企业',
  '统一社会信用代码',
  '产业',
  '落户园区',
  '签约时间',
  '用地面积（亩）',
  '总投资（万元）',
  '固定资产投资（万元/亩）',
  '产值（万元/亩）',
  '税收（万元/亩）',
  '达产年',
];
/** `raw` is the XML of the cell; `@` stands for its address. */
export type Cell = string | number | { raw: string } | null;
/** 20 亩 at 600 万元/亩 are 12,000 万元. */
export const contract = (name: string, change: Readonly<Record<number, Cell>> = {}): Cell[] => {
  const firm = firmOf(name, change[2] ?? codes[0]);
  return Object.assign(
    [name, firm, codes[0], '先进制造', '美安', '2021-03-11', 20, 12_000, 600, 900, 80, 2025] as Cell[],
    change,
  );
};

const letter = (column: number): string => String.fromCharCode(65 + column);
const cellOf = (cell: Cell, at: string): string =>
  cell === null
    ? ''
    : typeof cell === 'object'
      ? cell.raw.replace('@', at)
      : typeof cell === 'number'
        ? `<c r="${at}"><v>${cell}</v></c>`
        : inline(at, cell.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
export const sheetOf = (rows: readonly (readonly Cell[])[], more = ''): string =>
  `<sheetData>${rows.map((cells, n) => rowOf(n + 1, ...cells.map((cell, column) => cellOf(cell, `${letter(column)}${n + 1}`)))).join('')}</sheetData>${more}`;
export const book = (
  rows: readonly (readonly Cell[])[],
  parts: Partial<Parameters<typeof packed>[0]> = {},
  more = '',
): Uint8Array => packed({ sheets: { 台账: sheetOf(rows, more) }, ...parts });
/** Style 1 shows a day, style 2 a percentage. */
export const dated = { styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs>' };

export const counted = ({ counts }: Import) => counts && [counts.valid, counts.invalid, counts.skipped];
export const faults = ({ errors }: Import) => errors.map(({ row, column, code }) => `${row}${column ?? ''} ${code}`);
export const asked = ({ units }: Import) =>
  units.filter(({ question }) => question).map(({ group, suggested }) => `${group} ${suggested}`);
export const noticed = ({ notices }: Import) => Object.fromEntries(notices.map(({ notice, count }) => [notice, count]));

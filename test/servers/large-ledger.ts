import { creditCodeCheckSymbol, organisationCheckSymbol } from '@crm/domain/enterprises';
import { inline, packed, rowOf } from '../../libs/platform/src/spreadsheet/workbook.example.js';

// A generated ledger like those of large offices: all units, days in six formats, subtotals, duplicates and faults.

type Cell = string | number | null;

/**
 * Credit codes with correct check symbols (GB 32100). One letter per series, so that two ledgers share no enterprise.
 */
function creditCodeOf(series: string, n: number): string {
  for (let salt = 0; ; salt += 1) {
    const eight = `${series}${String(n * 7 + salt).padStart(7, '0')}`;
    const seventeen = `91460100${eight}${organisationCheckSymbol(eight)}`;
    const check = creditCodeCheckSymbol(seventeen);
    if (check !== null) return seventeen + check;
  }
}

export interface LargeSheet {
  readonly content: Uint8Array;
  readonly valid: number;
  readonly invalid: number;
  readonly skipped: number;
}

const wide = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const areas: readonly ((mu: number) => Cell)[] = [
  (mu) => `${mu}亩`,
  (mu) => `${(mu / 15).toFixed(4)}公顷`,
  (mu) => `${(mu * 2_000) / 3 - (((mu * 2_000) / 3) % 1)}㎡`,
  (mu) => `${wide(String(mu))}亩`,
];
const amounts: readonly ((wan: number) => Cell)[] = [
  (wan) => `${wan.toLocaleString('en')}万元`,
  (wan) => `${wan / 10_000}亿元`,
  (wan) => `${wan * 10_000}元`,
  (wan) => `${wide(String(wan))}万元`,
];
const promises: readonly ((perMu: number, wan: number) => Cell)[] = [
  (perMu) => `${perMu}万元/亩`,
  (perMu) => `${perMu * 10_000}元/亩`,
  (_, wan) => `${wan}万元`,
  (_, wan) => `${wan / 10_000}亿元`,
];
const days = ['2021.3.11', '2021/3/11', '2021-03-11', '2021年3月11日', '二〇二一年三月十一日', '２０２１．３．１１'];
const parks = ['美安', '药谷', '云龙', '狮子岭'];
const industries = ['先进制造', '医药制造'];

const HEADER = [
  '序号',
  '项目名称',
  '企业名称(乙方)',
  '统一社会信用代码',
  '所属产业',
  '落户园区',
  '合同签订日期',
  '用地面积',
  '总投资',
  '固定资产投资',
  '产值',
  '税收',
  '达产年',
];

/**
 * One row in fifty is wrong, each in its own way; one in a hundred repeats the row above; every 500 rows a subtotal.
 */
export function largeLedger(series: string, rows: number): LargeSheet {
  const lines: Cell[][] = [['某某高新区签约项目台账'], HEADER];
  let [invalid, skipped] = [0, 0];
  for (let n = 0; n < rows; n += 1) {
    const mu = 15 * (1 + (n % 20));
    const perMu = 300 + (n % 500);
    const wan = mu * perMu;
    const [area, amount, promise] = [
      areas[n % 4]!(mu),
      amounts[(n >> 2) % 4]!(wan),
      promises[(n >> 4) % 4]!(perMu, wan),
    ];
    const code = creditCodeOf(series, n);
    const line: Cell[] = [
      n + 1,
      `${series} 系列项目${n}`,
      `海南${series}${n}有限公司`,
      n % 7 === 0 ? code.toLowerCase() : code,
      industries[n % 2]!,
      parks[n % 4]!,
      days[n % 6]!,
      area,
      amount,
      promise,
      `${500 + (n % 700)}万元/亩`,
      `${30 + (n % 90)}万元/亩`,
      2024,
    ];
    if (n % 50 === 17) {
      const wrong: readonly (readonly [number, Cell])[] = [
        [3, code.slice(0, 17)],
        [5, '不存在的园区'],
        [6, '2021.2.30'],
        [7, '0亩'],
        [9, '待定'],
        [1, null],
      ];
      const [column, value] = wrong[Math.floor(n / 50) % wrong.length]!;
      line[column] = value;
      invalid += 1;
    } else if (n % 100 === 42) {
      line[1] = lines.at(-1)![1]!;
      line[3] = lines.at(-1)![3]!;
      invalid += 1;
    }
    lines.push(line);
    if (n % 500 === 499) {
      lines.push([null, '小计', null, null, null, null, null, '100亩']);
      skipped += 1;
    }
  }
  return { content: bookOf(lines), valid: rows - invalid, invalid, skipped };
}

/**
 * One year of figures for the first enterprises of that ledger, with mixed units. One row in a hundred names an unknown
 * enterprise.
 */
export function largeFigures(series: string, rows: number): LargeSheet {
  const lines: Cell[][] = [['年度', '统一社会信用代码', '累计完成固定资产投资', '当年产值', '当年税收', '数据来源']];
  let invalid = 0;
  for (let n = 0; n < rows; n += 1) {
    const known = isEntered(n);
    if (!known) invalid += 1;
    lines.push([
      n % 3 === 0 ? '2024年' : 2024,
      creditCodeOf(series, n),
      `${4_000 + n}万元`,
      amounts[n % 4]!(6_000 + n)!,
      `${(60 + (n % 40)) * 10_000}元`,
      n % 2 === 0 ? '税务部门' : '统计局',
    ]);
  }
  return { content: bookOf(lines), valid: rows - invalid, invalid, skipped: 0 };
}

/** The rows of a large ledger that are imported: neither wrong nor repeated. */
const isEntered = (n: number): boolean => n % 50 !== 17 && n % 100 !== 42;

const letter = (column: number): string => String.fromCharCode(65 + column);
const cellOf = (cell: Cell, at: string): string =>
  cell === null ? '' : typeof cell === 'number' ? `<c r="${at}"><v>${cell}</v></c>` : inline(at, cell);
const bookOf = (lines: readonly (readonly Cell[])[]): Uint8Array =>
  packed({
    sheets: {
      台账: `<sheetData>${lines.map((cells, n) => rowOf(n + 1, ...cells.map((cell, column) => cellOf(cell, `${letter(column)}${n + 1}`)))).join('')}</sheetData>`,
    },
  });

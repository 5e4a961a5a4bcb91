import { narrowDigits } from '../quantities/index.js';
import { normaliseCreditCode } from '../enterprises/index.js';
import type { Grid, GridCell } from './grid.js';
import type { Reading } from './fields.js';

/** What the cells below a header look like, as counts. */
export interface SampleShape {
  readonly filled: number;
  readonly numbers: number;
  readonly days: number;
  readonly years: number;
  readonly codes: number;
  /** 1, 2, 3 …: the column numbers its rows. */
  readonly running: boolean;
}

const lookedAt = 40;
const day =
  /^(19|20)\d{2}\s*[年./-]\s*\d{1,2}([月./-]|$)|^(19|20)\d{6}$|^(19|20)\d{2}年(底|末|初|上半年|下半年|第?[一二三四1-4]季度)/u;
const year = /^(19|20)\d{2}(年度?)?$/u;
const amount = /^[(（]?[-+=＋＝]?\s*[\d,，]+(\.\d+)?[)）]?\s*(%|亩|万|亿|万?元|万元\/亩|亿元|平方米|㎡|m2|公顷)?$/u;
/** Serial numbers of days from 2000 to 2050. */
const serial = (text: string): boolean =>
  /^\d{5}(\.\d+)?$/.test(text) && Number(text) >= 36_526 && Number(text) < 55_153;

/** Looks at the first cells below the header, column by column. */
export function sampleShapes(grid: Grid, below: number): ReadonlyMap<number, SampleShape> {
  const cells = new Map<number, GridCell[]>();
  for (const row of grid.rows.filter(({ number }) => number > below).slice(0, lookedAt))
    for (const cell of row.cells)
      if (cell.text.trim() !== '') cells.set(cell.column, [...(cells.get(cell.column) ?? []), cell]);
  return new Map([...cells].map(([column, found]) => [column, shapeOf(found)]));
}

function shapeOf(cells: readonly GridCell[]): SampleShape {
  const texts = cells.map((cell) => narrowDigits(cell.text).trim());
  const count = (holds: (text: string, cell: GridCell) => boolean): number =>
    texts.filter((text, at) => holds(text, cells[at]!)).length;
  return {
    filled: cells.length,
    numbers: count((text, cell) => (cell.type === 'number' ? cell.shown !== 'date' : amount.test(text))),
    days: count((text, cell) => cell.shown === 'date' || day.test(text) || (cell.type === 'number' && serial(text))),
    years: count((text) => year.test(text)),
    codes: count((text) => /^[0-9A-HJ-NPQRTUWXY]{18}$/u.test(normaliseCreditCode(text)) && /[A-Z]/iu.test(text)),
    running: texts.length > 1 && texts.every((text, at) => Number(text) === Number(texts[0]) + at),
  };
}

/** How well the samples fit a way of reading: 1 they fit, -1 they cannot fit, 0 they decide nothing. */
export function samplesFit(reads: Reading, shape: SampleShape | undefined): 1 | 0 | -1 {
  if (!shape || shape.filled === 0) return 0;
  const mostly = (count: number): boolean => count * 2 >= shape.filled;
  switch (reads) {
    case 'day':
      return mostly(shape.days) ? 1 : -1;
    case 'full-production':
      return mostly(shape.days) || mostly(shape.years) ? 1 : -1;
    case 'year':
      return mostly(shape.years) ? 1 : -1;
    case 'credit-code':
    case 'firm-code':
      return mostly(shape.codes) ? 1 : mostly(shape.numbers) || mostly(shape.days) ? -1 : 0;
    case 'area':
    case 'money':
    case 'promise':
    case 'number':
    case 'percent':
      return mostly(shape.numbers) && !mostly(shape.years) ? 1 : -1;
    case 'name':
    case 'text':
    case 'park':
    case 'industry':
    case 'source':
    case 'contract-kind':
      return mostly(shape.numbers) || mostly(shape.days) || mostly(shape.codes) ? -1 : 0;
    default:
      return 0;
  }
}

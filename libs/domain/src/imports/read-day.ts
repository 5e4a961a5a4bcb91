import { addDays, day, firstDay, lastDay, type Day } from '../days/index.js';
import { decimal, withoutFloatNoise } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import type { GridCell } from './grid.js';

/**
 * The serial number of 1990-01-01, the first accepted day. The 1900 system counts from 1899-12-30 (it includes a
 * 1900-02-29 that never existed), the other from 1904-01-01.
 */
const serialOfFirstDay = { 1900: 32_874, 1904: 31_412 } as const;

/** How a time of day was handled. */
type NotifyTime = (notice: 'date.rounded-up' | 'date.time-dropped') => void;
const unheard: NotifyTime = () => undefined;
const secondsOfDay = 86_400;

/**
 * The day of an instant. A writer that shifts the time zone stores a day 43 seconds before its midnight, so the last
 * minute of a day is the next day. Any other time of day is dropped.
 */
function withoutTime(on: Day, seconds: number, notify: NotifyTime): Day {
  if (seconds < 1) return on;
  const late = secondsOfDay - seconds <= 60;
  notify(late ? 'date.rounded-up' : 'date.time-dropped');
  return late ? addDays(on, 1) : on;
}

/** The day of a serial number. Refuses `date.range` outside 1990 … 2100. */
export function dayOfSerial(serial: string, system: 1900 | 1904, notify: NotifyTime = unheard): Day {
  const whole = Number.parseInt(serial, 10);
  if (!/^\d{1,6}(\.\d+)?$/.test(serial) || whole < serialOfFirstDay[system])
    throw new Refusal('date.range', { first: firstDay, last: lastDay });
  const seconds = Number(`0.${serial.split('.')[1] ?? '0'}`) * secondsOfDay;
  return withoutTime(addDays(firstDay, whole - serialOfFirstDay[system]), seconds, notify);
}

/** Serial numbers of days in 1990 … 2100: 44266 is one, 2021 and 20210311 are not. */
const serials = /^(3[1-9]|[4-6]\d|7[0-3])\d{3}(\.\d+)?$/;

const western =
  /^(\d{4})\s*[./\-年]\s*(\d{1,2})\s*[./\-月]\s*(\d{1,2})\s*[日号]?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/u;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
/** 21.3.11, 3/11/2021, 11-3-2021: the order of year, month and day is unclear. */
const ambiguous = /^\d{1,2}[./-]\d{1,2}[./-]\d{1,4}$|^\d{2}年\d{1,2}月\d{1,2}日?$/u;
const chinese =
  /^([〇○零一二三四五六七八九]{4})年([元正一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,3})[日号]?$/u;

/**
 * Reads a day as offices write it: 2021.3.11, 2021/3/11, 2021-03-11, 2021年3月11日, 二〇二一年三月十一日, 20210311, or a serial
 * number. Refuses `date.ambiguous` (unclear order), `date.impossible`, `date.range` and `date.format`.
 */
export function dayOfCell(
  cell: Pick<GridCell, 'type' | 'text' | 'shown'>,
  system: 1900 | 1904,
  notify: NotifyTime = unheard,
): Day {
  const text = cell.text.normalize('NFKC').trim();
  if (cell.type === 'number' && (cell.shown === 'date' || serials.test(text))) return dayOfSerial(text, system, notify);
  const numbers = western.exec(text) ?? compact.exec(text);
  if (numbers) {
    const [, year, month, date, hours = '0', minutes = '0', seconds = '0'] = numbers;
    return withoutTime(
      day(`${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`),
      Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds),
      notify,
    );
  }
  const characters = chinese.exec(text);
  if (characters)
    return day(
      `${[...characters[1]!].map(digitOf).join('')}-${String(countOf(characters[2]!)).padStart(2, '0')}-${String(countOf(characters[3]!)).padStart(2, '0')}`,
    );
  throw new Refusal(ambiguous.test(text) ? 'date.ambiguous' : 'date.format', { shape: 'YYYY-MM-DD' });
}

const digits = '〇一二三四五六七八九';
const digitOf = (character: string): number =>
  character === '○' || character === '零' ? 0 : digits.indexOf(character);

/** 十一 → 11, 二十 → 20, 廿三 → 23, 元 and 正 → 1. */
function countOf(text: string): number {
  const spelt = text
    .replace('廿', '二十')
    .replace('卅', '三十')
    .replace(/^[元正]$/u, '一');
  const [tens, ones] = spelt.includes('十') ? spelt.split('十') : [null, spelt];
  return (tens === null ? 0 : tens === '' ? 10 : digitOf(tens!) * 10) + (ones ? digitOf(ones) : 0);
}

/**
 * The cell as a reader sees it, for the excerpt of the sheet: a day for its serial number, a number without
 * floating-point noise, or the text itself.
 */
export function shownText(
  cell: Pick<GridCell, 'type' | 'text' | 'shown' | 'scale' | 'suffix'>,
  system: 1900 | 1904,
): string {
  if (cell.type !== 'number') return cell.text;
  try {
    if (cell.shown === 'date') return dayOfSerial(cell.text, system);
    const number = decimal(withoutFloatNoise(cell.text)).div(decimal('10').pow(cell.scale ?? 0));
    return `${number.toFixed()}${cell.suffix ?? ''}`;
  } catch {
    return cell.text;
  }
}

import { weekday, yearOf, type Day } from '../days/index.js';
import { isRefusal } from '../refusal/index.js';
import { indicators, type Indicator, type StandardPlace } from '../standards/index.js';
import type { Directory } from './directory.js';
import { fault, valuesIn, type Assembled, type ColumnOf, type Value } from './assembled.js';
import { daysOfSpans, type DaySpan } from './read-days.js';
import type { CellFault, ReadRow } from './read-row.js';
import { standardPlaceNamed, type StandardValue } from './read-standard.js';

/** What an entry is built from besides its own cells. */
export interface EntryContext {
  readonly directory: Directory;
  /** The year in the title above the header; null if there is none or more than one. */
  readonly titleYear: number | null;
}

/** The versions of one row: one, or one for each indicator column. */
export interface StandardEntry {
  readonly row: number;
  readonly place: StandardPlace;
  /** As typed; 全区 if the sheet has no column for the place. */
  readonly placeName: string;
  readonly industryId: string | null;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly documentNo: string;
  readonly source: string;
  readonly derived: boolean;
  readonly values: readonly {
    readonly indicator: Indicator;
    readonly perMuWan: string | null;
    readonly entered: { readonly value: string; readonly unit: StandardValue['unit'] };
  }[];
}

/** The days of one row, all in one year. */
export interface WorkingDayEntry {
  readonly row: number;
  readonly year: number;
  readonly name: string;
  readonly source: string;
  readonly days: readonly { readonly day: Day; readonly kind: 'holiday' | 'make-up' }[];
}

const columnOfStandard: Readonly<Record<Indicator, string>> = {
  investment: 'standardInvestment',
  output: 'standardOutput',
  tax: 'standardTax',
};

/**
 * Builds standards from a row. Faults: `standard.value-empty` (an indicator without a value: 不设 must be written),
 * `standard.value-absent` (no column has a value) and `standard.validity` (it ends before it begins).
 */
export function standardEntry(
  row: number,
  read: ReadRow,
  column: ColumnOf,
  { directory }: EntryContext,
): Assembled<StandardEntry> {
  const value = valuesIn(read);
  const faults = [...read.faults];
  const values = valuesOf(value, column, read, faults);
  const [validFrom, validTo] = [value<Day>('validFrom'), value<Day>('validTo')];
  if (validFrom && validTo && validTo < validFrom)
    faults.push(fault(column, 'validTo', 'standard.validity', validTo, { validFrom, validTo }));
  const placeName = value<string>('place');
  const place =
    column('place') === null
      ? ({ kind: 'zone' } as const)
      : placeName === null
        ? reportMissing(faults, 'place', () => faults.push(fault(column, 'place', 'field.required', '')))
        : placed(placeName);
  if (faults.length > 0 || !place) return { faults };
  return {
    entry: {
      row,
      place,
      placeName: placeName ?? '全区',
      industryId: value<string>('industry'),
      validFrom: validFrom!,
      validTo,
      documentNo: value<string>('documentNo')!,
      source: value<string>('source') ?? '',
      derived: value<boolean>('derived') ?? false,
      values,
    },
  };

  function placed(name: string): StandardPlace | null {
    try {
      return standardPlaceNamed(name, value<StandardPlace['kind']>('placeLevel'), directory);
    } catch (refused) {
      if (!isRefusal(refused)) throw refused;
      faults.push(fault(column, 'place', refused.code, name.slice(0, 64), refused.facts));
      return null;
    }
  }
}

/** Reports a missing value, unless the cell itself was already refused. */
function reportMissing(faults: readonly CellFault[], field: string, notify: () => void): null {
  if (!faults.some((one) => one.field === field)) notify();
  return null;
}

function valuesOf(value: Value, column: ColumnOf, read: ReadRow, faults: CellFault[]): StandardEntry['values'] {
  const of = (indicator: Indicator, { perMuWan, value: typed, unit }: StandardValue) => ({
    indicator,
    perMuWan,
    entered: { value: typed, unit },
  });
  if (column('value') !== null && column('indicator') !== null) {
    const [indicator, amount] = [value<Indicator>('indicator'), value<StandardValue>('value')];
    if (indicator === null)
      reportMissing(faults, 'indicator', () => faults.push(fault(column, 'indicator', 'field.required', '')));
    if (amount === null)
      reportMissing(faults, 'value', () => faults.push(fault(column, 'value', 'standard.value-empty', '')));
    return indicator && amount ? [of(indicator, amount)] : [];
  }
  const found = indicators.flatMap((indicator) => {
    const amount = value<StandardValue>(columnOfStandard[indicator]);
    return amount ? [of(indicator, amount)] : [];
  });
  const first =
    indicators.map((indicator) => columnOfStandard[indicator]).find((field) => column(field) !== null) ?? 'value';
  if (found.length === 0 && !read.faults.some(({ field }) => field?.startsWith('standard')))
    faults.push(fault(column, first, 'standard.value-absent', ''));
  return found;
}

/**
 * Builds calendar days from a row. Faults: `field.required` (neither days off nor days worked) and
 * `calendar.make-up-on-weekday`. The year comes from the row, otherwise from the title (notice `year.from-title`).
 */
export function workingDayEntry(
  row: number,
  read: ReadRow,
  column: ColumnOf,
  { titleYear }: EntryContext,
): Assembled<WorkingDayEntry> {
  const value = valuesIn(read);
  const faults = [...read.faults];
  const ownYear = value<number>('year');
  const kind = value<'holiday' | 'make-up'>('dayKind');
  if (column('dayKind') !== null && kind === null && value('day') !== null)
    reportMissing(faults, 'dayKind', () => faults.push(fault(column, 'dayKind', 'field.required', '')));
  const days = [...daysIn('day', kind ?? 'holiday', 'lastDay'), ...daysIn('makeUp', 'make-up')];
  if (days.length === 0 && faults.length === 0)
    faults.push(fault(column, column('day') === null ? 'makeUp' : 'day', 'field.required', ''));
  for (const { day, kind: is } of days)
    if (is === 'make-up' && weekday(day) % 6 !== 0)
      faults.push(fault(column, value('makeUp') ? 'makeUp' : 'day', 'calendar.make-up-on-weekday', day, { day }));
  const years = new Set(days.map(({ day }) => yearOf(day)));
  if (years.size > 1)
    faults.push(fault(column, 'day', 'days.two-years', '', { from: days[0]!.day, to: days.at(-1)!.day }));
  if (faults.length > 0) return { faults };
  const fromTitle =
    ownYear === null &&
    titleYear !== null &&
    [value<DaySpan[]>('day'), value<DaySpan[]>('makeUp')].some((spans) =>
      spans?.some(({ from }) => from.year === null),
    );
  const entry = {
    row,
    year: [...years][0]!,
    name: value<string>('name') ?? '',
    source: value<string>('source') ?? '',
    days,
  };
  return fromTitle
    ? { entry, notices: [{ column: column('day') ?? column('makeUp') ?? 0, notice: 'year.from-title' }] }
    : { entry };

  function daysIn(field: string, is: 'holiday' | 'make-up', end?: string): WorkingDayEntry['days'] {
    const spans = value<readonly DaySpan[]>(field);
    if (!spans) return [];
    const last = end ? value<readonly DaySpan[]>(end) : null;
    try {
      return daysOfSpans(
        last?.length === 1 && spans.length === 1 ? [{ from: spans[0]!.from, to: last[0]!.from }] : spans,
        ownYear ?? titleYear,
      ).map((day) => ({ day, kind: is }));
    } catch (refused) {
      if (!isRefusal(refused)) throw refused;
      faults.push(fault(column, field, refused.code, '', refused.facts));
      return [];
    }
  }
}

import { isRefusal, type Facts } from '../refusal/index.js';
import type { ColumnUnit, PromiseUnit } from './column-units.js';
import { contractKindNamed, industryNamed, parkNamed, sourceNamed, type Directory } from './directory.js';
import type { Field } from './fields.js';
import type { GridCell } from './grid.js';
import { areaOf, moneyOf, promiseOf, withAmending } from './read-amount.js';
import {
  creditCodeOf,
  firmCodeOf,
  dayOrPeriodOf,
  fullProductionOf,
  nameOf,
  readable,
  textOf,
  yearOfCell,
  type CellNotice,
  type Notify,
} from './read-cell.js';
import { numberOf, percentOfCell } from './read-number.js';
import { dayKindNamed, daySpansOf } from './read-days.js';
import {
  anyIndustryNamed,
  indicatorNamed,
  openDayOf,
  placeLevelNamed,
  standardValueOf,
  yesNoOf,
} from './read-standard.js';

/** A wrong cell: its place, its content and the reason. */
export interface CellFault {
  readonly column: number | null;
  readonly field: string | null;
  readonly code: string;
  readonly value: string;
  readonly facts: Facts;
}

export interface NoticedCell {
  readonly column: number;
  readonly notice: CellNotice;
}

export interface ReadRow {
  /** By field; fields without a value are missing. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly CellFault[];
  readonly notices: readonly NoticedCell[];
}

/** A column with its field and unit. */
export interface MappedColumn {
  readonly column: number;
  readonly field: Field;
  readonly unit: ColumnUnit | null;
}

export interface ReadingContext {
  readonly directory: Directory;
  readonly dateSystem: 1900 | 1904;
}

/** Reads all mapped cells of a row and collects all faults. An empty required cell is `field.required`. */
export function readRow(
  columns: readonly MappedColumn[],
  cellAt: (column: number) => GridCell | undefined,
  context: ReadingContext,
): ReadRow {
  const values: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  const notices: NoticedCell[] = [];
  for (const { column, field, unit } of columns) {
    const cell = cellAt(column);
    const value = cell?.text ?? '';
    const noticed = new Set<CellNotice>();
    try {
      if (cell && (value.trim() !== '' || cell.formula))
        values[field.field] = valueOf(
          readable(cell, (notice) => noticed.add(notice)),
          field,
          unit,
          context,
          (notice) => noticed.add(notice),
        );
      else if (field.required)
        faults.push({ column, field: field.field, code: 'field.required', value: '', facts: {} });
    } catch (refused) {
      if (!isRefusal(refused)) throw refused;
      faults.push({ column, field: field.field, code: refused.code, value: value.slice(0, 64), facts: refused.facts });
    }
    for (const notice of noticed) notices.push({ column, notice });
  }
  return { values, faults, notices };
}

function valueOf(
  cell: GridCell,
  field: Field,
  unit: ColumnUnit | null,
  { directory, dateSystem }: ReadingContext,
  notify: Notify,
): unknown {
  switch (field.reads) {
    case 'name':
      return nameOf(cell, notify);
    case 'text':
      return textOf(cell);
    case 'credit-code':
      return creditCodeOf(cell, notify, directory.vouched);
    case 'firm-code':
      return firmCodeOf(cell, notify, directory.vouched);
    case 'park':
      return parkNamed(nameOf(cell, notify), directory);
    case 'industry':
      return industryNamed(nameOf(cell, notify), directory);
    case 'day':
      return dayOrPeriodOf(cell, dateSystem, unit, notify);
    case 'year':
      return yearOfCell(cell);
    case 'full-production':
      return fullProductionOf(cell, dateSystem, notify, unit);
    case 'area':
      return withAmending(cell, (amount) => areaOf(amount, unit, notify));
    case 'money':
      return moneyOf(cell, unit, notify, field);
    case 'promise':
      return withAmending(cell, (amount) => promiseOf(amount, unit as PromiseUnit | null, notify));
    case 'percent':
      return percentOfCell(cell, notify, unit);
    case 'number':
      return numberOf(cell, notify);
    case 'contract-kind':
      return contractKindNamed(nameOf(cell, notify));
    case 'source':
      return sourceNamed(nameOf(cell, notify));
    case 'indicator':
      return indicatorNamed(nameOf(cell, notify));
    case 'standard':
      return standardValueOf(cell, unit, notify);
    case 'place-level':
      return placeLevelNamed(nameOf(cell, notify));
    case 'any-industry':
      return anyIndustryNamed(nameOf(cell, notify), directory);
    case 'open-day':
      return openDayOf(cell, dateSystem);
    case 'yes-no':
      return yesNoOf(cell);
    case 'days':
      return daySpansOf(cell, dateSystem);
    case 'day-kind':
      return dayKindNamed(nameOf(cell, notify));
  }
}

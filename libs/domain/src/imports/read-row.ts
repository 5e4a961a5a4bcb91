import { isRefusal, type Facts } from '../refusal/index.js';
import type { ColumnUnit, PromiseUnit } from './column-units.js';
import { contractKindNamed, industryNamed, parkNamed, sourceNamed, type Directory } from './directory.js';
import type { Field } from './fields.js';
import type { GridCell } from './grid.js';
import {
  areaOf,
  creditCodeOf,
  fullProductionOf,
  moneyOf,
  nameOf,
  numberOf,
  percentOfCell,
  promiseOf,
  readable,
  textOf,
  withAmending,
  yearOfCell,
  type CellNotice,
  type Tell,
} from './read-cell.js';
import { dayOfCell } from './read-day.js';
import { dayKindNamed, spokenSpans } from './read-days.js';
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
    const told = new Set<CellNotice>();
    try {
      if (cell && (value.trim() !== '' || cell.formula))
        values[field.field] = valueOf(
          readable(cell, (notice) => told.add(notice)),
          field,
          unit,
          context,
          (notice) => told.add(notice),
        );
      else if (field.required)
        faults.push({ column, field: field.field, code: 'field.required', value: '', facts: {} });
    } catch (refused) {
      if (!isRefusal(refused)) throw refused;
      faults.push({ column, field: field.field, code: refused.code, value: value.slice(0, 64), facts: refused.facts });
    }
    for (const notice of told) notices.push({ column, notice });
  }
  return { values, faults, notices };
}

function valueOf(
  cell: GridCell,
  field: Field,
  unit: ColumnUnit | null,
  { directory, dateSystem }: ReadingContext,
  tell: Tell,
): unknown {
  switch (field.reads) {
    case 'name':
      return nameOf(cell, tell);
    case 'text':
      return textOf(cell);
    case 'credit-code':
      return creditCodeOf(cell, tell);
    case 'park':
      return parkNamed(nameOf(cell, tell), directory);
    case 'industry':
      return industryNamed(nameOf(cell, tell), directory);
    case 'day':
      return dayOfCell(cell, dateSystem);
    case 'year':
      return yearOfCell(cell);
    case 'full-production':
      return fullProductionOf(cell, dateSystem);
    case 'area':
      return withAmending(cell, (amount) => areaOf(amount, unit, tell));
    case 'money':
      return moneyOf(cell, unit, tell);
    case 'promise':
      return withAmending(cell, (amount) => promiseOf(amount, unit as PromiseUnit | null, tell));
    case 'percent':
      return percentOfCell(cell, tell);
    case 'number':
      return numberOf(cell, tell);
    case 'contract-kind':
      return contractKindNamed(nameOf(cell, tell));
    case 'source':
      return sourceNamed(nameOf(cell, tell));
    case 'indicator':
      return indicatorNamed(nameOf(cell, tell));
    case 'standard':
      return standardValueOf(cell, unit, tell);
    case 'place-level':
      return placeLevelNamed(nameOf(cell, tell));
    case 'any-industry':
      return anyIndustryNamed(nameOf(cell, tell), directory);
    case 'open-day':
      return openDayOf(cell, dateSystem);
    case 'yes-no':
      return yesNoOf(cell);
    case 'days':
      return spokenSpans(cell, dateSystem);
    case 'day-kind':
      return dayKindNamed(nameOf(cell, tell));
  }
}

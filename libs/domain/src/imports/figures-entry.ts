import { matchingProjectName } from '../enterprises/index.js';
import type { MoneyUnit, TypedMoney } from '../quantities/index.js';
import { indicators, type Indicator } from '../standards/index.js';
import { fault, valuesIn, type Assembled, type ColumnOf } from './assembled.js';
import type { ReadRow } from './read-row.js';

/** The figures of one enterprise for one year. */
export interface FiguresEntry {
  readonly row: number;
  readonly year: number;
  readonly creditCode: string;
  readonly enterpriseName: string | null;
  readonly projectName: string | null;
  readonly source: 'firm' | 'statistics' | 'tax-office' | 'other';
  readonly figures: readonly {
    readonly indicator: Indicator;
    readonly wan: string;
    readonly value: string;
    readonly unit: MoneyUnit;
  }[];
  readonly note: string | null;
}

const actualField: Readonly<Record<Indicator, string>> = {
  investment: 'actualInvestment',
  output: 'actualOutput',
  tax: 'actualTax',
};

/** Builds the figures of a row. Fault: `figures.absent` (no figure in the row). */
export function figuresEntry(row: number, read: ReadRow, column: ColumnOf): Assembled<FiguresEntry> {
  const value = valuesIn(read);
  const figures = indicators.flatMap((indicator) => {
    const amount = value<TypedMoney>(actualField[indicator]);
    return amount ? [{ indicator, wan: amount.wan, value: amount.value, unit: amount.unit }] : [];
  });
  if (read.faults.length > 0) return { faults: read.faults };
  if (figures.length === 0) return { faults: [fault(column, actualField.investment, 'figures.absent', '')] };
  return {
    entry: {
      row,
      year: value<number>('year')!,
      creditCode: value<string>('creditCode')!,
      enterpriseName: value<string>('enterpriseName'),
      projectName: value<string>('projectName'),
      source: value<FiguresEntry['source']>('source') ?? 'other',
      figures,
      note: value<string>('note'),
    },
  };
}

/** Rows with the same key are the figures of one enterprise, project and year. */
export const figuresKey = (entry: { creditCode: string; projectName: string | null; year: number }): string =>
  [entry.creditCode, matchingProjectName(entry.projectName ?? ''), entry.year].join('|');

import {
  contractEntry,
  contractKey,
  figuresEntry,
  figuresKey,
  type Assembled,
  type ColumnOf,
  type ContractEntry,
  type FiguresEntry,
} from './entries.js';
import type { ImportKind } from './fields.js';
import {
  standardEntry,
  workingDayEntry,
  type EntryContext,
  type StandardEntry,
  type WorkingDayEntry,
} from './reference-entries.js';
import type { ReadRow } from './read-row.js';

/** The content of one row. */
export type ImportEntry = ContractEntry | FiguresEntry | StandardEntry | WorkingDayEntry;

interface KindRules {
  entry(row: number, read: ReadRow, column: ColumnOf, context: EntryContext): Assembled<ImportEntry>;
  /**
   * If two rows have the same key, the later one is refused. undefined: duplicates are found when the rows are stored.
   */
  key(values: Readonly<Record<string, unknown>>): string | undefined;
}

/** For each kind: how an entry is built from a row, and which rows are the same. */
export const kindRules: Readonly<Record<ImportKind, KindRules>> = {
  'contract-ledger': {
    entry: contractEntry,
    key({ contractKind = 'performance', kind = contractKind, ...values }) {
      return values.creditCode && values.projectName
        ? contractKey({ ...values, kind } as Parameters<typeof contractKey>[0])
        : undefined;
    },
  },
  'annual-actuals': {
    entry: figuresEntry,
    key({ creditCode, projectName, year }) {
      return creditCode && year !== undefined
        ? figuresKey({
            creditCode: creditCode as string,
            projectName: (projectName as string | null | undefined) ?? null,
            year: year as number,
          })
        : undefined;
    },
  },
  'provincial-standards': { entry: standardEntry, key: () => undefined },
  'working-days': { entry: workingDayEntry, key: () => undefined },
};

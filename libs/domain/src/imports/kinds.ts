import type { Assembled, ColumnOf } from './assembled.js';
import { contractEntry, contractKey, type ContractEntry } from './contract-entry.js';
import { figuresEntry, figuresKey, type FiguresEntry } from './figures-entry.js';
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
  /** Rows of one key with different numbers are different records; without a number a row is the same. */
  number?(values: Readonly<Record<string, unknown>>): string | null;
}

/** For each kind: how an entry is built from a row, and which rows are the same. */
export const kindRules: Readonly<Record<ImportKind, KindRules>> = {
  'contract-ledger': {
    entry: contractEntry,
    key({ contractKind = 'performance', kind = contractKind, creditCode, ...values }) {
      if (creditCode === undefined || !values.projectName || !values.enterpriseName) return undefined;
      // What stands in place of a code is no code.
      const code = typeof creditCode === 'string' ? creditCode : null;
      return contractKey({ ...values, creditCode: code, kind } as Parameters<typeof contractKey>[0]);
    },
    number: ({ kind, contractNo }) =>
      kind === 'supplement' ? null : ((contractNo as string | null | undefined) ?? null),
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

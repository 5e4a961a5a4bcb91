import type { ImportCounts, ImportQuestion, ImportStatus, RowOutcome } from '@crm/api-contract/imports';
import type {
  CellFault,
  CellNotice,
  ColumnUnit,
  GridCell,
  GridMerge,
  ImportEntry,
  ImportKind,
  NoticedCell,
  RowKind,
  UnitCheck,
  UnitGroup,
} from '@crm/domain/imports';
import type { Facts } from '@crm/domain/refusal';
import { bytes, defineTable, flag, instant, integer, json, quietRecordColumns, text, uuid } from '@crm/platform/db';

/** A column as found, guessed, remembered or chosen. */
export interface StoredColumn {
  readonly column: number;
  readonly header: readonly string[];
  readonly samples: readonly string[];
  readonly field: string | null;
  readonly unit: ColumnUnit | null;
  readonly confidence: 'sure' | 'likely' | 'none' | 'remembered' | 'chosen';
  /** Cells with numbers; they are lost if nobody maps the column. Missing in imports of earlier versions. */
  readonly numbers?: number;
}

export interface ImportResult {
  readonly contracts: number;
  readonly enterprises: number;
  readonly projects: number;
  readonly commitments: number;
  readonly actuals: number;
  readonly standards: number;
  /** Open-ended versions of standards that now have an end. */
  readonly closed: number;
  /** Years of the working-day calendar. */
  readonly years: number;
  readonly days: number;
}

/** A credit code that fails its check, and who vouches that the register has it. */
export interface VouchedCode {
  readonly creditCode: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

type ColumnUnits = Partial<Record<UnitGroup, ColumnUnit>>;

/** An uploaded workbook, with its instructions and its result. */
export const importTable = defineTable('import', {
  id: uuid(),
  kind: text<ImportKind>(),
  fileName: text(),
  bytes: integer(),
  sha256: text(),
  status: text<ImportStatus>().default('uploaded'),
  sheet: text().later(),
  sheets: json<{ name: string; visible: boolean; rows: number }[]>().default([]),
  dateSystem: integer<1900 | 1904>().default(1900),
  merges: json<readonly GridMerge[]>().default([]),
  hiddenColumns: json<readonly number[]>().default([]),
  headerFirst: integer().later(),
  headerLast: integer().later(),
  columns: json<StoredColumn[]>().default([]),
  units: json<ColumnUnits>().default({}),
  skipped: json<readonly number[]>().default([]),
  unitChecks: json<readonly UnitCheck[]>().default([]),
  notices: json<readonly { readonly notice: CellNotice; readonly count: number }[]>().default([]),
  questions: json<readonly ImportQuestion[]>().default([]),
  confirmed: json<readonly string[]>().default([]),
  vouched: json<readonly VouchedCode[]>().default([]),
  /** The data that a revert needs. */
  undo: json<object>().later(),
  counts: json<ImportCounts>().later(),
  failure: json<{ readonly code: string; readonly facts: Facts }>().later(),
  result: json<Partial<ImportResult>>().later(),
  createdBy: uuid().references('app_user'),
  committedBy: uuid().later().references('app_user'),
  committedAt: instant().later(),
  revertedBy: uuid().later().references('app_user'),
  revertedAt: instant().later(),
  askedAt: instant().computed('now()'),
  endedAt: instant().later().hidden(),
  ...quietRecordColumns(),
  createdAt: instant().computed('now()'),
});

export const importFileTable = defineTable('import_file', {
  importId: uuid().primary().references('import'),
  content: bytes(),
});

/** The mapping that an office last used for the same header. */
export const importMappingTable = defineTable('import_mapping', {
  id: uuid(),
  kind: text<ImportKind>(),
  fingerprint: text(),
  columns: json<readonly Pick<StoredColumn, 'header' | 'field' | 'unit'>[]>(),
  units: json<ColumnUnits>(),
  savedBy: uuid().references('app_user'),
  departmentId: uuid().nullable().references('department'),
  ...quietRecordColumns(),
});

export const importProgressTable = defineTable('import_progress', {
  importId: uuid().primary().references('import'),
  done: integer(),
  total: integer(),
});

/** A row of the sheet, with a person's corrections and its outcome. */
export const importRowTable = defineTable('import_row', {
  importId: uuid().primary().references('import').hidden(),
  row: integer().primary(),
  kind: text<RowKind>().later(),
  hidden: flag().default(false),
  cells: json<GridCell[]>(),
  fixes: json<Readonly<Record<string, string>>>().default({}),
  outcome: text<RowOutcome>().later(),
  faults: json<readonly CellFault[]>().default([]),
  notices: json<readonly NoticedCell[]>().default([]),
  entry: json<ImportEntry>().later(),
});

import { cellNotices, importKinds } from '@crm/domain/imports';
import { z } from 'zod';
import { id, instant, version } from '../wire/index.js';
import { ImportQuestion } from './import-questions.contract.js';
import { MappedColumn, UnitCheck, headerRows, letter, rowNumber, unit } from './sheet-mapping.contract.js';

export const IMPORT_STATUSES = [
  'uploaded',
  'needs-mapping',
  'checking',
  'checked',
  'committing',
  'committed',
  'reverting',
  'failed',
  'reverted',
  'closed',
] as const;

export const ImportFault = z
  .object({
    row: rowNumber,
    column: letter.nullable(),
    header: z.string(),
    field: z.string().nullable(),
    value: z.string(),
    code: z.string(),
    message: z.string(),
    params: z.record(z.string(), z.unknown()),
    fix: z.string().nullable(),
  })
  .meta({ id: 'ImportFault' });

export const ImportCounts = z.object({
  rows: z.int().meta({ description: 'below the header' }),
  valid: z.int().meta({ description: 'rows that will be, or were, written' }),
  invalid: z.int(),
  skipped: z.int(),
  unchanged: z.int().meta({ description: 'already stored with the same values' }),
  differs: z.int().meta({ description: 'already stored with other values; these are not changed' }),
  skippedBy: z.object({
    subtotal: z.int(),
    total: z.int(),
    empty: z.int(),
    note: z.int(),
    header: z.int(),
    heading: z.int(),
    person: z.int(),
  }),
});

const person = z.object({ id, name: z.string() });
const summary = {
  id,
  kind: z.enum(importKinds),
  fileName: z.string(),
  bytes: z.int(),
  status: z.enum(IMPORT_STATUSES),
  counts: ImportCounts.nullable(),
  failure: z.object({ code: z.string(), message: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  progress: z.object({ done: z.int(), total: z.int() }).meta({
    description:
      'Rows read while `checking`, written while `committing`, taken back while `reverting`. It is only an indication: the status decides.',
  }),
  createdBy: person,
  createdAt: instant,
  committedAt: instant.nullable(),
  revertedAt: instant.nullable(),
  version,
};
export const ImportSummary = z.object(summary).meta({ id: 'ImportSummary' });

export const Import = z
  .object({
    ...summary,
    sha256: z.string(),
    sheet: z.string().nullable(),
    sheets: z.array(z.object({ name: z.string(), visible: z.boolean(), rows: z.int() })),
    headerRows: headerRows.nullable(),
    mapping: z.array(MappedColumn),
    fields: z
      .array(z.object({ field: z.string(), required: z.boolean(), units: z.array(unit) }))
      .meta({ description: 'the fields a column can have' }),
    missing: z.array(z.string()),
    leftOut: z
      .array(z.object({ column: letter, header: z.string(), numbers: z.int() }))
      .meta({ description: 'columns with numbers that no field takes; their values stay with the original rows only' }),
    doubled: z.array(z.string()),
    units: z.array(UnitCheck),
    notices: z.array(z.object({ notice: z.enum(cellNotices), count: z.int() })),
    errors: z.array(ImportFault).meta({ description: 'The first 1,000 faults; the error workbook has all of them.' }),
    skip: z.array(rowNumber),
    chosen: z
      .array(z.object({ row: rowNumber, value: z.string() }))
      .meta({ description: 'rows with an answer that is not a column: the contract of a supplement' }),
    questions: z.array(ImportQuestion),
    result: z
      .object({
        contracts: z.int(),
        enterprises: z.int(),
        projects: z.int(),
        commitments: z.int(),
        actuals: z.int(),
        standards: z.int(),
        closed: z.int(),
        years: z.int(),
        days: z.int(),
      })
      .nullable(),
  })
  .meta({ id: 'Import' });

export type Import = z.infer<typeof Import>;
export type ImportSummary = z.infer<typeof ImportSummary>;
export type ImportFault = z.infer<typeof ImportFault>;
export type ImportCounts = z.infer<typeof ImportCounts>;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

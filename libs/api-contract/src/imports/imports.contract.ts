import { areaUnits, moneyUnits } from '@crm/domain/quantities';
import { cellNotices, importKinds, percentUnits, periodUnits, promiseUnits, unitGroups } from '@crm/domain/imports';
import { z } from 'zod';
import { TouchedDrafts } from '../commitments/index.js';
import { INDICATORS } from '../standards/index.js';
import { id, instant, listQuery, pageOf, route, searched, version } from '../wire/index.js';

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
] as const;
export const COLUMN_UNITS = [
  ...new Set([...areaUnits, ...moneyUnits, ...promiseUnits, ...percentUnits, ...periodUnits]),
] as [string, ...string[]];
export const ROW_OUTCOMES = ['valid', 'invalid', 'skipped', 'unchanged', 'differs'] as const;
export const ROW_KINDS = ['title', 'header', 'heading', 'subtotal', 'total', 'note', 'empty', 'record'] as const;

const letter = z
  .string()
  .regex(/^[A-Z]{1,3}$/)
  .meta({ examples: ['K'], description: 'column letter of the spreadsheet' });
const rowNumber = z.int().min(1).max(1_048_576);
const unit = z.enum(COLUMN_UNITS);
const headerRows = z.object({ first: rowNumber, last: rowNumber });

const Units = z
  .object({ area: unit, investment: unit, promises: unit, figures: unit, standards: unit, percent: unit })
  .partial();

export const MappedColumn = z.object({
  column: letter,
  header: z.array(z.string()),
  samples: z.array(z.string()),
  field: z.string().nullable(),
  unit: unit.nullable(),
  hidden: z.boolean().meta({ description: 'hidden in the sheet' }),
  confidence: z.enum(['sure', 'likely', 'none', 'remembered', 'chosen']),
});

const UnitReading = z.object({
  unit,
  fits: z.int(),
  of: z.int(),
  example: z
    .object({
      row: rowNumber,
      promise: z.string(),
      areaMu: z.string(),
      promisedWan: z.string(),
      perMuWan: z.string(),
      statedWan: z.string(),
      apart: z.string(),
    })
    .optional(),
  means: z
    .object({ row: rowNumber, typed: z.string(), value: z.string() })
    .optional()
    .meta({ description: 'the first doubtful share or day as this unit would read it' }),
});
export const UnitCheck = z
  .object({
    group: z.enum(unitGroups),
    columns: z.array(letter),
    header: z.string(),
    stated: unit.nullable(),
    chosen: unit.nullable(),
    suggested: unit.nullable(),
    question: z.boolean(),
    against: letter.nullable(),
    readings: z.array(UnitReading),
  })
  .meta({
    id: 'UnitCheck',
    description:
      'What each unit would mean, compared with the total investment of the same rows. An open question blocks the import until `units` answers it; a column of days (`days`) is answered by the unit of its column in `mapping`.',
  });

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

const dayKind = z.enum(['holiday', 'make-up']).nullable();
export const ImportQuestion = z
  .object({
    key: z.string(),
    question: z.enum(['close-open-versions', 'replace-year', 'doubtful-figures', 'codes-join']),
    confirmed: z.boolean(),
    year: z.int().nullable(),
    days: z
      .array(z.object({ day: z.string(), before: dayKind, after: dayKind, name: z.string() }))
      .meta({ description: 'days of the year that would change; null: an ordinary day' }),
    versions: z
      .array(
        z.object({
          row: rowNumber,
          indicator: z.enum(INDICATORS),
          placeName: z.string(),
          industryName: z.string().nullable(),
          perMuWanBefore: z.string().nullable(),
          perMuWan: z.string().nullable(),
          since: z.string(),
          closesOn: z.string(),
          validFrom: z.string(),
        }),
      )
      .meta({ description: 'open-ended versions that would end, with the row that follows each' }),
    figures: z
      .array(
        z.object({
          row: rowNumber,
          enterpriseName: z.string(),
          indicator: z.enum(INDICATORS),
          year: z.int(),
          wan: z.string(),
          why: z.enum(['promise', 'scale', 'refund']),
          againstWan: z.string().nullable(),
          againstYear: z.int().nullable(),
        }),
      )
      .default([])
      .meta({ description: 'figures far from the promise or from earlier years, and refunds of tax' }),
    firms: z
      .array(z.object({ row: rowNumber, enterpriseId: id, name: z.string(), creditCode: z.string() }))
      .default([])
      .meta({ description: 'enterprises without a credit code that would get the code of their row' }),
  })
  .meta({
    id: 'ImportQuestion',
    description:
      'A question only a person can decide. Until then its rows are not imported. `confirm` takes its key, which is valid only for the difference shown.',
  });

export const TouchedByImport = TouchedDrafts.extend({
  waiting: z
    .int()
    .meta({ description: 'rows that are imported only once their question is confirmed; they are counted in `valid`' }),
}).meta({ id: 'TouchedByImport' });

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

const SheetRow = z.object({
  row: rowNumber,
  kind: z.enum(ROW_KINDS),
  outcome: z.enum(ROW_OUTCOMES).nullable(),
  hidden: z.boolean(),
  cells: z.array(
    z.object({
      column: letter,
      text: z.string(),
      number: z.boolean(),
      fault: z.boolean(),
      noticed: z.boolean(),
      fixed: z.boolean(),
    }),
  ),
});

const one = z.object({ id });
const states = ['import.state'];

export const imports = {
  create: route({
    method: 'POST',
    path: '/imports',
    costs: 'import',
    access: ['import', 'Import'],
    status: 201,
    multipart: true,
    summary: { zh: '上传要导入的表格', en: 'Upload a sheet to import' },
    description:
      'multipart/form-data, `kind` before `file`: .xlsx or .csv, at most 50 MB. The worker reads the sheet; follow `GET /imports/:id` or the live topic `imports`.',
    body: z.strictObject({ kind: z.enum(importKinds) }),
    response: Import,
    refuses: [
      'upload.missing',
      'upload.too-large',
      'upload.cut-off',
      'upload.name',
      'upload.busy',
      'upload.yours',
      'upload.slow',
      'upload.infected',
      'upload.unscanned',
      'sheet.empty',
      'sheet.format',
      'sheet.old-format',
      'sheet.encrypted',
      'sheet.damaged',
      'sheet.too-large',
    ],
  }),
  list: route({
    method: 'GET',
    path: '/imports',
    access: ['read', 'Import'],
    summary: { zh: '导入记录', en: 'Imports' },
    query: listQuery({
      filter: {
        kind: z.enum(importKinds),
        status: z.enum(IMPORT_STATUSES),
        status_in: z.array(z.enum(IMPORT_STATUSES)).max(9),
        q: searched,
      },
      sorts: ['createdAt', 'fileName', 'status'],
      defaultSort: 'createdAt',
      defaultOrder: 'desc',
    }),
    response: pageOf(ImportSummary),
  }),
  one: route({
    method: 'GET',
    path: '/imports/:id',
    access: ['read', 'Import'],
    summary: { zh: '一次导入', en: 'Import' },
    params: one,
    response: Import,
  }),
  change: route({
    method: 'PATCH',
    path: '/imports/:id',
    access: ['import', 'Import'],
    guarded: true,
    summary: { zh: '改对应列、单位，就地改正或跳过行', en: 'Map columns, answer unit questions, correct or skip rows' },
    description:
      'The sheet is checked again. A fix replaces the cell (an empty text empties it); `value: null` removes the fix. `column: null`: an answer that is not a column, such as the contract of a supplement.',
    params: one,
    body: z.strictObject({
      sheet: z.string().min(1).max(64).optional(),
      headerRows: headerRows.optional(),
      mapping: z
        .array(
          z.strictObject({ column: letter, field: z.string().max(40).nullable(), unit: unit.nullable().optional() }),
        )
        .max(200)
        .optional(),
      units: Units.optional(),
      fixes: z
        .array(z.strictObject({ row: rowNumber, column: letter.nullable(), value: z.string().max(2_000).nullable() }))
        .max(500)
        .optional(),
      skip: z.array(rowNumber).max(1_000).optional(),
      unskip: z.array(rowNumber).max(1_000).optional(),
      confirm: z.array(z.string().max(120)).max(20).optional(),
      unconfirm: z.array(z.string().max(120)).max(20).optional(),
    }),
    response: Import,
    refuses: [...states, 'sheet.unknown', 'mapping.column-unknown', 'mapping.header-rows', 'mapping.field-twice'],
  }),
  commit: route({
    method: 'POST',
    path: '/imports/:id/commit',
    access: ['import', 'Import'],
    status: 200,
    summary: { zh: '导入', en: 'Import the valid rows' },
    description:
      'The worker writes all valid rows in one transaction; faulty rows stay in the error workbook. Of two simultaneous requests one gets 409.',
    params: one,
    response: Import,
    refuses: [...states, 'import.nothing', 'import.unit-open'],
  }),
  revert: route({
    method: 'POST',
    path: '/imports/:id/revert',
    access: ['import', 'Import'],
    status: 200,
    summary: { zh: '撤销导入', en: 'Revert an import' },
    description:
      'Takes back everything the import brought, if none of it has changed since. A conflict found now is refused at once; otherwise the worker begins (`reverting`). A conflict found later leaves the import `committed`, with the reason in `failure`.',
    params: one,
    response: Import,
    refuses: [...states, 'import.in-use', 'standard.in-use', 'standard.followed', 'calendar.changed-since'],
  }),
  rows: route({
    method: 'GET',
    path: '/imports/:id/rows',
    access: ['read', 'Import'],
    summary: { zh: '原表', en: 'The original sheet' },
    params: one,
    query: z
      .strictObject({
        from: z
          .string()
          .regex(/^\d{1,7}$/)
          .transform(Number)
          .optional(),
        to: z
          .string()
          .regex(/^\d{1,7}$/)
          .transform(Number)
          .optional(),
      })
      .meta({ description: 'at most 200 rows' }),
    response: z.object({ columns: z.array(letter), rows: z.array(SheetRow), last: z.int() }),
  }),
  touched: route({
    method: 'GET',
    path: '/imports/:id/touched',
    access: ['read', 'Import'],
    summary: { zh: '这批标准影响哪些未签合同', en: 'Unsigned contracts affected by these standards' },
    description:
      'Only for a checked import of standards; otherwise, and after the import, the list is empty. Rows that wait for a confirmation count as confirmed.',
    params: one,
    response: TouchedByImport,
  }),
  errorWorkbook: route({
    method: 'GET',
    path: '/imports/:id/error-workbook',
    costs: 'export',
    access: ['read', 'Import'],
    summary: { zh: '错误表', en: 'Error workbook' },
    description: 'The faulty rows with the reason beside each. They can be corrected and uploaded again.',
    params: one,
    download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  template: route({
    method: 'GET',
    path: '/import-templates',
    access: ['read', 'Import'],
    summary: { zh: '下载模板', en: 'Template' },
    query: z.strictObject({ kind: z.enum(importKinds) }),
    download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
};

export type Import = z.infer<typeof Import>;
export type ImportSummary = z.infer<typeof ImportSummary>;
export type ImportFault = z.infer<typeof ImportFault>;
export type ImportQuestion = z.infer<typeof ImportQuestion>;
export type ImportCounts = z.infer<typeof ImportCounts>;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
export type TouchedByImport = z.infer<typeof TouchedByImport>;
export type UnitCheck = z.infer<typeof UnitCheck>;
export type MappedColumn = z.infer<typeof MappedColumn>;
export type SheetRow = z.infer<typeof SheetRow>;

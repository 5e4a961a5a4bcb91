import { importKinds } from '@crm/domain/imports';
import { z } from 'zod';
import { id, line, listQuery, note, pageOf, route, searched } from '../wire/index.js';
import { IMPORT_STATUSES, Import, ImportSummary } from './import-record.contract.js';
import { RowCorrection } from './row-corrections.contract.js';
import { SheetRow } from './sheet-rows.contract.js';
import { TouchedByImport } from './import-questions.contract.js';
import { Units, headerRows, letter, rowNumber, unit } from './sheet-mapping.contract.js';

const one = z.object({ id });
const states = ['import.state'];
const rowCorrections = z.object({ data: z.array(RowCorrection) });

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
        status_in: z.array(z.enum(IMPORT_STATUSES)).max(IMPORT_STATUSES.length),
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
      vouch: z
        .array(z.strictObject({ creditCode: line(40), reason: line(200).nullable() }))
        .max(50)
        .optional()
        .meta({
          description:
            'the register has this code although it fails its check: who saw it, and where; null takes it back',
        }),
    }),
    response: Import,
    refuses: [
      ...states,
      'uscc.check',
      'sheet.unknown',
      'mapping.column-unknown',
      'mapping.header-rows',
      'mapping.field-twice',
    ],
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
  close: route({
    method: 'POST',
    path: '/imports/:id/close',
    access: ['import', 'Import'],
    status: 200,
    summary: { zh: '不导入，关闭', en: 'Close an import without importing' },
    description:
      'Ends an import that waits for a person (`needs-mapping`, `checked`), for example one whose rows are all faulty. Nothing is written; the sheet, its faults and the reason stay. It cannot be opened again; the file can be uploaded again.',
    params: one,
    body: z.strictObject({ reason: line(200) }),
    response: Import,
    refuses: states,
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
    tells: 'read',
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
  corrections: route({
    method: 'GET',
    path: '/imports/:id/corrections',
    access: ['read', 'Import'],
    tells: 'read',
    summary: { zh: '与系统不同的行，可提请更正', en: 'Rows that differ, and their corrections' },
    description:
      'Of a contract ledger: each row whose signed contract is stored with other values, with both values (amounts in 万元, areas in 亩) and the latest correction asked for from it. Of annual figures: each row with another value than the stored one of its contract, indicator, year and source (万元). The first 500 rows.',
    params: one,
    response: rowCorrections,
  }),
  correct: route({
    method: 'POST',
    path: '/imports/:id/corrections',
    access: ['import', 'Import'],
    status: 200,
    summary: { zh: '按这几行提请更正', en: 'Ask for the corrections of these rows' },
    description:
      'For rows that were right while the system was wrong. Each row becomes a correction of its contract with the same reason; the workbook is the evidence, and another person agrees (approval of the kind `contract-correction`). A row that cannot be corrected has its reason in `refused`; the others are asked for. What changes the deal is a supplement. Annual figures are corrected at once, as by hand: the old value is kept with the reason, and a verified figure is locked.',
    params: one,
    body: z.strictObject({
      rows: z.array(rowNumber).min(1).max(100),
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: rowCorrections,
    refuses: [
      ...states,
      'correction.settled',
      'correction.land-which',
      'correction.paper',
      'access.scope',
      'actual.locked',
      'actual.asked',
    ],
  }),
  touched: route({
    method: 'GET',
    path: '/imports/:id/touched',
    access: ['read', 'Import'],
    tells: 'read',
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
    tells: 'nothing',
    summary: { zh: '下载模板', en: 'Template' },
    query: z.strictObject({ kind: z.enum(importKinds) }),
    download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
};

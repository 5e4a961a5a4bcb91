import { classMoves } from '@crm/domain/per-mu-classes';
import { z } from 'zod';
import { decimal, decimalOut, id, instant, line, note, route, version, year } from '../wire/index.js';
import { ROUND_FIRMS } from '../choices/index.js';

export const CLASS_MOVES = classMoves;
export const ROUND_STATES = ['draft', 'closed'] as const;

const ItemOut = z.object({ key: z.string(), name: z.string(), unit: z.string(), base: decimalOut, weight: decimalOut });
const BandOut = z.object({ name: z.string(), percent: decimalOut });
const formulaOut = {
  items: z.array(ItemOut),
  capped: z.boolean().meta({ description: 'no item earns more than its weight' }),
  bands: z.array(BandOut).meta({ description: 'percent of the scored enterprises, best class first' }),
};
const formulaIn = {
  items: z
    .array(
      z.strictObject({ key: line(60), name: line(60), unit: z.string().max(30), base: decimal(), weight: decimal() }),
    )
    .min(1)
    .max(20),
  capped: z.boolean(),
  bands: z
    .array(z.strictObject({ name: line(20), percent: decimal() }))
    .min(1)
    .max(10),
};
const formulaRefuses = [
  'score.weights',
  'score.base',
  'score.weight',
  'score.item-twice',
  'class.percent',
  'class.share',
  'class.twice',
];

export const EvaluationFormula = z
  .object({ ...formulaOut, reason: z.string(), enteredBy: z.string().nullable(), knownFrom: instant, version })
  .meta({ id: 'EvaluationFormula' });

export const evaluationFormula = {
  inForce: route({
    method: 'GET',
    path: '/evaluation-formula',
    access: ['read', 'EvaluationFormula'],
    summary: { zh: '亩均评价默认公式', en: 'The default formula of new rounds' },
    response: EvaluationFormula,
  }),
  change: route({
    method: 'POST',
    path: '/evaluation-formula',
    access: ['update', 'EvaluationFormula'],
    status: 200,
    guarded: true,
    summary: { zh: '变更默认公式', en: 'Change the default formula' },
    description: 'Applies to new rounds; each round has its own copy. The old formula is kept.',
    body: z.strictObject({ ...formulaIn, reason: line(500) }),
    response: EvaluationFormula,
    refuses: formulaRefuses,
  }),
};

export const EvaluationRound = z
  .object({
    id,
    year: z.int(),
    status: z.enum(ROUND_STATES),
    ...formulaOut,
    firms: z.int(),
    scored: z.int(),
    notScorable: z.int(),
    closedAt: instant.nullable(),
    closedBy: z.string().nullable(),
    reopenReason: z.string().nullable(),
    version,
  })
  .meta({ id: 'EvaluationRound' });

const Value = z.object({ value: decimalOut, source: z.string(), enteredBy: z.string().nullable(), knownFrom: instant });
const Standing = z.object({ score: decimalOut, rank: z.int(), class: z.string() });

export const EvaluatedFirm = z
  .object({
    enterpriseId: id,
    enterpriseName: z.string(),
    enterpriseShortName: z.string(),
    parkName: z.string().nullable(),
    values: z.record(z.string(), Value),
    result: Standing.extend({ parts: z.array(z.object({ key: z.string(), points: decimalOut, capped: z.boolean() })) })
      .nullable()
      .meta({ description: 'null: not scorable, see `missing`' }),
    missing: z.array(z.string()),
    before: Standing.nullable().meta({ description: 'in the last closed round before' }),
    move: z.enum(CLASS_MOVES).nullable(),
  })
  .meta({ id: 'EvaluatedFirm' });

/** A value the system knows: 税收 of the year ÷ 亩 of the signed contracts, 万元/亩, six decimal places. */
const Proposal = z.object({
  enterpriseId: id,
  item: z.string(),
  value: decimalOut,
  taxWan: decimalOut,
  areaMu: decimalOut,
  contracts: z.int(),
});

export const EvaluationRoundInFull = EvaluationRound.extend({
  previousYear: z.int().nullable(),
  classes: z.array(
    z.object({ name: z.string(), percent: decimalOut, firms: z.int(), sharePercent: decimalOut.nullable() }),
  ),
  rows: z.array(EvaluatedFirm).meta({ description: 'by rank; those not scorable come last' }),
  proposals: z
    .array(Proposal)
    .meta({ description: 'only for a draft: values the system knows where none is entered, or another one' }),
}).meta({ id: 'EvaluationRoundInFull' });

const place = z.string().nullable().meta({ description: 'column letter of the spreadsheet' });
/** The content of a workbook, to be shown in a grid; nothing of it is written. */
export const ValuesSheet = z
  .object({
    fileName: z.string(),
    sheet: z.string(),
    headerRow: z.int(),
    columns: z.array(z.object({ column: z.string(), header: z.string(), item: z.string() })),
    unread: z
      .array(z.object({ column: z.string(), header: z.string() }))
      .meta({ description: 'columns that match no item' }),
    rows: z.array(
      z.object({
        row: z.int(),
        firm: z.string(),
        enterpriseId: id.nullable(),
        joins: z.boolean().meta({ description: 'not in the round yet' }),
        values: z.record(z.string(), decimalOut),
      }),
    ),
    faults: z.array(
      z.object({
        row: z.int(),
        column: place,
        header: z.string(),
        item: z.string().nullable().meta({ description: 'null: the enterprise column' }),
        value: z.string(),
        code: z.string(),
        message: z.string(),
        params: z.record(z.string(), z.unknown()),
      }),
    ),
    skipped: z.int().meta({ description: 'sums, notes, empty rows' }),
    rounded: z.int().meta({ description: 'values rounded half up to six places' }),
  })
  .meta({ id: 'ValuesSheet' });

const params = z.object({ id });
const changeable = ['evaluation.closed'];

export const evaluationRounds = {
  list: route({
    method: 'GET',
    path: '/evaluation-rounds',
    access: ['read', 'Evaluation'],
    summary: { zh: '亩均评价轮次', en: 'Rounds of the per-mu evaluation' },
    response: z.object({ data: z.array(EvaluationRound) }),
  }),
  one: route({
    method: 'GET',
    path: '/evaluation-rounds/:id',
    access: ['read', 'Evaluation'],
    summary: { zh: '亩均评价', en: 'A round with all its enterprises' },
    description:
      'A draft is computed on request; a closed round is as it was closed. A secretary gets their own enterprises, ranked among all.',
    params,
    response: EvaluationRoundInFull,
  }),
  create: route({
    method: 'POST',
    path: '/evaluation-rounds',
    access: ['create', 'Evaluation'],
    status: 201,
    summary: { zh: '新建评价轮次', en: 'Create a round' },
    description: 'With a copy of the default formula.',
    body: z.strictObject({ year, firms: z.enum(ROUND_FIRMS) }),
    response: EvaluationRoundInFull,
    refuses: ['evaluation.year-twice', 'evaluation.future'],
  }),
  changeFormula: route({
    method: 'PATCH',
    path: '/evaluation-rounds/:id',
    access: ['update', 'EvaluationFormula'],
    guarded: true,
    summary: { zh: '变更本轮公式', en: 'Change the formula of a round' },
    params,
    body: z.strictObject(formulaIn),
    response: EvaluationRoundInFull,
    refuses: [...formulaRefuses, 'evaluation.closed'],
  }),
  enter: route({
    method: 'POST',
    path: '/evaluation-rounds/:id/values',
    access: ['update', 'Evaluation'],
    status: 200,
    summary: { zh: '批量填报指标值', en: 'Enter values' },
    description:
      'Enterprises by id, credit code or name; one that is not in the round joins it. All or nothing; faults name their cells. A changed value needs a reason, and the old one is kept. null withdraws a value.',
    params,
    body: z.strictObject({
      source: line(120),
      reason: note(500).optional(),
      rows: z
        .array(
          z.strictObject({
            enterpriseId: id.optional(),
            firm: line(120).optional(),
            values: z.record(z.string().max(60), decimal().nullable()),
          }),
        )
        .min(1)
        .max(500),
    }),
    response: z.object({
      entered: z.int(),
      corrected: z.int(),
      withdrawn: z.int(),
      unchanged: z.int(),
      joined: z.int(),
    }),
    refuses: [
      'evaluation.closed',
      'evaluation.firm-unknown',
      'evaluation.firm-ambiguous',
      'evaluation.firm-twice',
      'evaluation.item-unknown',
      'evaluation.reason',
      'field.required',
    ],
  }),
  readSheet: route({
    method: 'POST',
    path: '/evaluation-rounds/:id/values-sheet',
    costs: 'upload',
    access: ['update', 'Evaluation'],
    status: 200,
    multipart: true,
    summary: { zh: '读取指标值工作簿', en: 'Read values from a workbook' },
    description:
      'multipart/form-data with `file`: .xlsx or .csv, at most 50 MB and 500 enterprises. Columns are found by their headers, also by other names. Nothing is written: the answer is the input for `values`, plus every unreadable cell with row, column and reason.',
    params,
    body: z.strictObject({}),
    response: ValuesSheet,
    refuses: [
      'evaluation.closed',
      'evaluation.sheet-header',
      'evaluation.sheet-rows',
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
      'sheet.texts-missing',
      'sheet.dtd',
      'sheet.too-large',
      'sheet.time',
      'sheet.memory',
    ],
  }),
  take: route({
    method: 'POST',
    path: '/evaluation-rounds/:id/take-proposals',
    access: ['update', 'Evaluation'],
    status: 200,
    summary: { zh: '采用系统已知的值', en: 'Use values the system knows' },
    description: 'Fills only missing values; the source names tax and area.',
    params,
    body: z.strictObject({}),
    response: z.object({ entered: z.int() }),
    refuses: changeable,
  }),
  leaveOut: route({
    method: 'POST',
    path: '/evaluation-rounds/:id/leave-out',
    access: ['update', 'Evaluation'],
    status: 200,
    summary: { zh: '企业不参加本轮', en: 'Exclude an enterprise from the round' },
    params,
    body: z.strictObject({ enterpriseId: id, reason: line(500) }),
    response: z.object({ firms: z.int() }),
    refuses: ['evaluation.closed', 'record.absent'],
  }),
  close: route({
    method: 'POST',
    path: '/evaluation-rounds/:id/close',
    access: ['decide', 'Evaluation'],
    status: 200,
    guarded: true,
    summary: { zh: '关闭并定档', en: 'Close the round: ranks and classes become final' },
    description:
      'Freezes formula, values, scores, ranks and classes. `notScorable` is the number of enterprises not scorable as the caller sees it: they get no class.',
    params,
    body: z.strictObject({ notScorable: z.int().min(0) }),
    response: EvaluationRoundInFull,
    refuses: ['evaluation.closed', 'evaluation.nothing-scored', 'evaluation.not-scorable'],
  }),
  reopen: route({
    method: 'POST',
    path: '/evaluation-rounds/:id/reopen',
    access: ['decide', 'Evaluation'],
    status: 200,
    guarded: true,
    summary: { zh: '重新打开', en: 'Reopen, with a reason' },
    description: 'The earlier result is kept; the next closing adds its own.',
    params,
    body: z.strictObject({ reason: line(500) }),
    response: EvaluationRoundInFull,
    refuses: ['evaluation.not-closed'],
  }),
  firm: route({
    method: 'GET',
    path: '/evaluation-rounds/:id/firms/:enterpriseId',
    access: ['read', 'Evaluation'],
    summary: { zh: '企业在本轮的指标值沿革', en: 'All versions of an enterprise’s values' },
    params: z.object({ id, enterpriseId: id }),
    response: z.object({
      entries: z.array(Value.extend({ item: z.string(), reason: z.string().nullable(), knownTo: instant.nullable() })),
    }),
  }),
};

export type EvaluationFormula = z.infer<typeof EvaluationFormula>;
export type EvaluationRound = z.infer<typeof EvaluationRound>;
export type EvaluationRoundInFull = z.infer<typeof EvaluationRoundInFull>;
export type EvaluatedFirm = z.infer<typeof EvaluatedFirm>;
export type ValuesSheet = z.infer<typeof ValuesSheet>;

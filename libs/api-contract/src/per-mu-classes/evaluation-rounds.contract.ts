import { z } from 'zod';
import { decimal, id, instant, line, note, route, year } from '../wire/index.js';
import { ROUND_FIRMS } from '../choices/index.js';
import { EvaluationRound, EvaluationRoundInFull, Value } from './evaluation-record.contract.js';
import { ValuesSheet } from './values-sheet.contract.js';
import { formulaIn, formulaRefuses } from './evaluation-formula.contract.js';

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

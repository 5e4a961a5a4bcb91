import { lights as LIGHTS } from '@crm/domain/lights';
import { z } from 'zod';
import { AmountIn, Typed } from '../contracts/index.js';
import {
  day,
  decimal,
  decimalOut,
  id,
  instant,
  line,
  note,
  paged,
  route,
  version,
  withinReach,
  year,
} from '../wire/index.js';

export { LIGHTS };
/** 全区, 园区, 项目, 合同. */
export const PACE_SUBJECTS = ['zone', 'park', 'project', 'contract'] as const;
export const PACE_CELLS_MAX = 600;

const BandOut = z.object({
  light: z.enum(LIGHTS),
  aboveBehind: decimalOut.nullable(),
  uptoBehind: decimalOut.nullable(),
});

export const LightBands = z
  .object({
    bands: z.array(BandOut).meta({
      description: 'in order; % behind the plan, `aboveBehind` exclusive, `uptoBehind` inclusive, null: unbounded',
    }),
    reason: z.string(),
    enteredBy: z.string().nullable(),
    knownFrom: instant,
    knownTo: instant.nullable(),
    version,
  })
  .meta({ id: 'LightBands' });

export const lightBands = {
  inForce: route({
    method: 'GET',
    path: '/light-bands',
    access: ['read', 'LightBands'],
    summary: { zh: '进度灯档位表', en: 'Bands of the lights' },
    description: 'The table in force and all earlier ones, newest first.',
    response: z.object({ inForce: LightBands, history: z.array(LightBands) }),
  }),
  change: route({
    method: 'POST',
    path: '/light-bands',
    access: ['update', 'LightBands'],
    status: 200,
    guarded: true,
    summary: { zh: '变更档位表', en: 'Change the bands' },
    description: 'Applies from now on: months that have ended keep their light. The old table is kept.',
    body: z.strictObject({
      bands: z
        .array(
          z.strictObject({
            light: z.enum(LIGHTS),
            aboveBehind: decimal().nullable(),
            uptoBehind: decimal().nullable(),
          }),
        )
        .max(20),
      reason: note(500),
    }),
    response: LightBands,
    refuses: [
      'bands.gap',
      'bands.overlap',
      'bands.open-end',
      'bands.empty-band',
      'bands.order',
      'bands.range',
      'bands.unchanged',
      'field.required',
    ],
  }),
};

const PaceFigure = z.object({
  valueWan: decimalOut,
  entered: Typed,
  source: z.string(),
  enteredBy: z.string().nullable(),
  knownFrom: instant,
});

export const PaceMonth = z.object({
  month: z.int().min(1).max(12),
  plan: PaceFigure.nullable(),
  actual: PaceFigure.nullable(),
  light: z.enum(LIGHTS).nullable().meta({ description: 'null: plan or actual is missing' }),
  behindPercent: decimalOut.nullable(),
  behindWan: decimalOut.nullable(),
  escalates: z.boolean(),
  planFalls: z.boolean(),
  actualFalls: z.boolean(),
});

export const PaceTarget = z
  .object({
    id,
    subjectKind: z.enum(PACE_SUBJECTS),
    subjectId: id.nullable().meta({ description: 'park, project or contract; null: the whole zone' }),
    subjectName: z.string(),
    subjectLink: z.string().nullable(),
    parkId: id.nullable(),
    indicator: z.string(),
    year: z.int(),
    months: z.array(PaceMonth).meta({ description: 'months with an entry; 万元 since 1 January' }),
    latest: PaceMonth.nullable().meta({ description: 'the latest month that has a light' }),
    escalated: z.boolean(),
  })
  .meta({ id: 'PaceTarget' });

/** A target that asks for attention, with its latest light. */
const EscalatedTarget = z.object({
  id,
  subjectKind: z.enum(PACE_SUBJECTS),
  subjectName: z.string(),
  indicator: z.string(),
  month: z.int(),
  light: z.enum(LIGHTS),
  behindPercent: decimalOut.nullable(),
  behindWan: decimalOut.nullable(),
});

/** What was entered and when, including the old value of a correction. */
const PaceEntry = PaceFigure.extend({
  month: z.int(),
  kind: z.enum(['plan', 'actual']),
  reason: z.string().nullable(),
  knownTo: instant.nullable(),
});

const yearText = z
  .string()
  .regex(/^(19|20)\d{2}$/)
  .transform(Number);
const Cell = z.strictObject({
  subjectKind: z.enum(PACE_SUBJECTS),
  subjectId: id.nullable().optional(),
  indicator: line(40),
  month: z.int().min(1).max(12),
  plan: AmountIn.optional(),
  actual: AmountIn.optional(),
});

export const paceTargets = {
  list: route({
    method: 'GET',
    path: '/pace-targets',
    access: ['read', 'PaceTarget'],
    summary: { zh: '进度灯', en: 'Targets and their lights' },
    description:
      'Zone, parks, projects and contracts by month of a year. A month is judged by the bands in force when it ended. `asOf`: as known at the end of that day; without it: as known now. `data` is one page (40, at most 200); `escalated` covers the year with all its indicators, the furthest behind first, at most 100.',
    query: z
      .strictObject({ year: yearText, indicator: line(40).optional(), asOf: day.optional(), ...paged })
      .superRefine(withinReach),
    response: z.object({
      year: z.int(),
      asOf: z.string(),
      known: z.enum(['now', 'then']),
      data: z.array(PaceTarget),
      years: z.array(z.int()),
      indicators: z.array(z.string()),
      total: z.int().meta({ description: 'targets of all pages' }),
      escalated: z.array(EscalatedTarget),
      escalatedTotal: z.int(),
      truncated: z.boolean().meta({ description: 'there are targets after this page' }),
    }),
  }),
  one: route({
    method: 'GET',
    path: '/pace-targets/:id',
    access: ['read', 'PaceTarget'],
    summary: { zh: '进度目标', en: 'A target and all its entries' },
    params: z.object({ id }),
    response: PaceTarget.extend({ entries: z.array(PaceEntry).meta({ description: 'newest first' }) }).meta({
      id: 'PaceTargetInFull',
    }),
  }),
  enter: route({
    method: 'POST',
    path: '/pace-targets/figures',
    access: ['create', 'PaceTarget'],
    status: 200,
    summary: { zh: '批量填报计划与实绩', en: 'Enter plans and actuals' },
    description:
      'Sums since 1 January, in any unit of money. All or nothing; faults name their cells. A changed value is a correction and needs a reason; the old value is kept. Cells left out stay.',
    body: z.strictObject({
      year,
      source: line(120),
      reason: note(500).optional(),
      cells: z.array(Cell).min(1).max(PACE_CELLS_MAX),
    }),
    response: z.object({ entered: z.int(), corrected: z.int(), unchanged: z.int() }),
    refuses: [
      'pace.future',
      'pace.reason',
      'pace.cell-twice',
      'pace.nothing',
      'park.unknown',
      'pace.subject-unknown',
      'field.required',
      'money.too-fine',
      'money.range',
    ],
  }),
};

export type LightBands = z.infer<typeof LightBands>;
export type PaceTarget = z.infer<typeof PaceTarget>;
export type PaceMonth = z.infer<typeof PaceMonth>;
export type PaceSubject = (typeof PACE_SUBJECTS)[number];

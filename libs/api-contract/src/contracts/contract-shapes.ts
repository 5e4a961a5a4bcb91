import { z } from 'zod';
import { contractKinds, contractStates, milestoneKinds } from '@crm/domain/contracts';
import { areaBases, areaUnits, moneyUnits } from '@crm/domain/quantities';
import { indicators, promisedIndicators, quantityUnits, typedUnits } from '@crm/domain/standards';
import { day, decimal, decimalOut, id, instant, line, note, version, year } from '../wire/index.js';

export const CONTRACT_KINDS = contractKinds;
export const CONTRACT_STATES = contractStates;
export const MILESTONE_KINDS = milestoneKinds;
/** Indicators with a provincial standard, in 万元 and per mu. */
export const INDICATOR_NAMES = indicators;
/** All indicators: the three with a standard, and 研发投入, 研发投入占比, 研发人员, 就业人数, 综合能耗. */
export const PROMISED_INDICATORS = promisedIndicators;
export const VERDICTS = ['met', 'warning', 'breach', 'no-data', 'not-due', 'waived'] as const;
export const CHANNELS = ['产业招商', '平台招商', '并购招商', '以商招商', '委托招商'] as const;

/** An amount as typed. Stored are 万元, and the typed value is kept. `{ value: "66.3", unit: "yi" }` is 663,000 万元. */
export const AmountIn = z.strictObject({ value: decimal(), unit: z.enum(moneyUnits) });
/**
 * A quantity as typed: money in 元, 万元 or 亿元, otherwise in the unit of the indicator. `{ value: "120", unit: "person" }`
 */
export const QuantityIn = z.strictObject({ value: decimal(), unit: z.enum(typedUnits) });
/** The unit of an indicator's quantities, and its direction: at least, or at most (综合能耗). */
export const measure = {
  unit: z
    .enum(quantityUnits)
    .meta({ description: 'wan 万元, person 人, percent %, tce 吨标准煤; it follows from the indicator' }),
  bound: z.enum(['at-least', 'at-most']),
};
/**
 * An area as written in the documents. Stored are exact 亩, and the typed value is kept. `{ value: "18731", unit: "sqm"
 * }` is 28.0965 亩.
 */
export const AreaIn = z.strictObject({ value: decimal(), unit: z.enum(areaUnits) });
export const Typed = z.object({ value: decimalOut, unit: z.string() });

export const perIndicator = <Item extends z.ZodType>(item: Item) =>
  z.object({ investment: item, output: item, tax: item });

export const RampStep = z.strictObject({ year, percent: decimal({ max: '100' }) });

/**
 * Promised per mu or as a total: the entered side is kept, the other follows the area. Indicators without a standard
 * are promised as a total.
 */
export const PromiseIn = z.strictObject({
  indicator: z.enum(PROMISED_INDICATORS),
  perMuWan: decimal()
    .optional()
    .meta({ description: '万元/亩. Give this or `total`. Only for investment, output and tax' }),
  total: QuantityIn.optional().meta({
    description: 'in a unit of the indicator. Give this or `perMuWan`',
  }),
  fromYear: year
    .nullable()
    .optional()
    .meta({ description: 'first year owed in full; without it: the contract’s full production' }),
  dueOn: day.nullable().optional().meta({
    description: 'only for investment: the day it is owed; without it: 31 December of the full-production year',
  }),
  lastYear: year.nullable().optional(),
  ramp: z.array(RampStep).max(20).optional(),
  tolerancePercent: decimal({ max: '100' })
    .nullable()
    .optional()
    .meta({ description: 'percent, inclusive; without it: the default of the zone' }),
  clause: line(200).nullable().optional(),
  measuredBy: z
    .enum(['output-value', 'revenue'])
    .optional()
    .meta({ description: '产值 or 营收; only for the indicator output' }),
});

export const ContractPromise = z.object({
  commitmentId: id,
  indicator: z.enum(PROMISED_INDICATORS),
  ...measure,
  master: z.enum(['per-mu', 'total']),
  total: decimalOut.meta({ description: 'in the unit of the indicator' }),
  perMuWan: decimalOut
    .nullable()
    .meta({ description: '万元/亩; null without land, and for indicators that are not promised per mu' }),
  totalWan: decimalOut.nullable().meta({ description: 'the same as `total` if the unit is 万元, otherwise null' }),
  fromYear: z.int().nullable(),
  dueOn: z.string().nullable(),
  lastYear: z.int().nullable(),
  ramp: z.array(z.object({ year: z.int(), percent: decimalOut })),
  tolerancePercent: decimalOut,
  toleranceByClause: z.boolean().meta({ description: 'false: the default of the zone' }),
  clause: z.string().nullable(),
  measuredBy: z.enum(['output-value', 'revenue']).nullable(),
  standardPerMuWan: decimalOut
    .nullable()
    .meta({ description: 'the standard of the signing day, for a draft the one in force today; null: 不设' }),
  percentOfStandard: decimalOut.nullable(),
  belowStandard: z.boolean(),
});

/**
 * Required, actual and shortfall in the unit of the indicator. The …Wan fields hold the same values if the unit is 万元,
 * otherwise null.
 */
export const quantities = {
  required: decimalOut,
  actual: decimalOut.nullable(),
  shortfall: decimalOut.nullable().meta({
    description: 'how far from being met: required − actual, for an upper bound actual − required; never below zero',
  }),
  requiredWan: decimalOut.nullable(),
  actualWan: decimalOut.nullable(),
  shortfallWan: decimalOut.nullable(),
};

/** The verdict of one indicator that counts in a year. */
export const StandingVerdict = z.object({
  assessmentId: id,
  commitmentId: id,
  indicator: z.enum(PROMISED_INDICATORS),
  ...measure,
  year: z.int().meta({ description: 'for an investment met or missed earlier, the earlier year' }),
  verdict: z.enum(VERDICTS),
  ...quantities,
  attainmentPercent: decimalOut.nullable(),
});

/** A whole contract in one year: the worst verdict decides, and the claw-back uses the lowest attainment. */
export const ContractYear = z.object({
  year: z.int(),
  verdict: z.enum(VERDICTS),
  lowestAttainmentPercent: decimalOut.nullable(),
  clawbackWan: decimalOut.nullable(),
  standing: z.array(StandingVerdict),
});

export const KeptStandard = z.object({
  standardId: id.nullable(),
  perMuWan: decimalOut.nullable(),
  documentNo: z.string().nullable(),
});

export const ParcelIn = z.strictObject({
  code: line(60).optional(),
  phase: line(60).optional(),
  basis: z.enum(areaBases).optional().meta({ description: 'granted 出让 by default' }),
  area: AreaIn,
});
export const Parcel = z
  .object({
    id,
    contractId: id,
    contractNumber: z.string(),
    code: z.string(),
    phase: z.string(),
    basis: z.enum(areaBases),
    areaMu: decimalOut,
    areaSqm: decimalOut.meta({ description: 'for display; 1 亩 = 2000/3 ㎡' }),
    entered: Typed,
    knownFrom: instant,
    knownTo: instant.nullable(),
  })
  .meta({ id: 'Parcel' });

export const MilestoneIn = z.strictObject({
  kind: z.enum(milestoneKinds),
  plannedOn: day.nullable().optional(),
  actualOn: day.nullable().optional(),
});
/** 延期, as granted; the plan itself stays. */
export const MilestoneExtension = z.object({
  id,
  toDay: z.string(),
  reason: z.string(),
  requestedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  grantedAt: instant,
});
export const Milestone = z
  .object({
    id,
    contractId: id,
    contractNumber: z.string(),
    enterpriseName: z.string(),
    kind: z.enum(milestoneKinds),
    plannedOn: z.string().nullable(),
    actualOn: z.string().nullable(),
    daysLate: z.int().nullable().meta({ description: 'actual − planned; negative: early' }),
    owedOn: z.string().nullable().meta({ description: 'the planned day with all granted extensions' }),
    extensions: z.array(MilestoneExtension),
    version,
  })
  .meta({ id: 'Milestone' });

export const contractFields = {
  channel: line(40).nullable().optional(),
  handlerName: line(60).nullable().optional().meta({ description: '经办人, as text until mapped to a user' }),
  officerId: id.nullable().optional(),
  firstContactOn: day.nullable().optional(),
  fullProductionYear: year.nullable().optional().meta({ description: '达产年: the first calendar year owed in full' }),
  fullProductionOn: day
    .nullable()
    .optional()
    .meta({ description: '达产日, if the contract gives a day; the first full calendar year after it is owed' }),
  energyTce: decimal().nullable().optional().meta({ description: '年综合能耗, 吨标准煤' }),
  rdPercent: decimal({ max: '100' }).nullable().optional().meta({ description: '研发投入占比 %' }),
  termFrom: day.nullable().optional().meta({ description: '合同期限, first day' }),
  termTo: day.nullable().optional().meta({ description: '合同期限, last day; reminders come before it' }),
  note: note(2_000).optional(),
};

export type Parcel = z.infer<typeof Parcel>;
export type Milestone = z.infer<typeof Milestone>;
export type ContractPromise = z.infer<typeof ContractPromise>;
export type ContractYear = z.infer<typeof ContractYear>;
export type PromiseIn = z.output<typeof PromiseIn>;

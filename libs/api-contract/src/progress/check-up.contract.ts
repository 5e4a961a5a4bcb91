import { z } from 'zod';
import { checkUpRules } from '@crm/domain/contracts';
import { day, decimal, decimalOut, id, instant, note, paged, route, withinReach } from '../wire/index.js';
import { About } from './milestone-progress.contract.js';

export const CheckUpLimits = z
  .object({
    id,
    monthsToStart: z.int().meta({ description: 'months after signing without a start' }),
    monthsToFirstMoney: z.int().meta({ description: 'months after the start' }),
    leastPercent: decimalOut.meta({ description: '% of the amount, inclusive' }),
    monthsBetweenMoney: z.int().meta({ description: 'months without money' }),
    reason: z.string(),
    enteredBy: z.string().nullable(),
    knownFrom: instant,
    knownTo: instant.nullable(),
  })
  .meta({ id: 'CheckUpLimits' });

export const CheckUpFlag = z.object({
  rule: z.enum(checkUpRules),
  number: z
    .string()
    .meta({ description: 'what raised it: the signing day, the day of the last receipt, or the percent received' }),
  since: z.string().meta({ description: 'the day it was raised' }),
  limit: z.string().meta({ description: 'months or percent' }),
});

/** A project with the values of its check-up. */
export const CheckUpRow = About.extend({
  contracts: z.int(),
  officerName: z.string().nullable(),
  projectSignedOn: z.string(),
  startedOn: z.string().nullable(),
  amountWan: decimalOut,
  arrivedWan: decimalOut,
  arrivedPercent: decimalOut.nullable(),
  lastMoneyOn: z.string().nullable(),
  flags: z.array(CheckUpFlag),
}).meta({ id: 'CheckUpRow' });

const months = z.int().min(1).max(120);

export const checkUps = {
  list: route({
    method: 'GET',
    path: '/check-ups',
    access: ['read', 'CheckUp'],
    summary: { zh: '项目体检', en: 'Project check-up' },
    description:
      'Signed projects that are not yet in production, as of a day; `known=then`: as known at its end. Each flag has its rule and its number. `flag` filters the rows; `all=true` adds those without a flag. Flagged projects come first, then the earliest signed. `rows` is one page (25, at most 200), `total` the number of all; the counts cover every page.',
    query: z
      .strictObject({
        asOf: day.optional(),
        known: z.enum(['now', 'then']).optional(),
        parkId: id.optional(),
        industryId: id.optional(),
        enterpriseId: id.optional(),
        projectId: id.optional(),
        flag: z.enum(checkUpRules).optional(),
        all: z.enum(['true', 'false']).optional(),
        ...paged,
      })
      .superRefine(withinReach),
    response: z.object({
      asOf: z.string(),
      known: z.enum(['now', 'then']),
      knownAt: instant,
      limits: CheckUpLimits,
      examined: z.int(),
      flagged: z.int(),
      counts: z.record(z.enum(checkUpRules), z.int()),
      rows: z.array(CheckUpRow),
      total: z.int().meta({ description: 'the rows of all pages' }),
    }),
  }),
  limits: route({
    method: 'GET',
    path: '/check-ups/limits',
    access: ['read', 'CheckUp'],
    tells: 'nothing',
    summary: { zh: '体检标准各版本', en: 'Limits of the check-up, all versions' },
    response: z.object({ data: z.array(CheckUpLimits).meta({ description: 'the version in force comes first' }) }),
  }),
  setLimits: route({
    method: 'POST',
    path: '/check-ups/limits',
    access: ['create', 'CheckUpLimit'],
    status: 201,
    summary: { zh: '修改体检标准', en: 'Change the limits of the check-up' },
    description: 'A new version from now on. Questions “as known then” keep the version of that time.',
    body: z.strictObject({
      monthsToStart: months,
      monthsToFirstMoney: months,
      leastPercent: decimal({ positive: true, max: '100' }),
      monthsBetweenMoney: months,
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: CheckUpLimits,
    refuses: ['check-up.unchanged', 'decimal.range'],
  }),
};

export type CheckUpRow = z.infer<typeof CheckUpRow>;
export type CheckUpLimits = z.infer<typeof CheckUpLimits>;

import { z } from 'zod';
import { day, decimal, decimalOut, id, line, listQuery, note, pageOf, route, version } from '../wire/index.js';

export const INDICATORS = ['investment', 'output', 'tax'] as const;
export const PLACE_LEVELS = ['park', 'park-class', 'region', 'zone'] as const;

export const ProvincialStandard = z
  .object({
    id,
    indicator: z.enum(INDICATORS),
    placeLevel: z.enum(PLACE_LEVELS),
    placeKey: z.string().nullable().meta({ description: 'park id, park class or region; null for the whole zone' }),
    placeName: z.string(),
    industryId: id.nullable(),
    industryName: z.string().nullable(),
    validFrom: z.string(),
    validTo: z.string().nullable(),
    perMuWan: decimalOut.nullable().meta({ description: '万元/亩; null: 不设' }),
    documentNo: z.string(),
    source: z.string(),
    derived: z.boolean().meta({ description: 'derived from a published percentage, not taken from a document' }),
    version,
  })
  .meta({ id: 'ProvincialStandard' });

const validity = { validFrom: day, validTo: day.nullable().optional() };

export const NewStandard = z.strictObject({
  indicator: z.enum(INDICATORS),
  placeLevel: z.enum(PLACE_LEVELS),
  placeKey: line(64).nullable().optional(),
  industryId: id.nullable().optional(),
  ...validity,
  perMuWan: decimal({ positive: true }).nullable(),
  documentNo: line(120),
  source: note(500).optional(),
  closePrevious: z
    .boolean()
    .optional()
    .meta({ description: 'an open-ended version of the same key ends the day before this one begins' }),
});

export const provincialStandards = {
  list: route({
    method: 'GET',
    path: '/provincial-standards',
    access: ['read', 'ProvincialStandard'],
    summary: { zh: '省定标准列表', en: 'Provincial standards' },
    query: listQuery({
      filter: { indicator: z.enum(INDICATORS), on: day, parkId: id },
      sorts: ['validFrom', 'indicator'],
      defaultSort: 'validFrom',
      defaultOrder: 'desc',
    }),
    response: pageOf(ProvincialStandard),
  }),
  create: route({
    method: 'POST',
    path: '/provincial-standards',
    access: ['create', 'ProvincialStandard'],
    status: 201,
    summary: { zh: '登记标准版本', en: 'Add a version of a standard' },
    description:
      'Values in 万元/亩; null is 不设 (then there is no percentage). Versions are never rewritten; with `closePrevious` an open-ended version ends the day before.',
    body: NewStandard,
    response: ProvincialStandard,
    refuses: ['standard.overlap', 'standard.follows-open', 'standard.validity', 'park.unknown', 'industry.unknown'],
  }),
  inForce: route({
    method: 'GET',
    path: '/provincial-standards/in-force',
    access: ['read', 'ProvincialStandard'],
    summary: { zh: '某日生效的标准', en: 'The standard in force' },
    description:
      'The most specific version wins: park, park class, region, zone; in one place an industry before any industry. With `areaMu` the answer includes the least totals in 万元.',
    query: z.strictObject({
      parkId: id,
      industryId: id.optional(),
      on: day,
      areaMu: decimal({ positive: true }).optional(),
    }),
    response: z.object({
      on: z.string(),
      indicators: z.record(
        z.enum(INDICATORS),
        z
          .object({
            standardId: id,
            perMuWan: decimalOut.nullable(),
            minimumWan: decimalOut.nullable(),
            documentNo: z.string(),
            derived: z.boolean(),
          })
          .nullable(),
      ),
    }),
  }),
};

export const WorkingDay = z
  .object({ id, day: z.string(), kind: z.enum(['holiday', 'make-up']), name: z.string(), version })
  .meta({ id: 'WorkingDay' });

export const workingDays = {
  list: route({
    method: 'GET',
    path: '/working-days',
    access: ['read', 'WorkingDay'],
    summary: { zh: '工作日历', en: 'Working-day calendar' },
    query: listQuery({ filter: { year: z.int().min(1990).max(2100) }, sorts: ['day'] }),
    response: pageOf(WorkingDay),
  }),
  due: route({
    method: 'GET',
    path: '/working-days/due',
    access: ['read', 'WorkingDay'],
    summary: { zh: '推算截止日', en: 'Calculate a due day' },
    description:
      'Counts working days from the day after `received`. An extension may be requested until one working day before. A year without a loaded calendar is reported in `warnings`.',
    query: z.strictObject({
      received: day,
      workingDays: z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number)
        .pipe(z.int().min(1).max(365)),
    }),
    response: z.object({
      received: z.string(),
      workingDays: z.int(),
      due: z.string(),
      extensionUntil: z.string(),
      yearsNotLoaded: z.array(z.int()),
    }),
  }),
};

export type ProvincialStandard = z.infer<typeof ProvincialStandard>;

import { z } from 'zod';
import { quantityUnits } from '@crm/domain/standards';
import { ContractYear, PROMISED_INDICATORS, VERDICTS, measure, quantities } from '../contracts/index.js';
import { day, decimalOut, id, instant, listQuery, pageOf, route, year } from '../wire/index.js';

export const Because = z.object({
  clause: z.string().nullable(),
  rules: z.array(z.string()).meta({ description: 'the rules that decided: of the period, then of the verdict' }),
  inputs: z.array(
    z.object({
      name: z.string(),
      value: z.string().nullable(),
      unit: z.enum([...quantityUnits, 'mu', 'wan-per-mu', 'day', 'year']),
      source: z.object({
        kind: z.string(),
        ref: z.string().nullable(),
        verified: z.boolean().optional().meta({ description: 'of a figure: another person has verified it' }),
        rivals: z.int().optional().meta({ description: 'of a figure: other sources that report another amount' }),
        chosenBecause: z.string().optional().meta({ description: 'why a manager chose it over a higher source' }),
      }),
    }),
  ),
  formula: z.array(
    z.object({
      name: z.string(),
      expression: z.string().meta({ description: 'names and operators, shown in the reader’s language' }),
      value: z.string().nullable(),
    }),
  ),
});

/** 履约评价 of one indicator in one year. */
export const Assessment = z
  .object({
    id,
    contractId: id,
    contractNumber: z.string(),
    commitmentId: id,
    enterpriseId: id,
    enterpriseName: z.string(),
    enterpriseShortName: z.string(),
    parkId: id,
    parkName: z.string(),
    industryId: id,
    indicator: z.enum(PROMISED_INDICATORS),
    year: z.int(),
    dueOn: z.string(),
    verdict: z.enum(VERDICTS),
    areaMu: decimalOut.nullable(),
    ...measure,
    promised: decimalOut,
    ...quantities,
    promisedWan: decimalOut.nullable(),
    promisedPerMuWan: decimalOut.nullable(),
    standardPerMuWan: decimalOut.nullable(),
    percentOfStandard: decimalOut.nullable(),
    attainmentPercent: decimalOut
      .nullable()
      .meta({ description: 'actual ÷ required; for an upper bound required ÷ actual, null if the actual is zero' }),
    shortfallPerMuWan: decimalOut.nullable(),
    clawbackWan: decimalOut.nullable(),
    because: Because,
    asOf: z.string(),
    knownAt: instant,
  })
  .meta({ id: 'Assessment' });

export const assessments = {
  list: route({
    method: 'GET',
    path: '/assessments',
    access: ['read', 'Assessment'],
    summary: { zh: '履约评价列表', en: 'Assessments' },
    query: listQuery({
      filter: {
        contractId: id,
        enterpriseId: id,
        parkId: id,
        industryId: id,
        commitmentId: id,
        year,
        verdict: z.enum(VERDICTS),
        indicator: z.enum(PROMISED_INDICATORS),
      },
      sorts: ['year', 'verdict', 'attainmentPercent', 'enterpriseName'],
      defaultSort: 'year',
      defaultOrder: 'desc',
    }),
    response: pageOf(Assessment),
  }),
  ofContract: route({
    method: 'GET',
    path: '/contracts/:id/assessments',
    access: ['read', 'Assessment'],
    summary: { zh: '合同的履约评价', en: 'Assessments of a contract' },
    description:
      'As of a day; today if left out. `known=then`: as known at the end of that day. `known=now`: as known now.',
    params: z.object({ id }),
    query: z.strictObject({ asOf: day.optional(), known: z.enum(['now', 'then']).optional() }),
    response: z.object({
      asOf: z.string(),
      known: z.enum(['now', 'then']),
      knownAt: instant,
      supportPaidWan: decimalOut.nullable(),
      years: z.array(ContractYear.omit({ standing: true })),
      assessments: z.array(Assessment.omit({ id: true })),
    }),
  }),
};
export type Assessment = z.infer<typeof Assessment>;
export type Because = z.infer<typeof Because>;

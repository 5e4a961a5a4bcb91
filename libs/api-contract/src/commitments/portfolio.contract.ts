import { z } from 'zod';
import { INDICATOR_NAMES, PROMISED_INDICATORS, VERDICTS, measure, perIndicator } from '../contracts/index.js';
import { day, decimalOut, id, instant, line, paged, route, withinReach } from '../wire/index.js';

export const PORTFOLIO_GROUPINGS = ['none', 'park', 'industry', 'year', 'officer'] as const;

const yearText = z
  .string()
  .regex(/^(19|20)\d{2}$/)
  .transform(Number);
const scope = {
  signedFrom: day.optional(),
  signedTo: day.optional(),
  parkId: id.optional(),
  industryId: id.optional(),
  officer: line(60).optional(),
};
const counts = z.object({
  met: z.int(),
  warning: z.int(),
  breach: z.int(),
  'no-data': z.int(),
  'not-due': z.int(),
  waived: z.int(),
});
const share = perIndicator(decimalOut.nullable());

export const PortfolioGroup = z
  .object({
    key: z
      .string()
      .nullable()
      .meta({ description: 'park id, industry id, signing year or 经办人; null for the whole' }),
    name: z.string(),
    contracts: z.int(),
    areaMu: decimalOut,
    investmentWan: decimalOut.meta({ description: 'Σ 亩 × promised per mu, 万元' }),
    outputWan: decimalOut,
    taxWan: decimalOut,
    amountWan: decimalOut.meta({ description: 'Σ of the contracts’ own 总投资, 万元' }),
    perMuWan: share.meta({ description: 'Σ promised ÷ Σ 亩, weighted by area' }),
    standardPerMuWan: share,
    standardWan: share.meta({ description: 'Σ standard × 亩 over the contracts whose standard is set' }),
    percentOfStandard: share,
    attainmentPercent: share.meta({ description: 'Σ actual ÷ Σ required over what is due, reported and not waived' }),
    actualPerMuWan: share,
    actualPercentOfStandard: share,
    reported: perIndicator(z.int()).meta({ description: 'contracts included in the attainment' }),
    noData: perIndicator(z.int()),
    verdicts: counts.meta({ description: 'contracts by the worst verdict of their indicators' }),
    belowStandard: z.int(),
  })
  .meta({ id: 'PortfolioGroup' });

const spoken = { asOf: z.string(), knownAt: instant, known: z.enum(['now', 'then']) };

export const HeatMapRow = z.object({
  contractId: id,
  contractNumber: z.string(),
  enterpriseId: id,
  enterpriseName: z.string(),
  enterpriseShortName: z.string(),
  projectName: z.string(),
  parkId: id,
  parkName: z.string(),
  areaMu: decimalOut.nullable(),
  years: z.array(
    z.object({
      year: z.int(),
      verdict: z.enum(VERDICTS),
      lowestAttainmentPercent: decimalOut.nullable(),
      assessmentIds: z.array(id),
    }),
  ),
});

/** 未决定, 待审批, 已决定: the state of a decision about it. */
export const DECISION_STANDINGS = ['open', 'waiting', 'decided'] as const;

export const DecisionRow = z.object({
  contractId: id,
  contractNumber: z.string(),
  enterpriseId: id,
  enterpriseName: z.string(),
  enterpriseShortName: z.string(),
  projectName: z.string(),
  parkId: id,
  parkName: z.string(),
  year: z.int(),
  verdict: z.enum(['breach', 'warning', 'no-data']),
  indicator: z.enum(PROMISED_INDICATORS),
  ...measure,
  assessmentId: id,
  commitmentId: id,
  attainmentPercent: decimalOut.nullable(),
  shortfall: decimalOut.nullable(),
  shortfallWan: decimalOut.nullable(),
  shortfallPerMuWan: decimalOut.nullable(),
  clawbackWan: decimalOut.nullable(),
  standing: z
    .enum(DECISION_STANDINGS)
    .meta({ description: 'open: no decision yet, or an extension has expired; waiting: an approval is pending' }),
  decisionKind: z.enum(['enforce', 'extend', 'waive']).nullable(),
  decisionUntil: z.string().nullable(),
});

export const portfolio = {
  perMu: route({
    method: 'GET',
    path: '/portfolio/per-mu',
    access: ['read', 'Portfolio'],
    summary: { zh: '亩均承诺与履约', en: 'Per mu: promised, standard, attainment' },
    description:
      'Signed substantive and performance contracts with commitments; framework amounts are separate. Averages are weighted by area. `assessedYear` is the year assessed; without it, the last year of each contract. `asOf` is a day; `known=then`: as known at its end.',
    query: z.strictObject({
      groupBy: z.enum(PORTFOLIO_GROUPINGS).optional(),
      ...scope,
      asOf: day.optional(),
      known: z.enum(['now', 'then']).optional(),
      assessedYear: yearText.optional(),
    }),
    response: z.object({
      groupBy: z.enum(PORTFOLIO_GROUPINGS),
      assessedYear: z.int().nullable(),
      groups: z.array(PortfolioGroup),
      substantiveContracts: z
        .int()
        .meta({ description: 'with and without commitments; a project counts once, with its first signing' }),
      substantiveWan: decimalOut,
      frameworkContracts: z.int(),
      frameworkWan: decimalOut,
      standardVersions: z.array(
        z.object({
          standardId: id,
          indicator: z.enum(INDICATOR_NAMES),
          perMuWan: decimalOut.nullable(),
          placeName: z.string(),
          validFrom: z.string(),
          documentNo: z.string(),
          derived: z.boolean(),
          contracts: z.int(),
        }),
      ),
      ...spoken,
    }),
  }),
  heatMap: route({
    method: 'GET',
    path: '/portfolio/heat-map',
    access: ['read', 'Portfolio'],
    tells: 'read',
    summary: { zh: '履约热力图（企业 × 年）', en: 'Heat map, enterprise by year' },
    description:
      'By park, then by signing day. `rows` is one page (100, at most 200); `total` is the number of rows of all pages.',
    query: z.strictObject({ ...scope, verdict: z.enum(VERDICTS).optional(), ...paged }).superRefine(withinReach),
    response: z.object({
      years: z.array(z.int()),
      rows: z.array(HeatMapRow),
      total: z.int(),
      truncated: z.boolean().meta({ description: 'there are rows after this page' }),
      asOf: z.string(),
    }),
  }),
  decisions: route({
    method: 'GET',
    path: '/portfolio/decisions',
    access: ['read', 'Portfolio'],
    tells: 'read',
    summary: { zh: '待决策事项', en: 'Waiting for a decision' },
    description:
      'Contracts whose last assessed year is breach, no-data or warning, by their worst indicator. The most serious come first.',
    query: z.strictObject({
      ...scope,
      verdict: z.enum(['breach', 'warning', 'no-data']).optional(),
      standing: z.enum(DECISION_STANDINGS).optional(),
    }),
    response: z.object({ rows: z.array(DecisionRow), total: z.int(), asOf: z.string() }),
  }),
};

export type PortfolioGroup = z.infer<typeof PortfolioGroup>;

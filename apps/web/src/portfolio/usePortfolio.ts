import { portfolio } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { keepPreviousData } from '@tanstack/react-query';
import { signedDays, type Question } from './questions.js';
import { useAsk } from '../providers/useAsk.js';

export type PerMu = AnswerOf<typeof portfolio.perMu>;
export type PerMuGroup = PerMu['groups'][number];
export type HeatMapAnswer = AnswerOf<typeof portfolio.heatMap>;
type DecisionsAnswer = AnswerOf<typeof portfolio.decisions>;
export type Decision = DecisionsAnswer['rows'][number];

export const groupings = ['park', 'industry', 'year', 'officer'] as const;
export type Grouping = (typeof groupings)[number];

/** The question as the three portfolio routes take it. */
const scopeOf = ({ signed, park, industry }: Pick<Question, 'signed' | 'park' | 'industry'>) => ({
  ...signedDays(signed),
  parkId: park ?? undefined,
  industryId: industry ?? undefined,
});

const kept = { placeholderData: keepPreviousData };

/** Totals over the whole question, or by park, industry or signing year. */
export const usePerMu = (question: Question, groupBy: 'none' | Grouping, enabled = true) =>
  useAsk(
    portfolio.perMu,
    { query: { ...scopeOf(question), groupBy, assessedYear: question.year, ...question.moment } },
    { ...kept, enabled },
  );

/** Rows of one page of the heat map: a zone of a hundred firms is on one page, also on paper. */
export const HEAT_ROWS = 200;

export const useHeatMap = (question: Question, page: number) =>
  useAsk(portfolio.heatMap, { query: { ...scopeOf(question), page, perPage: HEAT_ROWS } }, kept);
export const useDecisions = (question: Question, standing: Decision['standing'] | null = null) =>
  useAsk(portfolio.decisions, { query: { ...scopeOf(question), standing: standing ?? undefined } }, kept);

import { actuals, assessments, commitments, contracts } from '@crm/api-contract/routes';
import type { Assessment, CommitmentInFull } from '@crm/api-contract/commitments';
import { useQueries } from '@tanstack/react-query';
import type { Moment } from '../portfolio/index.js';
import { useAsk, asking } from '../providers/useAsk.js';

/** All records of one contract fit on one page of a list. */
const ALL = 200;

export const useContract = (id: string) => useAsk(contracts.one, { params: { id } });

export const useAssessments = (contractId: string) =>
  useAsk(
    assessments.list,
    { query: { perPage: ALL, sort: 'year', order: 'desc', filter: { contractId } } },
    { select: ({ data }) => data },
  );

/** Assessments computed for a past day; they are not stored and have no id. */
export const useAssessmentsAsOf = (contractId: string, moment: Moment | null) =>
  useAsk(
    assessments.ofContract,
    { params: { id: contractId }, query: { ...moment } },
    {
      enabled: moment !== null,
      select: (answer) =>
        answer.assessments.map((one): Assessment => ({ ...one, id: `${one.commitmentId}.${one.year}` })),
    },
  );

export const useActuals = (contractId: string) =>
  useAsk(
    actuals.list,
    { query: { perPage: ALL, sort: 'year', order: 'desc', filter: { contractId, history: true } } },
    { select: ({ data }) => data },
  );

/** The commitments with all their terms. */
export function useTerms(ids: readonly string[]): readonly CommitmentInFull[] {
  return useQueries({
    queries: ids.map((id) => asking(commitments.one, { params: { id } })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
}

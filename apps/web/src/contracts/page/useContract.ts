import type { Actual, Assessment, CommitmentInFull } from '@crm/api-contract/commitments';
import type { Contract } from '@crm/api-contract/contracts';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import type { Moment } from '../question/questions.js';
import { call, uuid, type Method } from '../../providers/http.js';
import { problemOf, sentenceOf } from '../../providers/problem.js';

/** Everything of one contract fits one page of a list. */
const ALL = 200;

export const useContract = (id: string) =>
  useQuery({
    queryKey: ['contracts', 'one', id],
    queryFn: ({ signal }) => call<Contract>('GET', `/contracts/${id}`, undefined, { signal }),
  });

export const useAssessments = (contractId: string) =>
  useQuery({
    queryKey: ['assessments', contractId],
    queryFn: ({ signal }) =>
      call<{ data: Assessment[] }>('GET', '/assessments', undefined, {
        signal,
        query: { perPage: ALL, sort: 'year', order: 'desc', filter: JSON.stringify({ contractId }) },
      }).then(({ data }) => data),
  });

/** Judged again as of a day gone by; a judgement that is not kept has no id of its own. */
export const useAssessmentsAsOf = (contractId: string, moment: Moment | null) =>
  useQuery({
    queryKey: ['assessments', contractId, moment],
    enabled: moment !== null,
    queryFn: ({ signal }) =>
      call<{ assessments: Omit<Assessment, 'id'>[] }>('GET', `/contracts/${contractId}/assessments`, undefined, {
        signal,
        query: { ...moment },
      }).then(({ assessments }) =>
        assessments.map((one): Assessment => ({ ...one, id: `${one.commitmentId}.${one.year}` })),
      ),
  });

export const useActuals = (contractId: string) =>
  useQuery({
    queryKey: ['actuals', contractId],
    queryFn: ({ signal }) =>
      call<{ data: Actual[] }>('GET', '/actuals', undefined, {
        signal,
        query: { perPage: ALL, sort: 'year', order: 'desc', filter: JSON.stringify({ contractId, history: true }) },
      }).then(({ data }) => data),
  });

/** The commitments with every wording they ever had. */
export function useTerms(ids: readonly string[]): readonly CommitmentInFull[] {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['commitments', id],
      queryFn: () => call<CommitmentInFull>('GET', `/commitments/${id}`),
    })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
}

interface Verb {
  method?: Method;
  path: string;
  body?: unknown;
  /** Sent as If-Match. */
  version?: number;
}

/**
 * A business move: waits for the server, then everything shown is asked for again, since a figure or a promise moves
 * verdicts and totals alike.
 * A refusal is said as a sentence.
 */
export function useVerb<Answer = unknown>({
  said,
  onDone,
  quiet = false,
}: {
  said: string;
  onDone?: (answer: Answer) => void | Promise<void>;
  /** The form around it says what was refused. */ quiet?: boolean;
}) {
  const queries = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  return useMutation({
    mutationFn: ({ method = 'POST', path, body, version }: Verb) =>
      call<Answer>(method, path, body, {
        headers: {
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          ...(method === 'POST' ? { 'idempotency-key': uuid() } : {}),
        },
      }),
    onSuccess: async (answer) => {
      // What the move was offered on is gone before its drawer is.
      await queries.invalidateQueries();
      notify(said, { type: 'success' });
      await onDone?.(answer);
    },
    onError: (error) => {
      if (!quiet) notify(sentenceOf(problemOf(error), translate), { type: 'error' });
    },
  });
}

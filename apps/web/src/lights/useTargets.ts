import { lightBands, paceTargets } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ask } from '../providers/ask.js';
import { everyPage } from '../providers/everyPage.js';
import { keyOf, useAsk } from '../providers/useAsk.js';

type Targets = AnswerOf<typeof paceTargets.list>;
export type Target = Targets['data'][number];
export type TargetInFull = AnswerOf<typeof paceTargets.one>;
export type Bands = AnswerOf<typeof lightBands.inForce>;

export type Escalated = Targets['escalated'][number];

/** Targets of one page of the grid: the zone, its parks and some 140 projects are on one page, also on paper. */
export const TARGETS = 150;

/** One page of an indicator; the escalations cover the year with all its indicators. */
export const useTargets = (year: number, indicator: string | null, page: number) =>
  useAsk(
    paceTargets.list,
    { query: { year, ...(indicator === null ? {} : { indicator }), page, perPage: TARGETS } },
    { placeholderData: keepPreviousData },
  );

/** All targets of an indicator, for the grid where a month is entered. */
export const useWatched = (year: number, indicator: string) =>
  useQuery({
    queryKey: [...keyOf(paceTargets.list), 'watched', year, indicator],
    queryFn: async ({ signal }) =>
      (
        await everyPage(
          (page) => ask(paceTargets.list, { query: { year, indicator, page, perPage: TARGETS }, signal }),
          TARGETS,
        )
      ).flatMap(({ data }) => data),
    enabled: indicator !== '',
    staleTime: 0,
  });
export const useTarget = (id: string) => useAsk(paceTargets.one, { params: { id } });
export const useBands = () => useAsk(lightBands.inForce, {});

/** The subject of a row of figures; subjectId null: the whole zone. */
export interface Subject {
  subjectKind: Target['subjectKind'];
  subjectId: string | null;
  name: string;
}

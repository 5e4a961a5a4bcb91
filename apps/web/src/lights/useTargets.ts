import type { lightBands, paceTargets } from '@crm/api-contract/lights';
import type { ResponseOf } from '@crm/api-contract/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../providers/http.js';

export type Targets = ResponseOf<typeof paceTargets.list>;
export type Target = Targets['data'][number];
export type TargetInFull = ResponseOf<typeof paceTargets.one>;
export type Bands = ResponseOf<typeof lightBands.inForce>;

/** A whole year, every indicator: the grid shows one, what escalates is told of all. */
export const useTargets = (year: number) =>
  useQuery({
    queryKey: ['pace-targets', year],
    queryFn: ({ signal }) => call<Targets>('GET', '/pace-targets', undefined, { query: { year }, signal }),
    placeholderData: keepPreviousData,
  });
export const useTarget = (id: string) =>
  useQuery({
    queryKey: ['pace-targets', 'one', id],
    queryFn: ({ signal }) => call<TargetInFull>('GET', `/pace-targets/${id}`, undefined, { signal }),
  });
export const useBands = () =>
  useQuery({
    queryKey: ['light-bands'],
    queryFn: ({ signal }) => call<Bands>('GET', '/light-bands', undefined, { signal }),
  });

/** Of whom a row of figures speaks; subjectId null: the whole zone. */
export interface Subject {
  subjectKind: Target['subjectKind'];
  subjectId: string | null;
  name: string;
}

import { lightBands, paceTargets } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { keepPreviousData } from '@tanstack/react-query';
import { useAsk } from '../providers/useAsk.js';

type Targets = AnswerOf<typeof paceTargets.list>;
export type Target = Targets['data'][number];
export type TargetInFull = AnswerOf<typeof paceTargets.one>;
export type Bands = AnswerOf<typeof lightBands.inForce>;

/** A whole year, every indicator: the grid shows one, the escalations cover all. */
export const useTargets = (year: number) =>
  useAsk(paceTargets.list, { query: { year } }, { placeholderData: keepPreviousData });
export const useTarget = (id: string) => useAsk(paceTargets.one, { params: { id } });
export const useBands = () => useAsk(lightBands.inForce, {});

/** The subject of a row of figures; subjectId null: the whole zone. */
export interface Subject {
  subjectKind: Target['subjectKind'];
  subjectId: string | null;
  name: string;
}

import type {
  EvaluatedFirm,
  EvaluationFormula,
  EvaluationRound,
  EvaluationRoundInFull,
  evaluationRounds,
} from '@crm/api-contract/per-mu-classes';
import type { ResponseOf } from '@crm/api-contract/wire';
import { useQuery } from '@tanstack/react-query';
import { call } from '../providers/http.js';

export type Round = EvaluationRoundInFull;
export type Firm = EvaluatedFirm;
export type Item = Round['items'][number];

export const useRounds = () =>
  useQuery({
    queryKey: ['evaluation-rounds'],
    queryFn: ({ signal }) => call<{ data: EvaluationRound[] }>('GET', '/evaluation-rounds', undefined, { signal }),
  });
export const useRound = (id: string) =>
  useQuery({
    queryKey: ['evaluation-rounds', id],
    queryFn: ({ signal }) => call<Round>('GET', `/evaluation-rounds/${id}`, undefined, { signal }),
  });
export const useDefaultFormula = () =>
  useQuery({
    queryKey: ['evaluation-formula'],
    queryFn: ({ signal }) => call<EvaluationFormula>('GET', '/evaluation-formula', undefined, { signal }),
  });
export const useHistory = (roundId: string, firmId: string) =>
  useQuery({
    queryKey: ['evaluation-rounds', roundId, firmId],
    queryFn: ({ signal }) =>
      call<ResponseOf<typeof evaluationRounds.firm>>(
        'GET',
        `/evaluation-rounds/${roundId}/firms/${firmId}`,
        undefined,
        { signal },
      ),
  });

type Translate = (key: string, options?: Record<string, unknown>) => string;
/**
 * The six items of the default have words in both languages; any other, or a renamed one, is called as it was named.
 */
export const itemWord = ({ key, name }: Pick<Item, 'key' | 'name'>, translate: Translate): string =>
  translate(`classes.item.${key}`, { _: name });

const units: Readonly<Record<string, string>> = {
  '万元/亩': 'perMu',
  '万元/吨标煤': 'perTce',
  '万元/吨': 'perTonne',
  '万元/人': 'perPerson',
  比值: 'ratio',
};
/** Units the default formula uses have words in both languages; another one stays as it was written. */
export const unitWord = ({ unit }: Pick<Item, 'unit'>, translate: Translate): string =>
  units[unit] ? translate(`classes.unit.${units[unit]}`) : unit;

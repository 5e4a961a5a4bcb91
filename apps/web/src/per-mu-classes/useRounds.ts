import { evaluationFormula, evaluationRounds } from '@crm/api-contract/routes';
import type { EvaluatedFirm, EvaluationRoundInFull } from '@crm/api-contract/per-mu-classes';
import { decimal } from '@crm/domain/quantities';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { counted, countsMillions, type Translate } from '../parts/text/money.js';
import { ask } from '../providers/ask.js';
import { everyPage } from '../providers/everyPage.js';
import { keyOf, useAsk } from '../providers/useAsk.js';
import type { classesZh } from './classes.zh.js';

export type Round = EvaluationRoundInFull;
export type Firm = EvaluatedFirm;
export type Item = Round['items'][number];

export const useRounds = () => useAsk(evaluationRounds.list, {});
/** Enterprises of one page of the ranking. */
export const FIRMS = 200;

export const useRound = (id: string, page: number) =>
  useAsk(
    evaluationRounds.one,
    { params: { id }, query: { page, perPage: FIRMS } },
    { placeholderData: keepPreviousData },
  );

/** One enterprise of a round, which may be on another page. */
export const useFirmOf = (id: string, enterpriseId: string) =>
  useAsk(evaluationRounds.one, { params: { id }, query: { enterpriseId } }, { select: ({ rows }) => rows[0] ?? null });

/** The round with all its enterprises, for the grid of values. */
export const useWholeRound = (id: string) =>
  useQuery({
    queryKey: [...keyOf(evaluationRounds.one, { params: { id } }), 'whole'],
    queryFn: async ({ signal }): Promise<Round> => {
      const pages = await everyPage(
        (page) => ask(evaluationRounds.one, { params: { id }, query: { page, perPage: FIRMS }, signal }),
        FIRMS,
      );
      return {
        ...pages[0]!,
        rows: pages.flatMap(({ rows }) => rows),
        proposals: pages.flatMap(({ proposals }) => proposals),
      };
    },
    staleTime: 0,
  });
export const useDefaultFormula = () => useAsk(evaluationFormula.inForce, {});
export const useHistory = (roundId: string, firmId: string) =>
  useAsk(evaluationRounds.firm, { params: { id: roundId, enterpriseId: firmId } });

/** The six default items have labels in both languages; any other, or a renamed one, keeps its name. */
export const itemWord = ({ key, name }: Pick<Item, 'key' | 'name'>, translate: Translate): string =>
  translate(`classes.item.${key as keyof typeof classesZh.classes.item}`, { _: name });

const units: Readonly<Record<string, keyof typeof classesZh.classes.unit>> = {
  '万元/亩': 'perMu',
  '万元/吨标煤': 'perTce',
  '万元/吨': 'perTonne',
  '万元/人': 'perPerson',
  比值: 'ratio',
};
/** Units of the default formula have labels in both languages; any other stays as written. */
export const unitWord = ({ unit }: Pick<Item, 'unit'>, translate: Translate): string => {
  const known = units[unit];
  return known ? translate(`classes.unit.${known}`) : unit;
};

/** Values and bases are kept in the unit of the item; English shows and reads an item in 万元 as CNY m. */
const isInWan = ({ unit }: Pick<Item, 'unit'>): boolean => unit.startsWith('万元');
export const shownValue = (translate: Translate, item: Pick<Item, 'unit'>, value: string): string =>
  isInWan(item) ? counted(translate)(value) : value;
export const keptValue = (translate: Translate, item: Pick<Item, 'unit'>, value: string): string =>
  isInWan(item) && countsMillions(translate) ? decimal(value).times(100).toFixed() : value;

import { evaluationFormula, evaluationRounds } from '@crm/api-contract/routes';
import type { EvaluatedFirm, EvaluationRoundInFull } from '@crm/api-contract/per-mu-classes';
import { useAsk } from '../providers/useAsk.js';

export type Round = EvaluationRoundInFull;
export type Firm = EvaluatedFirm;
export type Item = Round['items'][number];

export const useRounds = () => useAsk(evaluationRounds.list, {});
export const useRound = (id: string) => useAsk(evaluationRounds.one, { params: { id } });
export const useDefaultFormula = () => useAsk(evaluationFormula.inForce, {});
export const useHistory = (roundId: string, firmId: string) =>
  useAsk(evaluationRounds.firm, { params: { id: roundId, enterpriseId: firmId } });

type Translate = (key: string, options?: Record<string, unknown>) => string;
/** The six default items have labels in both languages; any other, or a renamed one, keeps its name. */
export const itemWord = ({ key, name }: Pick<Item, 'key' | 'name'>, translate: Translate): string =>
  translate(`classes.item.${key}`, { _: name });

const units: Readonly<Record<string, string>> = {
  '万元/亩': 'perMu',
  '万元/吨标煤': 'perTce',
  '万元/吨': 'perTonne',
  '万元/人': 'perPerson',
  比值: 'ratio',
};
/** Units of the default formula have labels in both languages; any other stays as written. */
export const unitWord = ({ unit }: Pick<Item, 'unit'>, translate: Translate): string =>
  units[unit] ? translate(`classes.unit.${units[unit]}`) : unit;

import type { ConsequenceClause } from '@crm/api-contract/decisions';

/** A clause in a form; cureDays and percent are only for their kind. */
export interface ClauseForm {
  kind: ConsequenceClause['kind'];
  indicators: ConsequenceClause['indicators'];
  from: ConsequenceClause['from'];
  cureDays: number | string | null;
  percent: string | null;
  text: string | null;
}

export const newClause = (indicators: readonly ClauseForm['indicators'][number][]): ClauseForm => ({
  kind: 'pay-gap',
  indicators: [...indicators],
  from: 'breach',
  cureDays: '90',
  percent: '100',
  text: null,
});

export const clauseForm = ({
  kind,
  indicators,
  from,
  cureDays,
  percent,
  text,
}: Pick<ConsequenceClause, keyof ClauseForm>): ClauseForm => ({
  kind,
  indicators: [...indicators],
  from,
  cureDays,
  percent,
  text,
});

/** As sent: values that the kind does not have are null. */
export const clauseBody = ({ kind, indicators, from, cureDays, percent, text }: ClauseForm) => ({
  indicators,
  from,
  text: text ?? '',
  cureDays: kind === 'cure-period' && cureDays ? Number(cureDays) : null,
  percent: kind === 'pay-gap' && percent ? String(percent) : null,
});

import { leads } from '@crm/api-contract/routes';
import type { Lead } from '@crm/api-contract/leads';
import type { LeadStage } from '@crm/domain/leads';
import { useNotify, useRefresh, useTranslate } from 'ra-core';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { ask } from '../providers/ask.js';

/** One call of the server; a refusal is shown with the names of the stages. Resolves to false if refused. */
export function useLeadMove(): (
  lead: Pick<Lead, 'id' | 'enterpriseName'>,
  stage: LeadStage,
  lossReason?: string,
) => Promise<boolean> {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  return async (lead, stage, lossReason) => {
    const stageName = translate(`leads.stages.${stage}`);
    try {
      await ask(leads.move, { params: { id: lead.id }, body: { stage, ...(lossReason ? { lossReason } : {}) } });
      notify('leads.moved', { type: 'success', messageArgs: { name: lead.enterpriseName, stage: stageName } });
      refresh();
      return true;
    } catch (error) {
      const problem = problemOf(error);
      notify(
        problem.code === 'lead.transition'
          ? translate('leads.notThere', { stage: stageName })
          : sentenceOf(problem, translate),
        { type: 'error' },
      );
      return false;
    }
  };
}

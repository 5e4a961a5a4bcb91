import type { Lead } from '@crm/api-contract/leads';
import type { LeadStage } from '@crm/domain/leads';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'ra-core';
import type { CrmDataProvider } from '../providers/dataProvider.js';
import { problemOf, sentenceOf } from '../providers/problem.js';

/** One verb of the server; what it refuses is said with the stages' names. Resolves to false when it was refused. */
export function useLeadMove(): (
  lead: Pick<Lead, 'id' | 'enterpriseName'>,
  stage: LeadStage,
  lossReason?: string,
) => Promise<boolean> {
  const { call } = useDataProvider<CrmDataProvider>();
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  return async (lead, stage, lossReason) => {
    const stageName = translate(`leads.stages.${stage}`);
    try {
      await call('POST', `/leads/${lead.id}/move`, { stage, ...(lossReason ? { lossReason } : {}) });
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

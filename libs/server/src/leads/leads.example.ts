import type { NewLeadInput } from './log-lead.js';

/** A lead as an officer types it. */
export const aLead = (parkId: string, changes: Partial<NewLeadInput> = {}): NewLeadInput => ({
  enterpriseName: '浙江泽科环保集团',
  projectName: '可降解包装二期',
  parkId,
  investmentWan: '32000',
  investmentTyped: '3.2 亿',
  areaMu: '62',
  nextStep: '首次电话',
  nextOn: '2026-11-23',
  ...changes,
});

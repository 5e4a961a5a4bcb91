import { defaultScoreItems } from '@crm/domain/per-mu-classes';

/**
 * Choices that forms offer and shapes check. They are separate from the shapes, so that a browser loads them without
 * zod.
 */

/** The rows of colleagues that a person sees: own, the department's, with those below, of named ones, all. */
export const DATA_SCOPES = ['self', 'department', 'department-and-below', 'named', 'all'] as const;

/** 线索, 草案, 经办的合同, 服务的企业, 待签的审批, 自己的申请, 提醒, 未完的导入: what a person holds. */
export const HOLDING_KINDS = [
  'leads',
  'drafts',
  'contracts',
  'assignments',
  'signatures',
  'requests',
  'reminders',
  'imports',
] as const;

/** Roles of an API key. A key is never an approver, and never a role whose rows depend on assignments. */
export const KEY_ROLES = ['officer', 'auditor'] as const;
/** read: reading only. actuals: figures and reading. all: everything its role may do. */
export const KEY_SCOPES = ['read', 'actuals', 'all'] as const;

/** 银行回单, 发票, 土地款收据, 其他. */
export const RECEIPT_KINDS = ['bank-slip', 'invoice', 'land-receipt', 'other'] as const;

/** The rule of the daily digest: one reminder per person and day that lists overdue deadlines. */
export const DIGEST = 'digest';

/** 合同, 审批, 补充协议, 更正, 实绩, 评价, 处置, 资金, 节点, 附件, 提醒, 导入. */
export const HAPPENING_KINDS = [
  'contract',
  'approval',
  'supplement',
  'correction',
  'actual',
  'verdict',
  'decision',
  'receipt',
  'milestone',
  'file',
  'reminder',
  'import',
] as const;

/** The enterprises of a new round: those of the last round, those with land under a signed contract, or none. */
export const ROUND_FIRMS = ['previous', 'with-land', 'none'] as const;

/** Stored with the formula; screens show a label by the key. */
const nameAndUnit: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  'tax-per-mu': ['亩均税收', '万元/亩'],
  'added-value-per-mu': ['亩均增加值', '万元/亩'],
  'added-value-per-energy': ['单位能耗增加值', '万元/吨标煤'],
  'added-value-per-emission': ['单位排放增加值', '万元/吨'],
  'labour-productivity': ['全员劳动生产率', '万元/人'],
  'rd-share': ['R&D 经费占比', '比值'],
};
/** The items a formula may contain, with their default base and weight. */
export const KNOWN_ITEMS = defaultScoreItems.map((item) => ({
  ...item,
  name: nameAndUnit[item.key]![0],
  unit: nameAndUnit[item.key]![1],
}));

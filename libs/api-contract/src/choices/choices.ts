import { defaultScoreItems } from '@crm/domain/per-mu-classes';

/** Choices that forms offer and shapes check. They stand apart from the shapes: a browser loads these without zod. */

/** What a programme may be: nobody who decides, and nobody whose sight hangs on assignments. */
export const KEY_ROLES = ['officer', 'auditor'] as const;
/** read: only asking. actuals: figures, and asking. all: what its role may. */
export const KEY_SCOPES = ['read', 'actuals', 'all'] as const;

/** 银行回单, 发票, 土地款收据, 其他. */
export const RECEIPT_KINDS = ['bank-slip', 'invoice', 'land-receipt', 'other'] as const;

/** The rule of the one reminder that lists deadlines long past, per person and day. */
export const DIGEST = 'digest';

/** 合同, 审批, 补充协议, 实绩, 评价, 处置, 资金, 节点, 附件, 提醒, 导入: by what the rooms keep. */
export const HAPPENING_KINDS = [
  'contract',
  'approval',
  'supplement',
  'actual',
  'verdict',
  'decision',
  'receipt',
  'milestone',
  'file',
  'reminder',
  'import',
] as const;

/** Which firms a new round begins with: those of the round before, those with land under a signed contract, none. */
export const ROUND_FIRMS = ['previous', 'with-land', 'none'] as const;

/** As a formula stores them; screens call them by their key. */
const nameAndUnit: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  'tax-per-mu': ['亩均税收', '万元/亩'],
  'added-value-per-mu': ['亩均增加值', '万元/亩'],
  'added-value-per-energy': ['单位能耗增加值', '万元/吨标煤'],
  'added-value-per-emission': ['单位排放增加值', '万元/吨'],
  'labour-productivity': ['全员劳动生产率', '万元/人'],
  'rd-share': ['R&D 经费占比', '比值'],
};
/** The items every formula may take up, with the base and weight they begin with. */
export const KNOWN_ITEMS = defaultScoreItems.map((item) => ({
  ...item,
  name: nameAndUnit[item.key]![0],
  unit: nameAndUnit[item.key]![1],
}));

import type { Input } from '@crm/domain/commitments';
import type { PromisedIndicator, QuantityUnit } from '@crm/domain/standards';

const quantity = { wan: '万元', person: '人', percent: '%', tce: '吨标准煤' } satisfies Record<QuantityUnit, string>;

/** The indicators and their units, for all rooms. An indicator or a unit without a word does not compile. */
export const indicatorsZh = {
  indicators: {
    name: {
      investment: '固定资产投资',
      output: '产值（营收）',
      tax: '税收',
      'rd-spend': '研发投入',
      'rd-share': '研发投入占比',
      'rd-headcount': '研发人员',
      jobs: '就业人数',
      energy: '年综合能耗',
    } satisfies Record<PromisedIndicator, string>,
    short: {
      investment: '固投',
      output: '产值',
      tax: '税收',
      'rd-spend': '研发投入',
      'rd-share': '研发占比',
      'rd-headcount': '研发人员',
      jobs: '就业',
      energy: '能耗',
    } satisfies Record<PromisedIndicator, string>,
    unit: quantity,
  },
  why: {
    owed: {
      investment: '应投',
      output: '应达',
      tax: '应缴',
      'rd-spend': '应投',
      'rd-share': '应达',
      'rd-headcount': '应有',
      jobs: '应有',
      energy: '不超过',
    } satisfies Record<PromisedIndicator, string>,
    paid: {
      investment: '实投',
      output: '实现',
      tax: '实缴',
      'rd-spend': '实投',
      'rd-share': '实达',
      'rd-headcount': '实有',
      jobs: '实有',
      energy: '实用',
    } satisfies Record<PromisedIndicator, string>,
    unit: { ...quantity, mu: '亩', 'wan-per-mu': '万元/亩', day: '日', year: '年' } satisfies Record<
      Input['unit'],
      string
    >,
  },
};

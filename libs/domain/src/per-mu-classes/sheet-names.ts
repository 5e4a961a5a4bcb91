import type { Field } from '../imports/index.js';

/** The columns that identify the enterprise of a row. */
export const firmFields = [
  {
    field: 'firm',
    reads: 'name',
    names: [
      '企业名称',
      '企业',
      '公司名称',
      '单位名称',
      '企业全称',
      '名称',
      '参评企业',
      'firm',
      'enterprise',
      'company',
    ],
  },
  {
    field: 'code',
    reads: 'credit-code',
    names: ['统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', '纳税人识别号', 'creditcode'],
  },
] as const satisfies readonly Field[];

/** Common column names of the default items, normalised like `headerText`. An own item is found by its name. */
export const namesOfItems: Readonly<Record<string, readonly string[]>> = {
  'tax-per-mu': ['亩均税收', '亩均税收贡献', '每亩税收', '亩均纳税', '单位用地税收', 'taxpermu'],
  'added-value-per-mu': ['亩均增加值', '亩均工业增加值', '每亩增加值', '单位用地增加值', 'addedvaluepermu'],
  'added-value-per-energy': [
    '单位能耗增加值',
    '单位能耗工业增加值',
    '能耗增加值',
    '吨标煤增加值',
    'addedvalueperenergy',
  ],
  'added-value-per-emission': [
    '单位排放增加值',
    '单位排放工业增加值',
    '单位污染物排放增加值',
    '单位主要污染物排放增加值',
    '排放增加值',
    'addedvalueperemission',
  ],
  'labour-productivity': ['全员劳动生产率', '劳动生产率', '人均增加值', 'labourproductivity'],
  'rd-share': [
    'r&d经费占比',
    'r&d占比',
    '研发经费占比',
    '研发投入占比',
    '研发占比',
    '研发投入强度',
    'r&d经费投入强度',
    'r&dshare',
    'rdshare',
  ],
};

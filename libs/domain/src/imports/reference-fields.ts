import type { Field } from './fields.js';

/**
 * One version per row (指标 beside 标准), or one column per indicator. Without a column for the place it is the whole zone.
 */
export const provincialStandards = [
  {
    field: 'indicator',
    reads: 'indicator',
    names: ['指标', '指标名称', '标准指标', '考核指标', '控制指标', '指标类别'],
  },
  {
    field: 'value',
    reads: 'standard',
    names: ['标准', '标准值', '省定标准', '亩均标准', '最低标准', '指标值', '准入标准', '标准数值', '控制值'],
  },
  {
    field: 'standardInvestment',
    reads: 'standard',
    indicator: 'investment',
    names: ['固定资产投资', '固定资产投资强度', '固投', '投资强度', '固定资产投资标准', '亩均固定资产投资', '亩均投资'],
  },
  {
    field: 'standardOutput',
    reads: 'standard',
    indicator: 'output',
    names: [
      '产值(营收)',
      '产值',
      '年产值',
      '产值强度',
      '亩均产值',
      '营收',
      '营业收入',
      '产值/营收',
      '产值标准',
      '亩均营收',
    ],
  },
  {
    field: 'standardTax',
    reads: 'standard',
    indicator: 'tax',
    names: ['税收', '年税收', '税收强度', '亩均税收', '年纳税额', '纳税', '税收标准', '亩均税收贡献'],
  },
  {
    field: 'place',
    reads: 'name',
    names: [
      '适用范围',
      '适用地区',
      '适用园区',
      '适用区域',
      '范围',
      '园区',
      '地区',
      '区域',
      '市县',
      '所在地区',
      '落户园区',
    ],
  },
  { field: 'placeLevel', reads: 'place-level', names: ['范围级别', '级别', '适用级别', '范围类型', '层级'] },
  {
    field: 'industry',
    reads: 'any-industry',
    names: ['产业', '适用产业', '产业类别', '行业', '适用行业', '产业类型', '所属产业'],
  },
  {
    field: 'validFrom',
    reads: 'day',
    required: true,
    names: [
      '生效日',
      '生效日期',
      '生效时间',
      '有效期起',
      '有效期自',
      '起始日期',
      '开始日期',
      '施行日期',
      '实施日期',
      '执行日期',
      '启用日期',
      '起',
    ],
  },
  {
    field: 'validTo',
    reads: 'open-day',
    names: ['失效日', '失效日期', '失效时间', '有效期止', '有效期至', '终止日期', '结束日期', '截止日期', '止'],
  },
  {
    field: 'documentNo',
    reads: 'text',
    required: true,
    names: ['文号', '文件号', '文件编号', '依据', '依据文号', '政策依据', '依据文件', '文件名称', '文件依据'],
  },
  { field: 'source', reads: 'text', names: ['来源', '来源说明', '出处', '备注', '说明'] },
  { field: 'derived', reads: 'yes-no', names: ['推算', '是否推算', '推算值', '推算标记'] },
] as const satisfies readonly Field[];

/**
 * Days off, and weekend days that are worked. A cell may hold one day, several, or a span, as the State Council's
 * notice writes them.
 */
export const workingDays = [
  {
    field: 'name',
    reads: 'name',
    names: ['名称', '节日', '节日名称', '假日名称', '节假日名称', '节假日', '假期', '假期名称', '假日'],
  },
  {
    field: 'day',
    reads: 'days',
    names: [
      '日期',
      '放假日期',
      '放假时间',
      '放假调休日期',
      '放假起止',
      '假期日期',
      '起止日期',
      '日',
      '开始日期',
      '起始日期',
      '放假安排',
    ],
  },
  { field: 'lastDay', reads: 'days', names: ['至', '结束日期', '截止日期', '终止日期', '放假至', '止'] },
  {
    field: 'dayKind',
    reads: 'day-kind',
    names: ['类型', '类别', '性质', '安排', '放假/补班', '放假或补班', '上班/放假'],
  },
  {
    field: 'makeUp',
    reads: 'days',
    names: [
      '补班日期',
      '补班',
      '调休上班',
      '调休上班日期',
      '上班日期',
      '调休补班',
      '补班时间',
      '需上班日期',
      '调休日期',
    ],
  },
  { field: 'year', reads: 'year', names: ['年度', '年份', '年', '所属年度'] },
  { field: 'source', reads: 'text', names: ['依据', '文号', '来源', '通知', '通知文号', '备注'] },
] as const satisfies readonly Field[];

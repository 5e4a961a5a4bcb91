import type { Indicator } from '../standards/index.js';
import { provincialStandards, workingDays } from './reference-fields.js';

/** The kinds of sheet that can be imported. */
export const importKinds = ['contract-ledger', 'annual-actuals', 'provincial-standards', 'working-days'] as const;
export type ImportKind = (typeof importKinds)[number];

/** How a cell of the field is read. */
export type Reading =
  | 'name'
  | 'text'
  | 'credit-code'
  /** A credit code, or 待注册 or 境外 in its place. */
  | 'firm-code'
  | 'park'
  | 'industry'
  | 'day'
  | 'year'
  | 'full-production'
  | 'area'
  | 'money'
  | 'promise'
  | 'percent'
  | 'number'
  | 'contract-kind'
  | 'source'
  | 'indicator'
  | 'standard'
  | 'place-level'
  | 'any-industry'
  | 'open-day'
  | 'yes-no'
  | 'days'
  | 'day-kind';

export interface Field {
  readonly field: string;
  readonly reads: Reading;
  /** Without it the row is refused (`field.required`). */
  readonly required?: true;
  /** Column names in use, normalised like `headerText`; the first is the usual one. */
  readonly names: readonly string[];
  /** Names of the header above, if the name alone is ambiguous. */
  readonly under?: readonly string[];
  readonly indicator?: Indicator;
  readonly mayBeNegative?: true;
}

const promisesHeader = ['对赌指标', '承诺指标', '约定指标', '履约指标', '考核指标', '亩均指标', '承诺'];
const milestonesHeader = ['约定节点', '计划节点', '建设节点', '节点', '时间节点', '约定时间'];

const contractLedger = [
  {
    field: 'projectName',
    reads: 'name',
    required: true,
    names: ['项目名称', '项目', '签约项目', '投资项目名称', '合同名称'],
  },
  {
    field: 'enterpriseName',
    reads: 'name',
    required: true,
    names: [
      '投资企业',
      '企业名称',
      '企业名称(乙方)',
      '乙方',
      '投资方',
      '企业',
      '公司名称',
      '单位名称',
      '签约企业',
      '投资主体',
      '项目公司',
    ],
  },
  {
    field: 'creditCode',
    reads: 'firm-code',
    required: true,
    names: ['统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', '纳税人识别号'],
  },
  { field: 'contractNo', reads: 'text', names: ['合同编号', '合同号', '协议编号'] },
  {
    field: 'parentNo',
    reads: 'text',
    names: ['所属合同编号', '所属合同', '原合同编号', '原合同号', '主合同编号', '主合同号', '补充的合同'],
  },
  { field: 'contractKind', reads: 'contract-kind', names: ['合同类型', '合同性质', '协议类型'] },
  {
    field: 'industry',
    reads: 'industry',
    required: true,
    names: ['产业', '产业类别', '产业类型', '所属产业', '行业', '所属行业'],
  },
  { field: 'park', reads: 'park', required: true, names: ['落户园区', '园区', '所在园区', '所属园区', '落地园区'] },
  { field: 'channel', reads: 'text', names: ['招商方式', '招商渠道', '引进方式'] },
  {
    field: 'signedOn',
    reads: 'day',
    required: true,
    names: ['签约时间', '签约日期', '合同签订日期', '签订日期', '签订时间', '合同签订时间'],
  },
  {
    field: 'area',
    reads: 'area',
    required: true,
    names: ['用地面积', '供地面积', '面积', '土地面积', '出让面积', '占地面积', '用地'],
  },
  {
    field: 'investment',
    reads: 'money',
    names: ['总投资', '总投资额', '计划投资额', '计划总投资', '投资总额', '投资额', '计划投资', '协议投资额'],
  },
  {
    field: 'promisedInvestment',
    reads: 'promise',
    indicator: 'investment',
    names: ['固定资产投资', '固投', '固定资产投资强度', '投资强度', '承诺固定资产投资', '固定资产投资总额'],
    under: promisesHeader,
  },
  {
    field: 'promisedOutput',
    reads: 'promise',
    indicator: 'output',
    names: ['产值(营收)', '产值', '营收', '营业收入', '产值/营收', '年产值', '承诺产值', '产值强度', '亩均产值'],
    under: promisesHeader,
  },
  {
    field: 'promisedTax',
    reads: 'promise',
    indicator: 'tax',
    names: ['税收', '纳税', '年纳税', '年税收', '承诺税收', '税收强度', '亩均税收', '纳税额'],
    under: promisesHeader,
  },
  {
    field: 'startOn',
    reads: 'day',
    names: ['开工', '开工时间', '开工日期', '约定开工时间', '计划开工时间', '约定开工'],
    under: milestonesHeader,
  },
  {
    field: 'completionOn',
    reads: 'day',
    names: ['竣工', '竣工时间', '竣工日期', '约定竣工时间', '计划竣工时间', '约定竣工'],
    under: milestonesHeader,
  },
  {
    field: 'productionOn',
    reads: 'day',
    names: ['投产', '投产时间', '投产日期', '约定投产时间', '计划投产时间', '约定投产'],
    under: milestonesHeader,
  },
  {
    field: 'fullProduction',
    reads: 'full-production',
    names: ['达产年', '达产', '达产年份', '达产时间', '达产日期', '约定达产年'],
  },
  {
    field: 'energyTce',
    reads: 'number',
    names: ['年综合能耗', '综合能耗', '年综合能耗(吨标煤)', '年能耗', '能耗', '年综合能源消费量'],
  },
  { field: 'rdPercent', reads: 'percent', names: ['研发投入占比', '研发占比', '研发投入强度', '研发投入比例'] },
  {
    field: 'firstContactOn',
    reads: 'day',
    names: ['首次对接', '首次对接时间', '首次接洽', '首次接洽时间', '首谈时间'],
  },
  { field: 'officer', reads: 'text', names: ['经办人', '招商专员', '负责人', '责任人', '对接人', '项目负责人'] },
  { field: 'note', reads: 'text', names: ['备注', '说明', '备注说明'] },
] as const satisfies readonly Field[];

const annualActuals = [
  { field: 'year', reads: 'year', required: true, names: ['年度', '年份', '统计年度', '所属年度', '年'] },
  {
    field: 'creditCode',
    reads: 'credit-code',
    required: true,
    names: ['统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', '纳税人识别号'],
  },
  {
    field: 'enterpriseName',
    reads: 'name',
    names: ['企业名称', '企业', '公司名称', '单位名称', '投资企业', '乙方', '企业名称(乙方)'],
  },
  { field: 'projectName', reads: 'name', names: ['项目名称', '项目', '投资项目名称'] },
  {
    field: 'actualInvestment',
    reads: 'money',
    indicator: 'investment',
    names: ['累计完成固定资产投资', '累计固定资产投资', '累计完成投资', '累计完成固投', '固定资产投资累计', '累计投资'],
  },
  {
    field: 'actualOutput',
    reads: 'money',
    indicator: 'output',
    names: ['当年产值', '产值', '年产值', '产值(营收)', '当年营收', '营业收入', '营收', '当年营业收入'],
  },
  {
    field: 'actualTax',
    reads: 'money',
    indicator: 'tax',
    mayBeNegative: true,
    names: ['当年税收', '税收', '年税收', '纳税额', '当年纳税', '纳税总额'],
  },
  { field: 'source', reads: 'source', names: ['数据来源', '来源', '填报来源'] },
  { field: 'note', reads: 'text', names: ['备注', '说明'] },
] as const satisfies readonly Field[];

export const fieldsOf: Readonly<Record<ImportKind, readonly Field[]>> = {
  'contract-ledger': contractLedger,
  'annual-actuals': annualActuals,
  'provincial-standards': provincialStandards,
  'working-days': workingDays,
};

/**
 * A field that a person may set for a row even if the sheet has no such column. It is stored as column {@link BESIDE}.
 */
export const besideField: Readonly<Partial<Record<ImportKind, string>>> = { 'contract-ledger': 'parentNo' };
export const BESIDE = -1;

export const fieldOf = (kind: ImportKind, field: string): Field | undefined =>
  fieldsOf[kind].find((one) => one.field === field);

import type { ImportKind } from './fields.js';

/** Words of a header that point to a field, and words that rule it out. */
export interface HeaderParts {
  readonly has: RegExp;
  readonly not?: RegExp;
  /** Words that name the field only if the header, the one above or the unit is about promises per mu. */
  readonly whenPromised?: RegExp;
}

/** A header, or the header above, that is about promises. */
export const promising = /承诺|对赌|约定|履约|考核|指标|亩均|每亩|强度|单位面积|达产后?|准入/u;
/** Amounts per mu, although the unit in the header says only 万元. */
export const perMu = /亩均|每亩|强度|单位面积|单位用地/u;

const contact = /电话|手机|联系方式|邮箱|地址|传真|类型|类别|性质|状态|简介|代码|税号|编号/u;
const code: HeaderParts = {
  has: /信用代码|税号|识别号|机构代码|(统一|主体|单位|企业|法人|社会).{0,4}代码|^代码$|uscc/u,
};
const enterprise: HeaderParts = {
  has: /企业|公司|单位|乙方|业主|客商|投资(方|人|商|主体)|(签约|入园|落户|用地|责任)主体|受让(方|人)|纳税人|法人/u,
  not: new RegExp(
    `${contact.source}|代码|税号|识别号|规模|人数|负责人|责任人|联系人|代表|注册|成立|投资额|产值|税(收|额|金|务|款)|日|时间|主管`,
    'u',
  ),
};
const project: HeaderParts = {
  has: /(项目|工程)(全称|名|名称|简称)?$|^(项目|工程)|(项目|工程)名/u,
  not: /编号|代码|负责|责任|经理|专员|公司|单位|业主|选址|地址|地点|类|性质|内容|概况|简介|投资|状态|进度|进展|阶段|面积|用地|时间|日期|个数|数量|总数/u,
};
const note: HeaderParts = { has: /备注|说明|附注|其他|其它|补充|备考|情况说明/u, not: /协议|合同|日|面积|投资|税/u };
const tax: HeaderParts = {
  has: /税(收|金|额|款|入库)|纳税|缴税|(^|[年均亩缴])税$|^税|税收/u,
  not: /税号|识别号|纳税人|税率|年度|期|代码|名称/u,
};
const output: HeaderParts = {
  has: /产值|产出|营收|营业额|(营业|销售|主营|业务|经营)总?收入|销售额|年收入|产能价值/u,
  not: /占|比|率|研发|时间|日|年度$/u,
};

/** Words for days. Without one of them, and without days among the samples, a column is no milestone. */
const step = (words: string): HeaderParts => ({
  has: new RegExp(words, 'u'),
  not: /累计|投资|产值|面积|状态|情况|是否|率|以来/u,
});

/**
 * Parts of headers by kind and field, for headers that stand in no list of names. Samples and units decide between
 * fields that share a word.
 */
export const headerParts: Readonly<Partial<Record<ImportKind, Readonly<Record<string, HeaderParts>>>>> = {
  'contract-ledger': {
    projectName: project,
    enterpriseName: enterprise,
    creditCode: code,
    contractNo: { has: /(合同|协议).{0,3}(编号|号|文号)|^编号$/u, not: /原|主合同|所属|上级/u },
    parentNo: { has: /(原|主|所属|上级|母)(合同|协议)/u },
    contractKind: { has: /(合同|协议).{0,3}(类|性质|形式|种)/u },
    industry: { has: /产业|行业|业态|领域|门类/u, not: /产业园|园区|产业化|代码|投资|项目/u },
    park: {
      has: /园区|片区|功能区|开发区|选址|(落|入)(户|地|驻|点).{0,2}(园|区|地)|所在(地|区)|地块位置/u,
      not: /面积|规模|公司|时间|日|企业|项目名/u,
    },
    channel: { has: /(招商|引进|招引|来源|引资).{0,3}(方式|渠道|途径|模式|来源)|^渠道$/u },
    signedOn: {
      has: /(签|订|缔)(约|署|订|立|定)|签字/u,
      not: /(签约|签署|签订)(主体|单位|企业|方|人|乙方|项目|金额|额|面积|地点|状态|情况|合同额)|编号|类|金额/u,
    },
    area: {
      has: /面积|用地|供地|占地|亩数|地块|宗地|土地/u,
      not: /时间|日|期限|性质|用途|价|款|编号|位置|证|动工|摘牌|产值|税|强度|亩均|主体|人$|方$/u,
    },
    investment: {
      has: /总?投资(总)?(额|规模|金额|概算|估算|总量)|总投(入|资)|引资|合同(总)?(金)?额|协议(总)?(金)?额|投资$/u,
      not: /固定|固投|亩均|每亩|强度|累计|完成|到位|方$|人$|商$|主体|占|比/u,
    },
    promisedInvestment: {
      has: /固定资产|固投|固定投(资|入)|(投资|投入)强度|(每亩|亩均).{0,4}(投资|投入)/u,
      not: /累计|完成|已|实际|到位|占|率/u,
      whenPromised: /投资|投入/u,
    },
    promisedOutput: output,
    promisedTax: tax,
    startOn: step('开工|动工|破土|奠基|开建|启动建设|进场'),
    completionOn: step('竣工|完工|建成|封顶|验收'),
    productionOn: step('投产|投入(使用|生产|运营)|投运|试生产|开业|运营'),
    fullProduction: { has: /达产|满产|达效|全面投产/u, not: /后|产值|税|收入|营收|率/u },
    energyTce: { has: /能耗|能源|标(准)?煤/u, not: /强度|单位/u },
    rdPercent: { has: /(研发|r&d|研究(与|和)?(试验)?(发展|开发)).{0,8}(占|比|率|强度|%)/u },
    firstContactOn: { has: /(首|初|第一).{0,2}(对接|接洽|接触|洽谈|拜访|联系|谈)/u },
    officer: {
      has: /经办|专员|负责人|责任人|对接人|跟进|跟踪|经理|联系人|联络人|干部|招商人/u,
      not: /电话|手机|单位|部门|时间|日/u,
    },
    note,
  },
  'annual-actuals': {
    year: { has: /年度|年份|财年|报告期|统计期|所属期|期间|^年$/u, not: /产值|税(收|额|金)|营|投资|收入/u },
    creditCode: code,
    enterpriseName: enterprise,
    projectName: project,
    actualInvestment: {
      has: /(累计|完成|以来|至今|已).{0,8}(投资|固投|投入)|固定资产|固投|投资(完成|累计)/u,
      not: /计划|承诺|当年|本年|强度/u,
    },
    actualOutput: { ...output, not: /占|比|率|研发|承诺|计划/u },
    actualTax: { ...tax, not: /税号|识别号|纳税人|税率|年度|期$|代码|名称|承诺|计划/u },
    source: { has: /来源|出处|口径|报送|填报|渠道/u, not: /人|日|时间/u },
    note,
  },
};

/** A column that numbers the rows. */
export const runningNumber = /^(序号?|编?号|no\.?|#|行号|项次)$/iu;

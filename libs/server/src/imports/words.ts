import type { Locale } from '@crm/api-contract/sentences';
import type { Facts } from '@crm/domain/refusal';

/** Facts of an import that are names of ours: said in the reader's words, the rest as it is. */
const words: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  zh: {
    fileBytes: '文件字节数', unpackedBytes: '解压后字节数', ratio: '压缩比', entries: '内部文件数', rows: '行数', columns: '列数', cells: '单元格数', characters: '字符数', sheets: '工作表数', merges: '合并单元格数',
    uploaded: '已上传', 'needs-mapping': '待对应列', checking: '核对中', checked: '已核对', committing: '导入中', committed: '已导入', reverting: '撤销中', failed: '失败', reverted: '已撤销',
    area: '面积', investment: '总投资', promises: '对赌指标', figures: '数值',
    projectName: '项目名称', enterpriseName: '企业名称', creditCode: '统一社会信用代码', contractNo: '合同编号', parentNo: '所属合同编号', contractKind: '合同类型', industry: '产业', park: '园区', channel: '招商方式', signedOn: '签约时间', areaMu: '用地面积', amountWan: '总投资',
    promisedInvestment: '承诺固定资产投资', promisedOutput: '承诺产值', promisedTax: '承诺税收', startOn: '开工', completionOn: '竣工', productionOn: '投产', fullProduction: '达产年', energyTce: '年综合能耗', rdPercent: '研发投入占比', firstContactOn: '首次对接', officer: '经办人', note: '备注',
    year: '年度', actualInvestment: '固定资产投资', actualOutput: '产值', actualTax: '税收', source: '数据来源', output: '产值', tax: '税收', standards: '标准', standard: '标准', validTo: '失效日', documentNo: '文号',
  },
  en: {
    fileBytes: 'bytes of the file', unpackedBytes: 'unpacked bytes', ratio: 'compression ratio', entries: 'inner files', rows: 'rows', columns: 'columns', cells: 'cells', characters: 'characters', sheets: 'sheets', merges: 'merged areas',
    uploaded: 'uploaded', 'needs-mapping': 'waiting for its mapping', checking: 'being checked', checked: 'checked', committing: 'being imported', committed: 'imported', reverting: 'being reverted', failed: 'failed', reverted: 'reverted',
    area: 'area', investment: 'total investment', promises: 'promises', figures: 'figures',
    projectName: 'project', enterpriseName: 'enterprise', creditCode: 'credit code', contractNo: 'contract number', parentNo: 'contract it belongs to', contractKind: 'kind of contract', industry: 'industry', park: 'park', channel: 'channel', signedOn: 'signed on', areaMu: 'area', amountWan: 'total investment',
    promisedInvestment: 'promised investment', promisedOutput: 'promised output', promisedTax: 'promised tax', startOn: 'construction start', completionOn: 'completion', productionOn: 'production start', fullProduction: 'full production', energyTce: 'energy', rdPercent: 'R&D share', firstContactOn: 'first contact', officer: 'officer', note: 'note',
    year: 'year', actualInvestment: 'investment', actualOutput: 'output', actualTax: 'tax', source: 'source', output: 'output', tax: 'tax', standards: 'standards', standard: 'standard', validTo: 'end of validity', documentNo: 'document',
  },
};

const listing = new Set(['fields', 'groups']);
const naming = new Set(['what', 'status']);

export const wordFor = (name: string, locale: Locale): string => words[locale][name] ?? name;

export function refusalFactsInWords(facts: Facts, locale: Locale): Record<string, unknown> {
  const separator = locale === 'zh' ? '、' : ', ';
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (typeof fact !== 'string') return [name, fact];
      if (naming.has(name)) return [name, wordFor(fact, locale)];
      return [name, listing.has(name) ? fact.split(', ').map((one) => wordFor(one, locale)).join(separator) : fact];
    }),
  );
}

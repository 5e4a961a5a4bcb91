import { fieldsOf, type Field, type ImportKind } from '@crm/domain/imports';
import { writeSpreadsheet, type WrittenCell } from '@crm/platform/spreadsheet';

const units: Readonly<Partial<Record<string, string>>> = {
  area: '（亩）',
  investment: '（亿元）',
  promisedInvestment: '（万元/亩）',
  promisedOutput: '（万元/亩）',
  promisedTax: '（万元/亩）',
  energyTce: '（吨标煤）',
  rdPercent: '（%）',
  actualInvestment: '（万元）',
  actualOutput: '（万元）',
  actualTax: '（万元）',
  value: '（万元/亩）',
};

interface Template {
  readonly name: string;
  /** The columns, in this order; by default every field of the kind. */
  readonly columns?: readonly string[];
  /** Marked with a star besides the required ones: this template uses one of two alternatives. */
  readonly needed?: readonly string[];
  /** By field, as an office would fill them in. */
  readonly examples: readonly Readonly<Record<string, string>>[];
}

const templates: Readonly<Record<ImportKind, Template>> = {
  'contract-ledger': {
    name: '签约项目台账模板',
    examples: [
      {
        projectName: '示例智能装备产业化项目',
        enterpriseName: '海南示例智能装备有限公司',
        creditCode: '91460100MA56UBF00K',
        contractNo: 'HT-2021-0001',
        contractKind: '对赌合同',
        industry: '先进制造',
        park: '美安生态科技新城',
        channel: '产业招商',
        signedOn: '2021-03-11',
        area: '23.27',
        investment: '1.8062',
        promisedInvestment: '776.2',
        promisedOutput: '1234.2',
        promisedTax: '49.9',
        startOn: '2021-09-30',
        completionOn: '2023-06-30',
        productionOn: '2023-12-31',
        fullProduction: '2025',
        energyTce: '1200',
        rdPercent: '3.8',
        firstContactOn: '2020-10-15',
        officer: '招商专员甲',
        note: '',
      },
    ],
  },
  'annual-actuals': {
    name: '企业经营数据模板',
    examples: [
      {
        year: '2025',
        creditCode: '91460100MA56UBF00K',
        enterpriseName: '海南示例智能装备有限公司',
        projectName: '示例智能装备产业化项目',
        actualInvestment: '18062',
        actualOutput: '28720',
        actualTax: '1161',
        source: '统计局',
        note: '',
      },
    ],
  },
  'provincial-standards': {
    name: '省定标准模板',
    columns: [
      'indicator',
      'place',
      'placeLevel',
      'industry',
      'validFrom',
      'validTo',
      'value',
      'documentNo',
      'source',
      'derived',
    ],
    needed: ['indicator', 'place', 'value'],
    examples: [
      {
        indicator: '固定资产投资',
        place: '全区',
        placeLevel: '全区',
        industry: '不限',
        validFrom: '2027-01-01',
        validTo: '长期',
        value: '320',
        documentNo: '琼自然资规〔2026〕8号',
        source: '文件附表 1',
        derived: '否',
      },
      {
        indicator: '税收',
        place: '药谷工业园',
        placeLevel: '园区',
        industry: '医药制造',
        validFrom: '2027-01-01',
        validTo: '2029-12-31',
        value: '35',
        documentNo: '琼自然资规〔2026〕8号',
        source: '文件附表 2',
        derived: '否',
      },
      {
        indicator: '产值（营收）',
        place: '观澜湖旅游园区',
        placeLevel: '园区',
        industry: '不限',
        validFrom: '2027-01-01',
        validTo: '长期',
        value: '不设',
        documentNo: '琼自然资规〔2026〕8号',
        source: '',
        derived: '否',
      },
    ],
  },
  'working-days': {
    name: '工作日历模板',
    columns: ['name', 'day', 'makeUp', 'year', 'source'],
    needed: ['day'],
    examples: [
      { name: '元旦', day: '1月1日至1月3日', makeUp: '', year: '2027', source: '国务院办公厅通知' },
      { name: '春节', day: '2月5日至2月11日', makeUp: '1月30日、2月13日', year: '2027', source: '国务院办公厅通知' },
      { name: '国庆节', day: '2027-10-01至2027-10-07', makeUp: '2027-10-09', year: '2027', source: '国务院办公厅通知' },
    ],
  },
};

/**
 * A sheet with the usual column names (required ones have a star), and a second sheet with examples, which is never
 * read.
 */
export async function templateWorkbook(kind: ImportKind): Promise<{ fileName: string; content: Buffer }> {
  const { name, columns, needed = [], examples } = templates[kind];
  const all: readonly Field[] = fieldsOf[kind];
  const fields = columns ? columns.map((field) => all.find((one) => one.field === field)!) : all;
  const header = fields.map(({ field, names, required }): WrittenCell => ({
    text: `${names[0]}${units[field] ?? ''}${required || needed.includes(field) ? '*' : ''}`,
    mark: 'header',
  }));
  const widths = header.map(({ text }, at) =>
    Math.max(12, text.length * 2, ...examples.map((row) => Math.min(40, (row[fields[at]!.field] ?? '').length * 1.6))),
  );
  const filled = examples.map((row) => fields.map(({ field }): WrittenCell => ({ text: row[field] ?? '' })));
  const content = await writeSpreadsheet(
    { name, rows: [header], widths, headerRows: 1 },
    { name: '示例', rows: [header, ...filled], widths, headerRows: 1 },
  );
  return { fileName: `${name}.xlsx`, content };
}

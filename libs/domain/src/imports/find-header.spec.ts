import { headerText } from './column-units.js';
import { findHeader } from './find-header.js';
import { aGrid, merged } from './grid.example.js';
import { doubledFields, instructionsFrom, missingFields } from './instructions.js';

describe('a header cell taken apart', () => {
  it.each([
    ['用地面积（亩）', { name: '用地面积', bare: '用地面积', unit: 'mu' }],
    ['供地面积(㎡)', { name: '供地面积', bare: '供地面积', unit: 'sqm' }],
    ['总投资 (亿元)', { name: '总投资', bare: '总投资', unit: 'yi' }],
    ['计划投资额\n（单位：万元）', { name: '计划投资额', bare: '计划投资额', unit: 'wan' }],
    ['对赌指标（万元/亩）', { name: '对赌指标', bare: '对赌指标', unit: 'wan-per-mu' }],
    ['企业名称（乙方）*', { name: '企业名称(乙方)', bare: '企业名称' }],
    ['产值（营收）', { name: '产值(营收)', bare: '产值' }],
    ['研发投入占比(%)', { name: '研发投入占比', bare: '研发投入占比', unit: 'percent' }],
    ['年综合能耗（吨标煤）', { name: '年综合能耗(吨标煤)', bare: '年综合能耗' }],
    ['面积/亩', { name: '面积', bare: '面积', unit: 'mu' }],
  ])('%j', (text, parts) => expect(headerText(text)).toEqual(parts));
});

describe('where the header is', () => {
  const single = [
    '序号',
    '项目名称',
    '企业名称(乙方)',
    '信用代码',
    '产业',
    '园区',
    '合同签订日期',
    '供地面积(㎡)',
    '计划投资额(万元)',
  ];
  const fields = (grid: ReturnType<typeof aGrid>) =>
    Object.fromEntries(findHeader(grid, 'contract-ledger')!.columns.map(({ column, field }) => [column, field]));

  it('on the first row', () =>
    expect(findHeader(aGrid([single, [1, '甲项目']]), 'contract-ledger')!.rows).toEqual({ first: 1, last: 1 }));
  it('below a title, a date and an empty row', () =>
    expect(
      findHeader(aGrid([['台账'], ['制表日期'], [], single, [1]], [merged(1, 1, 0, 8)]), 'contract-ledger')!.rows,
    ).toEqual({ first: 4, last: 4 }));
  it('nowhere', () =>
    expect(
      findHeader(
        aGrid([
          ['甲', '乙'],
          [1, 2],
        ]),
        'contract-ledger',
      ),
    ).toBeNull());
  it('with other names for the same columns', () =>
    expect(fields(aGrid([single]))).toEqual({
      0: null,
      1: 'projectName',
      2: 'enterpriseName',
      3: 'creditCode',
      4: 'industry',
      5: 'park',
      6: 'signedOn',
      7: 'area',
      8: 'investment',
    }));

  it('on two rows without vertical merges, where a name spans columns above', () => {
    const grid = aGrid(
      [
        ['项目名称', '投资企业', '承诺指标（万元）', null, null],
        [null, null, '固定资产投资', '产值', '税收'],
        ['甲', '乙', 1, 2, 3],
      ],
      [merged(1, 1, 2, 4)],
    );
    const found = findHeader(grid, 'contract-ledger')!;
    expect(found.rows).toEqual({ first: 1, last: 2 });
    expect(found.columns.slice(2).map(({ field, unit }) => [field, unit])).toEqual([
      ['promisedInvestment', 'wan-total'],
      ['promisedOutput', 'wan-total'],
      ['promisedTax', 'wan-total'],
    ]);
  });

  it('a name above decides between two columns of one name', () => {
    const grid = aGrid(
      [
        ['项目名称', '投资企业', '开工', '约定节点', null],
        [null, null, null, '开工', '竣工'],
      ],
      [merged(1, 2, 0, 0), merged(1, 2, 1, 1), merged(1, 2, 2, 2), merged(1, 1, 3, 4)],
    );
    expect(findHeader(grid, 'contract-ledger')!.columns.map(({ field }) => field)).toEqual([
      'projectName',
      'enterpriseName',
      null,
      'startOn',
      'completionOn',
    ]);
  });

  it('a name that only contains a known one is likely, not sure', () =>
    expect(
      findHeader(aGrid([['项目名称', '投资企业', '拟供地面积情况']]), 'contract-ledger')!.columns[2],
    ).toMatchObject({ field: 'area', confidence: 'likely' }));
});

describe('a mapping', () => {
  const { columns } = instructionsFrom(findHeader(aGrid([['年度', '企业名称', '备注']]), 'annual-actuals')!);
  it('lists fields without a column', () =>
    expect(missingFields('annual-actuals', columns)).toEqual([
      'creditCode',
      'actualInvestment',
      'actualOutput',
      'actualTax',
    ]));
  it('lists fields with two columns', () =>
    expect(
      doubledFields([
        { column: 0, field: 'area', unit: null },
        { column: 1, field: 'area', unit: null },
        { column: 2, field: null, unit: null },
        { column: 3, field: null, unit: null },
      ]),
    ).toEqual(['area']));
});

describe('a header of three rows', () => {
  const grid = aGrid(
    [
      ['签约项目台账'],
      ['项目名称', '投资企业', '用地面积', '对赌指标', null, null],
      [null, null, null, '固定资产投资', '产值', '税收'],
      [null, null, '（亩）', '万元/亩', '万元/亩', '万元/亩'],
      ['甲项目', '甲公司', 20, 670, 976, 82],
    ],
    [merged(1, 1, 0, 5), merged(2, 4, 0, 0), merged(2, 4, 1, 1), merged(2, 3, 2, 2), merged(2, 2, 3, 5)],
  );
  it('with the units in the third', () => {
    const found = findHeader(grid, 'contract-ledger')!;
    expect(found.rows).toEqual({ first: 2, last: 4 });
    expect(found.columns.map(({ field, unit }) => [field, unit])).toEqual([
      ['projectName', null],
      ['enterpriseName', null],
      ['area', 'mu'],
      ['promisedInvestment', 'wan-per-mu'],
      ['promisedOutput', 'wan-per-mu'],
      ['promisedTax', 'wan-per-mu'],
    ]);
  });
  it('a column left out knows how many numbers would be lost with it', () =>
    expect(
      findHeader(
        aGrid([
          ['序号', '项目名称', '投资企业', '用地面积', '奖补系数'],
          [1, '甲项目', '甲公司', 20, 1.2],
          [2, '乙项目', '乙公司', 20, 1.4],
        ]),
        'contract-ledger',
      )!.columns.map(({ field, numbers }) => [field, numbers]),
    ).toEqual([
      [null, 0],
      ['projectName', 0],
      ['enterpriseName', 0],
      ['area', 2],
      [null, 2],
    ]));
});

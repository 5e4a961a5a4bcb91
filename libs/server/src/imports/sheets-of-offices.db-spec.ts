import { caseFile, countsOf, faultsOf, importBench, noticesOf, type ImportBench } from './import-bench.example.js';

describe('sheets as offices write them', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await importBench();
    await bench.committed(await bench.checked(caseFile('00-底表-两家企业.xlsx'), '00.xlsx'));
  });
  afterAll(() => bench?.opened.close());

  const signed = (like: string) =>
    bench.query<{ name: string; on: string; number: string }>(
      `SELECT e.name, c.signed_on::text AS on, c.number
       FROM contract c
       JOIN enterprise e ON e.id = c.enterprise_id
       WHERE e.name LIKE $1
       ORDER BY e.name DESC`,
      [`%${like}%`],
    );

  it('a day 43 seconds before its midnight is that day', async () => {
    const record = await bench.checked(caseFile('01-日期少43秒.xlsx'), '01.xlsx');
    expect([countsOf(record), noticesOf(record)]).toEqual([[3, 0, 0], { 'date.rounded-up': 2 }]);
    await bench.committed(record);
    expect((await signed('煦')).map(({ on }) => on)).toEqual(['2024-01-01', '2024-01-01', '2024-01-01']);
  });

  it('a formula that gives an empty text is an empty cell', async () => {
    const record = await bench.checked(caseFile('02-公式结果为空文本.xlsx'), '02.xlsx');
    expect([countsOf(record), faultsOf(record)]).toEqual([[2, 0, 0], []]);
    await bench.committed(record);
    expect((await signed('翊')).map(({ number }) => number)).toContain('CX-2023-77');
  });

  it('texts in a part whose name differs in case are read', async () => {
    const record = await bench.checked(caseFile('04-SharedStrings大写.xlsx'), '04.xlsx');
    expect([countsOf(record), record.mapping[1]?.header]).toEqual([[1, 0, 0], ['项目名称']]);
  });

  it('codes kept as text by an equals sign, in GB 18030', async () => {
    const record = await bench.checked(caseFile('22-csv等号引号代码.csv'), '22.csv');
    expect([countsOf(record), faultsOf(record)]).toEqual([[2, 0, 0], []]);
  });
});

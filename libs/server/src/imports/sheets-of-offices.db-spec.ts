import { packed } from '../../../platform/src/spreadsheet/workbook.example.js';
import { caseFile, countsOf, faultsOf, importBench, noticesOf, type ImportBench } from './import-bench.example.js';
import { GiveUp } from './steps/give-up.js';

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

  const inOtherWords =
    '拟建项目全称,业主单位,企业税号,所处行业门类,项目选址,签署日,地块大小（亩）,协议引资额（万元）,固投强度（万元/亩）,产出强度（万元/亩）,税收强度承诺（万元/亩）,奖补系数\n' +
    '榕树一期项目,海南榕树科技有限公司,91460100MA56UBF00K,医药制造,药谷工业园,2023-03-11,20,13400,670,976,82,1.25\n';

  it('headers in other words bring the promises, and a column with numbers that is left out is said', async () => {
    const record = await bench.checked(Buffer.from(inOtherWords), 'words.csv');
    expect([record.status, countsOf(record), faultsOf(record)]).toEqual(['checked', [1, 0, 0], []]);
    const done = await bench.committed(record);
    expect(done.result).toMatchObject({ contracts: 1, commitments: 3 });
    expect(done.leftOut).toEqual([{ column: 'L', header: '奖补系数', numbers: 1 }]);
    expect(
      await bench.query(`SELECT cells -> 11 ->> 'text' AS kept FROM import_row WHERE import_id = $1 AND row = 2`, [
        done.id,
      ]),
    ).toEqual([{ kept: '1.25' }]);
  });

  it('the unit in a header counts for a column that a person maps', async () => {
    const odd = inOtherWords.replace('产出强度', '甲乙丙').replace('榕树一期', '榕树二期');
    const record = await bench.checked(Buffer.from(odd), 'odd.csv');
    expect(record.leftOut.map(({ column }) => column)).toEqual(['J', 'L']);
    const mapped = await bench.changed(record, { mapping: [{ column: 'J', field: 'promisedOutput' }] });
    expect(mapped.mapping.find(({ column }) => column === 'J')).toMatchObject({
      unit: 'wan-per-mu',
      confidence: 'chosen',
    });
    expect(mapped.units.filter(({ question }) => question)).toEqual([]);
  });

  it('whatever a step meets, the import ends in a state with a reason', async () => {
    const poison = packed({ sheets: { 台账: '<sheetData><row r="99999999999"><c><v>1</v></c></row></sheetData>' } });
    expect(await bench.checked(Buffer.from(poison), 'poison.xlsx')).toMatchObject({
      status: 'failed',
      failure: { code: 'sheet.damaged' },
    });
    const giveUp = new GiveUp(bench.opened.database);
    for (const status of ['uploaded', 'checking', 'committing', 'reverting'] as const) {
      const { id } = await bench.checked(caseFile('04-SharedStrings大写.xlsx'), `${status}.xlsx`);
      await bench.opened.database.transaction('system:spec', (tx) =>
        tx.run(
          `UPDATE import SET status = $2, asked_at = now() - interval '1 hour', version = version + 1 WHERE id = $1`,
          [id, status],
        ),
      );
      await giveUp.endStuck();
      // The import of the bench is still open: somebody may be working on it.
      expect((await bench.one(id)).status).toBe(status);
      await bench.opened.database.transaction('system:spec', (tx) =>
        tx.run(`UPDATE job_request SET done_at = now() WHERE payload ->> 'importId' = $1`, [id]),
      );
      await giveUp.endStuck();
      expect(await bench.one(id)).toMatchObject({
        status: status === 'reverting' ? 'committed' : 'failed',
        failure: { code: 'import.broke-off' },
      });
    }
  });

  it('days that stop at a month are asked about once per column, and the answer is remembered', async () => {
    const record = await bench.checked(caseFile('11-节点只写到月.xlsx'), '11.xlsx');
    const open = (one: typeof record) => one.units.filter(({ question }) => question).map(({ columns }) => columns[0]);
    expect([countsOf(record), open(record)]).toEqual([
      [2, 0, 0],
      ['O', 'P', 'Q'],
    ]);
    const answered = await bench.changed(record, {
      mapping: [
        { column: 'O', field: 'startOn', unit: 'period-first' },
        { column: 'P', field: 'completionOn', unit: 'period-end' },
        { column: 'Q', field: 'productionOn', unit: 'period-end' },
      ],
    });
    expect(open(answered)).toEqual([]);
    await bench.committed(answered);
    expect(
      await bench.query(
        `SELECT m.planned_on::text AS on
         FROM milestone m
         JOIN contract c ON c.id = m.contract_id
         JOIN enterprise e ON e.id = c.enterprise_id
         WHERE e.name = '海南沐航医疗科技有限公司'
         ORDER BY 1`,
      ),
    ).toEqual([{ on: '2023-06-01' }, { on: '2024-06-30' }, { on: '2024-12-31' }]);
    const again = await bench.checked(caseFile('11-节点只写到月.xlsx'), '11.xlsx');
    expect([open(again), countsOf(again)]).toEqual([[], [0, 0, 0]]);
  });

  it('headings of groups and counted subtotals are passed over', async () => {
    const record = await bench.checked(caseFile('11b-分组标题行.xlsx'), '11b.xlsx');
    expect([countsOf(record), faultsOf(record)]).toEqual([[2, 0, 4], []]);
    expect(record.counts?.skippedBy).toMatchObject({ heading: 2, subtotal: 1, total: 1 });
  });

  it('two contracts of one project with different numbers are two', async () => {
    const record = await bench.checked(caseFile('27-同项目两份合同不同编号.xlsx'), '27.xlsx');
    expect([countsOf(record), faultsOf(record)]).toEqual([[2, 0, 0], []]);
    await bench.committed(record);
    expect((await signed('云杉')).map(({ number }) => number).sort()).toEqual([
      '高新合〔2023〕17号',
      '高新合〔2023〕58号',
    ]);
    expect((await bench.checked(caseFile('27-同项目两份合同不同编号.xlsx'), '27.xlsx')).counts).toMatchObject({
      valid: 0,
      unchanged: 2,
    });
  });

  it('a share of 0.038 in a column of per cents is asked about', async () => {
    const sheet = (project: string) =>
      Buffer.from(
        '项目名称,投资企业,统一社会信用代码,产业,落户园区,签约时间,用地面积（亩）,研发投入占比（%）\n' +
          `${project},海南椰林科技有限公司,91460100MA5EA08552,医药制造,药谷工业园,2023-03-11,20,0.038\n`,
      );
    const record = await bench.checked(sheet('椰林一期'), 'k.csv');
    expect(record.units.filter(({ question }) => question)).toMatchObject([
      { group: 'percent', readings: [{ means: { value: '0.038%' } }, { means: { value: '3.8%' } }] },
    ]);
    await bench.committed(await bench.changed(record, { units: { percent: 'fraction' } }));
    expect(await bench.query(`SELECT rd_percent::float AS rd FROM contract WHERE rd_percent IS NOT NULL`)).toEqual([
      { rd: 3.8 },
    ]);
  });

  it('figures shown as 万元 by their number format are read as shown', async () => {
    const record = await bench.checked(caseFile('03-经营数据-WPS单位万元格式.xlsx'), '03.xlsx', 'annual-actuals');
    expect([countsOf(record), noticesOf(record), record.questions]).toEqual([[1, 0, 0], { 'number.scaled': 3 }, []]);
    await bench.committed(record);
    expect(await bench.query(`SELECT trim_scale(value)::text AS wan FROM actual ORDER BY value`)).toEqual([
      { wan: '1640' },
      { wan: '13400' },
      { wan: '19520' },
    ]);
    await bench.reverted(record);
  });

  it('元 under a header of 万元 is held against the promise and asked', async () => {
    const sheet = Buffer.from(
      '年度,统一社会信用代码,企业名称,项目名称,当年税收（万元）,累计完成固定资产投资（万元）,当年产值（万元）\n' +
        '2025,91469900MAEHEPFQ0B,海南澄溪制药有限公司,澄溪疫苗车间项目,16400000,13400,19520\n',
    );
    const record = await bench.checked(sheet, 'yuan.csv', 'annual-actuals');
    expect([countsOf(record), faultsOf(record)]).toEqual([[0, 1, 0], ['2 E figure.doubtful']]);
    expect(record.questions).toMatchObject([
      { question: 'doubtful-figures', figures: [{ row: 2, indicator: 'tax', why: 'promise', againstWan: '1640' }] },
    ]);
    const confirmed = await bench.changed(record, { confirm: record.questions.map(({ key }) => key) });
    expect(countsOf(confirmed)).toEqual([1, 0, 0]);
    const taken = await bench.changed(confirmed, { unconfirm: record.questions.map(({ key }) => key) });
    expect(countsOf(taken)).toEqual([0, 1, 0]);
  });

  it('negative tax is a refund: marked, asked about, and taken', async () => {
    const record = await bench.checked(caseFile('23-当年税收为负-退税.xlsx'), '23.xlsx', 'annual-actuals');
    expect([countsOf(record), noticesOf(record)]).toEqual([[0, 2, 0], { 'number.negative': 2 }]);
    expect(record.questions[0]?.figures.map(({ wan, why }) => [wan, why])).toEqual([
      ['-85.5', 'refund'],
      ['-85.5', 'refund'],
    ]);
    const done = await bench.committed(
      await bench.changed(record, { confirm: record.questions.map(({ key }) => key) }),
    );
    expect([done.status, done.result?.actuals]).toEqual(['committed', 6]);
    expect(await bench.query(`SELECT trim_scale(value)::text AS wan FROM actual WHERE value < 0`)).toEqual([
      { wan: '-85.5' },
      { wan: '-85.5' },
    ]);
  });

  it('a row whose name and code are two firms stops, with both named, and a person picks', async () => {
    const record = await bench.checked(caseFile('06-台账-信用代码拖错行.xlsx'), '06.xlsx');
    expect([countsOf(record), faultsOf(record)]).toEqual([
      [0, 2, 0],
      ['3 C enterprise.name-differs', '4 C enterprise.name-differs'],
    ]);
    expect(record.errors[0]).toMatchObject({
      params: {
        name: '海南博维医疗器械有限公司',
        other: '海南澄溪制药有限公司',
        choices: [{ value: '海南澄溪制药有限公司' }],
      },
    });
    const picked = await bench.changed(record, {
      fixes: [
        { row: 3, column: 'C', value: '海南澄溪制药有限公司' },
        { row: 4, column: 'D', value: '91460100MA54M53L4H' },
      ],
    });
    expect([countsOf(picked), faultsOf(picked)]).toEqual([[2, 0, 0], []]);
    const figures = await bench.checked(
      Buffer.from(
        '年度,统一社会信用代码,企业名称,当年税收（万元）,累计完成固定资产投资（万元）,当年产值（万元）\n2024,91469900MAEHEPFQ0B,海南博维医疗器械有限公司,5,5,5\n',
      ),
      '06.csv',
      'annual-actuals',
    );
    expect(faultsOf(figures)).toEqual(['2 C enterprise.name-differs']);
  });

  it('the code of a contract joins the firm of that name which has none, once confirmed; a revert parts them', async () => {
    await bench.opened.database.transaction('system:spec', (tx) =>
      tx.run(
        `INSERT INTO enterprise (id, name, match_name) VALUES (gen_random_uuid(), '海南凌岚制药有限公司', '海南凌岚制药')`,
      ),
    );
    const firms = () => bench.query(`SELECT credit_code AS code FROM enterprise WHERE name LIKE '海南凌岚%'`);
    const record = await bench.checked(caseFile('05-线索企业后来签约.xlsx'), '05.xlsx');
    expect([faultsOf(record), record.questions]).toMatchObject([
      ['3 D enterprise.code-joins'],
      [{ question: 'codes-join', firms: [{ row: 3, name: '海南凌岚制药有限公司', creditCode: '91469900MAEUXA9B48' }] }],
    ]);
    const done = await bench.committed(
      await bench.changed(record, { confirm: record.questions.map(({ key }) => key) }),
    );
    expect([done.status, await firms()]).toEqual(['committed', [{ code: '91469900MAEUXA9B48' }]]);
    await bench.reverted(done);
    expect(await firms()).toEqual([{ code: null }]);
    // Renamed meanwhile: the sheet still has the former name, and would make a second enterprise of it.
    await bench.opened.database.transaction('system:spec', async (tx) => {
      await tx.run(
        `INSERT INTO enterprise_former_name (id, enterprise_id, name, match_name, to_day)
         SELECT gen_random_uuid(), id, name, match_name, '2026-01-31' FROM enterprise WHERE name LIKE '海南凌岚%'`,
      );
      await tx.run(
        `UPDATE enterprise SET name = '海南岚新制药有限公司', match_name = '海南岚新制药', version = version + 1
         WHERE name LIKE '海南凌岚%'`,
      );
    });
    const again = await bench.checked(caseFile('05-线索企业后来签约.xlsx'), '05-2.xlsx');
    expect([faultsOf(again), again.questions]).toMatchObject([
      ['3 D enterprise.former-name'],
      [{ question: 'former-names', firms: [{ row: 3, name: '海南岚新制药有限公司' }] }],
    ]);
    const another = await bench.committed(
      await bench.changed(again, { confirm: again.questions.map(({ key }) => key) }),
    );
    expect([another.status, await firms()]).toEqual(['committed', [{ code: '91469900MAEUXA9B48' }]]);
  });

  it('a group and a stock company of one stem are two firms', async () => {
    const record = await bench.checked(caseFile('29-集团与股份两家都已登记.xlsx'), '29.xlsx');
    expect([countsOf(record), faultsOf(record)]).toEqual([[2, 0, 0], []]);
    await bench.committed(record);
    expect(
      await bench.query(`SELECT count(DISTINCT credit_code)::int AS n FROM enterprise WHERE name LIKE '瀚海%'`),
    ).toEqual([{ n: 2 }]);
  });

  it('a code that fails its check is taken once somebody vouches for it, and the reason is kept', async () => {
    const record = await bench.checked(caseFile('09-机构码校验位不合的真码.xlsx'), '09.xlsx');
    expect([countsOf(record), faultsOf(record)]).toEqual([[0, 1, 0], ['3 D uscc.check']]);
    expect(record.questions).toMatchObject([
      {
        question: 'vouch-codes',
        confirmed: false,
        codes: [{ row: 3, creditCode: '91469900MAEDJF1W0T', reason: null }],
      },
    ]);
    await expect(
      bench.changed(record, { vouch: [{ creditCode: '91469900MAEDJF1W', reason: '短了两位' }] }),
    ).rejects.toMatchObject({ code: 'uscc.check' });
    const reason = '李主任在公示系统查到，2026-11-20';
    const vouched = await bench.changed(record, { vouch: [{ creditCode: '91469900maedjf1w0t', reason }] });
    expect([countsOf(vouched), noticesOf(vouched)]).toEqual([[1, 0, 0], { 'uscc.vouched': 1 }]);
    expect(vouched.questions).toMatchObject([{ confirmed: true, codes: [{ reason }] }]);
    await bench.committed(vouched);
    const firm = `SELECT credit_code_seen_by AS "seenBy" FROM enterprise WHERE credit_code = '91469900MAEDJF1W0T'`;
    expect(await bench.query(firm)).toEqual([{ seenBy: reason }]);
    // The firm is registered with it, so the next sheet needs nobody.
    expect((await bench.checked(caseFile('09-机构码校验位不合的真码.xlsx'), '09.xlsx')).counts).toMatchObject({
      invalid: 0,
      unchanged: 1,
    });
  });

  it('a foreign firm, one to be founded and a framework without land are taken in and marked', async () => {
    const record = await bench.checked(caseFile('10-境外与待注册企业.xlsx'), '10.xlsx');
    expect([countsOf(record), faultsOf(record)]).toEqual([[3, 0, 0], []]);
    await bench.committed(record);
    const firms = (like: string) =>
      bench.query(
        `SELECT e.standing, e.credit_code AS code, c.kind, c.land_free AS "landFree"
         FROM enterprise e
         JOIN contract c ON c.enterprise_id = e.id
         WHERE e.name LIKE $1`,
        [like],
      );
    expect(await firms('Qiming%')).toEqual([{ standing: 'foreign', code: null, kind: 'performance', landFree: false }]);
    expect(await firms('海南睿达%')).toEqual([
      { standing: 'to-be-founded', code: null, kind: 'performance', landFree: false },
    ]);
    expect(await firms('嘉和控股%')).toEqual([
      { standing: 'registered', code: null, kind: 'framework', landFree: true },
    ]);
    expect((await bench.checked(caseFile('10-境外与待注册企业.xlsx'), '10.xlsx')).counts).toMatchObject({
      unchanged: 3,
    });
    // Founded meanwhile: the sheet brings the code, and after a yes it is the same firm.
    const founded =
      '项目名称,企业名称,统一社会信用代码,合同类型,产业,落户园区,签约时间,用地面积（亩）\n' +
      '睿达新材二期,海南睿达新材料有限公司,91460100MA5D1RXN57,实质合同,医药制造,药谷工业园,2024-03-11,10\n';
    const joined = await bench.checked(Buffer.from(founded), 'founded.csv');
    expect(joined.questions).toMatchObject([{ question: 'codes-join', firms: [{ creditCode: '91460100MA5D1RXN57' }] }]);
    await bench.committed(await bench.changed(joined, { confirm: joined.questions.map(({ key }) => key) }));
    expect((await firms('海南睿达%')).map((row) => Object.values(row).slice(0, 2))).toEqual([
      ['registered', '91460100MA5D1RXN57'],
      ['registered', '91460100MA5D1RXN57'],
    ]);
  });

  it('a Chinese name without a code is asked about: to be founded, or foreign', async () => {
    const sheet = Buffer.from(
      '项目名称,企业名称,统一社会信用代码,合同类型,产业,落户园区,签约时间,用地面积（亩）\n' +
        '青禾项目,海南青禾科技有限公司,,实质合同,医药制造,药谷工业园,2024-03-11,10\n',
    );
    const record = await bench.checked(sheet, 'missing.csv');
    expect(faultsOf(record)).toEqual(['2 C uscc.missing']);
    const answered = await bench.changed(record, { fixes: [{ row: 2, column: 'C', value: '待注册' }] });
    expect([countsOf(answered), noticesOf(answered)]).toEqual([[1, 0, 0], { 'firm.uncoded': 1 }]);
  });
});

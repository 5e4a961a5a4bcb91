import { CorrectionsService } from '../corrections/index.js';
import { ApprovalsService } from '../approvals/index.js';
import { ActualsService, ContractPromises } from '../commitments/index.js';
import { ContractsService } from '../contracts/index.js';
import { FixedClock } from '@crm/platform/clock';
import { anActor } from '../../../../test/servers/opened-database.js';
import { caseFile, importBench, type ImportBench } from './import-bench.example.js';
import { FigureCorrections } from './steps/figure-corrections.js';
import { RowCorrections } from './steps/row-corrections.js';

const INSTANT = '2026-11-20T02:00:00Z';
const CASE = '26-更正总投资与面积.xlsx';
/** The ledger as it came first: the area and the total have a digit too many. */
const SLIP =
  '项目名称,企业名称,统一社会信用代码,合同类型,产业,落户园区,签约时间,用地面积（亩）,总投资（万元）,达产年\n' +
  '屹禾展厅项目,海南屹禾科技有限公司,91469900MAEH2D2X77,实质合同,医药制造,药谷工业园,2023-03-11,250,134000,2025\n';

describe('a ledger that comes again with the right values', () => {
  let bench: ImportBench;
  let rows: RowCorrections;
  let approvals: ApprovalsService;

  beforeAll(async () => {
    bench = await importBench(INSTANT);
    const { database } = bench.opened;
    const clock = new FixedClock(INSTANT);
    const promises = new ContractPromises(clock);
    approvals = new ApprovalsService(database, clock);
    const contracts = new ContractsService(database, clock, promises);
    rows = new RowCorrections(
      database,
      clock,
      new CorrectionsService(database, clock, promises, contracts, approvals),
      new FigureCorrections(clock, new ActualsService(database, clock)),
    );
  });
  afterAll(() => bench?.opened.close());

  const contract = () =>
    bench.query(
      `SELECT trim_scale(c.area_mu)::text AS mu, trim_scale(c.amount_wan)::text AS wan
       FROM contract c
       JOIN enterprise e ON e.id = c.enterprise_id
       WHERE e.name = '海南屹禾科技有限公司'`,
    );

  it('offers its rows; one reason for all, a correction for each, the workbook as evidence; the import ends', async () => {
    const first = await bench.committed(await bench.checked(Buffer.from(SLIP), 'slip.csv'));
    expect([first.status, await contract()]).toEqual(['committed', [{ mu: '250', wan: '134000' }]]);

    const again = await bench.checked(caseFile(CASE), CASE);
    expect(again.counts).toMatchObject({ valid: 0, differs: 1, unchanged: 0 });
    const { data: offered } = await rows.list(bench.manager, again.id, 'zh');
    expect(offered).toMatchObject([
      {
        row: 3,
        enterpriseName: '海南屹禾科技有限公司',
        lines: [
          { field: 'amountWan', before: '134000', after: '13400' },
          { field: 'areaMu', before: '250', after: '25' },
        ],
        refused: null,
        correction: null,
      },
    ]);

    const reason = '台账多写了一个零';
    const asked = await rows.ask(bench.manager, again.id, { rows: [3, 9], reason }, 'zh');
    expect(asked.data).toMatchObject([{ row: 3, refused: null, correction: { state: 'pending' } }]);
    const twice = await rows.ask(bench.manager, again.id, { rows: [3], reason }, 'zh');
    expect(twice.data).toMatchObject([{ refused: { code: 'correction.open' }, correction: { state: 'pending' } }]);
    expect(await contract()).toEqual([{ mu: '250', wan: '134000' }]);

    const [waiting] = await bench.opened.database.read((read) => approvals.openOf(read, {}));
    const director = await anActor(bench.opened, 'director');
    await expect(approvals.approve(bench.manager, waiting!.id, waiting!.version, '')).rejects.toMatchObject({
      code: 'approval.own',
    });
    await approvals.approve(director, waiting!.id, waiting!.version, '与合同原件一致');
    expect(await contract()).toEqual([{ mu: '25', wan: '13400' }]);
    expect((await rows.list(bench.manager, again.id, 'zh')).data).toMatchObject([
      { lines: [{ field: 'amountWan' }, { field: 'areaMu' }, expect.anything()], correction: { state: 'in-force' } },
    ]);

    expect(await bench.committed(again)).toMatchObject({ status: 'committed', result: { contracts: 0 } });
    expect((await bench.checked(caseFile(CASE), 'again.xlsx')).counts).toMatchObject({ differs: 0, unchanged: 1 });
    // The first import brought the contract; it is not taken back over a correction.
    await expect(bench.reverted(first)).rejects.toMatchObject({ code: 'import.in-use' });
  });

  it('corrects annual figures at once, keeps the old ones, and leaves a verified one alone', async () => {
    const HEAD = '企业名称,统一社会信用代码,年度,固定资产投资(万元),产值(万元),税收(万元),来源';
    const [firm] = await bench.query<{ name: string; code: string; id: string }>(
      `SELECT e.name, e.credit_code AS code, c.id
       FROM contract c
       JOIN enterprise e ON e.id = c.enterprise_id
       WHERE e.name = '海南屹禾科技有限公司'`,
    );
    const sheet = (tax: string, output: string) =>
      Buffer.from(`${HEAD}\n${firm!.name},${firm!.code},2024,,${output},${tax},统计\n`);
    const figures = () =>
      bench.query(
        `SELECT indicator, trim_scale(value)::text AS value, known_to IS NULL AS now, correction_reason AS why
         FROM actual
         WHERE contract_id = $1 AND year = 2024
         ORDER BY indicator, known_from`,
        [firm!.id],
      );
    const first = await bench.checked(sheet('310', '5200'), 'figures.csv', 'annual-actuals');
    expect(first.counts).toMatchObject({ valid: 1, invalid: 0 });
    await bench.committed(first);

    const again = await bench.checked(sheet('316', '5200'), 'again.csv', 'annual-actuals');
    expect(again.counts).toMatchObject({ valid: 0, differs: 1 });
    expect((await rows.list(bench.manager, again.id, 'zh')).data).toMatchObject([
      { row: 2, refused: null, correction: null, lines: [{ field: 'figure.tax.2024', before: '310', after: '316' }] },
    ]);
    const reason = '税务年报更正';
    const done = await rows.ask(bench.manager, again.id, { rows: [2, 9], reason }, 'zh');
    expect(done.data).toMatchObject([
      { refused: null, correction: { state: 'in-force', approvalId: null }, lines: [{ before: '310', after: '316' }] },
    ]);
    expect(await figures()).toEqual([
      { indicator: 'output', value: '5200', now: true, why: null },
      { indicator: 'tax', value: '310', now: false, why: null },
      { indicator: 'tax', value: '316', now: true, why: reason },
    ]);
    const twice = await rows.ask(bench.manager, again.id, { rows: [2], reason }, 'zh');
    expect(twice.data).toMatchObject([{ refused: { code: 'correction.settled' } }]);

    const third = await bench.checked(sheet('320', '5200'), 'third.csv', 'annual-actuals');
    await bench.opened.database.transaction('system:spec', (tx) =>
      tx.run(`UPDATE actual SET verified_at = now(), verified_by = $2 WHERE contract_id = $1 AND known_to IS NULL`, [
        firm!.id,
        bench.manager.userId,
      ]),
    );
    expect((await rows.list(bench.manager, third.id, 'zh')).data).toMatchObject([
      { refused: { code: 'actual.locked' } },
    ]);
    const locked = await rows.ask(bench.manager, third.id, { rows: [2], reason }, 'zh');
    expect(locked.data).toMatchObject([{ refused: { code: 'actual.locked' } }]);
    expect(await figures()).toHaveLength(3);
  });
});

import type { Import } from '@crm/api-contract/imports';
import { FixedClock } from '@crm/platform/clock';
import { MergingService } from '../merging/index.js';
import { EnterprisesService } from '../enterprises/index.js';
import { ImportsService } from './imports.service.js';
import { booksOn } from './books/ledger-books.example.js';
import { caseFile, importBench, type ImportBench } from './import-bench.example.js';

const NOW = '2026-11-20T02:00:00Z';
const HEAD = '项目名称,企业名称,统一社会信用代码,合同类型,产业,落户园区,签约时间,用地面积（亩）';

describe('every import comes to an end', () => {
  let bench: ImportBench;
  let service: ImportsService;
  beforeAll(async () => {
    bench = await importBench(NOW);
    const { database } = bench.opened;
    service = new ImportsService(database, booksOn(database, NOW), new FixedClock(NOW));
  });
  afterAll(() => bench?.opened.close());
  const close = ({ id }: Import) => service.close(bench.manager, id, '整份用错了模板', 'zh');

  it('also one whose rows are all faulty: somebody closes it, with the reason', async () => {
    const faulty = await bench.checked(
      Buffer.from(`${HEAD}\n某项目,某某有限公司,不是代码,实质合同,无此产业,无此园区,2024-13-40,-10\n`),
      'faulty.csv',
    );
    expect(faulty).toMatchObject({ status: 'checked', counts: { valid: 0, invalid: 1 } });
    await expect(service.commit(bench.manager, faulty.id, 'zh')).rejects.toMatchObject({ code: 'import.nothing' });
    const closed = await close(faulty);
    expect(closed).toMatchObject({
      status: 'closed',
      failure: { code: 'import.closed', message: '没有导入，已关闭：整份用错了模板' },
    });
    expect(closed.errors.length).toBeGreaterThan(0);
    for (const refused of [close(faulty), service.commit(bench.manager, faulty.id, 'zh')])
      await expect(refused).rejects.toMatchObject({ code: 'import.state' });
  });

  it('also one whose header nobody finds', async () => {
    const unread = await bench.checked(Buffer.from('甲,乙\n1,2\n3,4\n'), 'unread.csv');
    expect(unread.status).toBe('needs-mapping');
    expect((await close(unread)).status).toBe('closed');
  });

  it('but not one that a worker is at, or that is at its end', async () => {
    const done = await bench.committed(await bench.checked(caseFile('00-底表-两家企业.xlsx'), 'ledger.xlsx'));
    await expect(close(done)).rejects.toMatchObject({ code: 'import.state' });
  });

  describe('a ledger whose contracts a merge moved', () => {
    const ledger = async (name: string, code: string) => {
      const sheet = `${HEAD}\n${name}一期,${name},${code},实质合同,医药制造,药谷工业园,2024-03-11,10\n`;
      const record = await bench.committed(await bench.checked(Buffer.from(sheet), `${name}.csv`));
      expect(record).toMatchObject({ status: 'committed', result: { contracts: 1 } });
      return record;
    };
    const merging = () => new MergingService(bench.opened.database, new FixedClock(NOW));
    /** The firm of the ledger goes into another record. */
    const merge = async (name: string, code: string) => {
      const firms = new EnterprisesService(bench.opened.database, new FixedClock(NOW));
      const winner = await firms.create(bench.manager, { name: `${name}集团登记有限公司` });
      const [loser] = await bench.query<{ id: string }>('SELECT id FROM enterprise WHERE credit_code = $1', [code]);
      return merging().merge(bench.manager, { winnerId: winner.id, loserId: loser!.id, reason: '同一家' });
    };

    it('is taken back all the same, also after an undo and another merge', async () => {
      const code = '91460100MA56UBF00K';
      const record = await ledger('海南并转科技有限公司', code);
      const first = await merge('海南并转甲', code);
      await merging().undo(bench.manager, first.id, '并错了');
      await merge('海南并转乙', code);
      expect(await bench.reverted(record)).toMatchObject({ status: 'reverted' });
      expect(await bench.query('SELECT id FROM contract WHERE import_id = $1', [record.id])).toEqual([]);
    });

    it('is not, if somebody has worked on one of them as well', async () => {
      const code = '91330100799655058B';
      const record = await ledger('海南并改科技有限公司', code);
      await merge('海南并改甲', code);
      await bench.opened.database.transaction('system:spec', (tx) =>
        tx.run(`UPDATE contract SET note = '补记', version = version + 1 WHERE import_id = $1`, [record.id]),
      );
      await expect(bench.reverted(record)).rejects.toMatchObject({ code: 'import.in-use' });
    });
  });
});

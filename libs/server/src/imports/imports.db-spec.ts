import type { Import } from '@crm/api-contract/imports';
import { FixedClock } from '@crm/platform/clock';
import { readSpreadsheet } from '@crm/platform/spreadsheet';
import { LEDGER, FIGURES, ledgerFile } from '../../../../test/servers/importing.js';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import type { Actor } from '../data-access/index.js';
import { AcceptUpload } from './steps/accept-upload.js';
import { ChangeInstructions } from './steps/change-instructions.js';
import { CheckRows } from './steps/check-rows.js';
import { CommitRows } from './steps/commit-rows.js';
import { ImportsService } from './imports.service.js';
import { booksOn } from './books/ledger-books.example.js';
import type { LedgerBooks } from './books/ledger-books.js';
import { ReadSheet } from './steps/read-sheet.js';
import { RevertRows } from './steps/revert-rows.js';

describe('imports', () => {
  let opened: OpenedDatabase;
  let manager: Actor;
  let officer: Actor;
  let uploads: AcceptUpload;
  let service: ImportsService;
  let instructions: ChangeInstructions;
  let reading: ReadSheet;
  let checking: CheckRows;
  let committing: CommitRows;
  let books: LedgerBooks;

  beforeAll(async () => {
    opened = await openedDatabase();
    const { database } = opened;
    books = booksOn(database);
    [manager, officer] = await Promise.all([anActor(opened, 'manager'), anActor(opened, 'officer')]);
    uploads = new AcceptUpload(database);
    service = new ImportsService(database, books, new FixedClock('2026-11-20T02:00:00Z'));
    instructions = new ChangeInstructions(database);
    reading = new ReadSheet(database, async (file) => readSpreadsheet(file));
    checking = new CheckRows(database, books);
    committing = new CommitRows(database, books);
  });
  afterAll(() => opened?.close());

  const query = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    opened.database.read((rows) => rows.rows<Row>(sql, values));
  const checked = async (
    content: Buffer,
    fileName: string,
    kind: Import['kind'] = 'contract-ledger',
  ): Promise<Import> => {
    const { id } = await uploads.accept(manager, { kind, fileName, content }, 'zh');
    await reading.read(id);
    await checking.check(id);
    return service.one(manager, id, 'zh');
  };
  const committed = async (id: string): Promise<Import> => {
    await service.commit(manager, id, 'zh');
    await committing.commit(id);
    return service.one(manager, id, 'zh');
  };
  const header =
    '项目名称,投资企业,统一社会信用代码,产业,落户园区,签约时间,用地面积（亩）,固定资产投资（万元/亩）,产值（万元/亩）,税收（万元/亩）,达产年';
  const small = (project: string, perMu = '776.2') =>
    Buffer.from(
      `${header}\n${project},海南嘉和智能装备有限公司,91460100MA56UBF00K,先进制造,美安,2021-03-11,23.27,${perMu},1234.2,49.9,2025`,
    );

  it('a file comes in with its record, its request to be read and who brought it; a refused one leaves nothing', async () => {
    const { id, sha256 } = await uploads.accept(
      manager,
      { kind: 'contract-ledger', fileName: 'C:\\台账\\2021.csv', content: small('一期') },
      'zh',
    );
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(
      await query(
        `SELECT i.file_name, octet_length(f.content) = i.bytes AS whole
         FROM import i
         JOIN import_file f ON f.import_id = i.id
         WHERE i.id = $1`,
        [id],
      ),
    ).toEqual([{ file_name: '2021.csv', whole: true }]);
    expect(await query(`SELECT job FROM job_request WHERE payload ->> 'importId' = $1`, [id])).toEqual([
      { job: 'imports.read-sheet' },
    ]);
    expect(
      await query(`SELECT actor, action FROM audit_entry WHERE subject = 'import' AND subject_id = $1`, [id]),
    ).toEqual([{ actor: `user:${manager.userId}`, action: 'insert' }]);
    const before = await query('SELECT count(*) FROM import');
    await expect(
      uploads.accept(officer, { kind: 'contract-ledger', fileName: 'a.csv', content: small('一期') }, 'zh'),
    ).rejects.toThrow('access.denied');
    await expect(
      uploads.accept(
        manager,
        { kind: 'contract-ledger', fileName: 'a.xlsx', content: Buffer.from('d0cf11e0', 'hex') },
        'zh',
      ),
    ).rejects.toThrow('sheet.old-format');
    expect(await query('SELECT count(*) FROM import')).toEqual(before);
  });

  it('a step that is repeated, or overtaken by a change, does no harm', async () => {
    const { id } = await uploads.accept(
      manager,
      { kind: 'contract-ledger', fileName: 'a.csv', content: small('重复的步骤') },
      'zh',
    );
    await Promise.all([reading.read(id), reading.read(id)]);
    const read = await service.one(manager, id, 'zh');
    expect(read.status).toBe('checking');
    const overtaken = checking.check(id);
    const changed = await instructions
      .change(manager, id, read.version, { fixes: [{ row: 2, column: 'G', value: '0' }] }, 'zh')
      .catch(() => undefined);
    await overtaken;
    await checking.check(id);
    const after = await service.one(manager, id, 'zh');
    expect(after.status).toBe('checked');
    expect(after.counts?.invalid).toBe(changed ? 1 : 0);
  });

  it('a stale change is refused with the record as it is', async () => {
    const record = await checked(small('过时的改动'), 'a.csv');
    await instructions.change(manager, record.id, record.version, { skip: [2] }, 'zh');
    await expect(instructions.change(manager, record.id, record.version, { skip: [] }, 'zh')).rejects.toMatchObject({
      code: 'version.stale',
      current: { id: record.id },
    });
  });

  it('killed in the middle, a commit leaves nothing; repeated, everything', async () => {
    const record = await checked(ledgerFile(LEDGER), LEDGER);
    await service.commit(manager, record.id, 'zh');
    const dying = booksOn(opened.database);
    const book = dying.for('contract-ledger');
    jest.spyOn(dying, 'for').mockReturnValue({
      ...book,
      enter: async (...given) => {
        await book.enter(...given);
        throw new Error('killed');
      },
    });
    await expect(new CommitRows(opened.database, dying).commit(record.id)).rejects.toThrow('killed');
    expect(
      await query(
        `SELECT (SELECT count(*)::int FROM contract) AS contracts, (SELECT count(*)::int FROM enterprise) AS firms`,
      ),
    ).toEqual([{ contracts: 0, firms: 0 }]);
    expect((await service.one(manager, record.id, 'zh')).status).toBe('committing');
    await committing.commit(record.id);
    await committing.commit(record.id);
    expect(await service.one(manager, record.id, 'zh')).toMatchObject({
      status: 'committed',
      result: { contracts: 32, enterprises: 32, commitments: 96 },
    });
    expect(await query('SELECT count(*)::int AS n FROM contract')).toEqual([{ n: 32 }]);
    expect(await query(`SELECT DISTINCT actor FROM audit_entry WHERE subject = 'contract'`)).toEqual([
      { actor: `user:${manager.userId}` },
    ]);
    expect(await query(`SELECT pinyin, initials FROM enterprise WHERE credit_code = '91460100MA56UBF00K'`)).toEqual([
      { pinyin: 'hainanjiahezhinengzhuangbeiyouxiangongsi', initials: 'hnjhznzbyxgs' },
    ]);
  });

  it('how far a commit is, is read beside it while nothing of it is there', async () => {
    const record = await checked(small('进度'), 'a.csv');
    await service.commit(manager, record.id, 'zh');
    expect((await service.one(manager, record.id, 'zh')).progress).toEqual({ done: 0, total: 1 });
    const telling = booksOn(opened.database);
    const book = telling.for('contract-ledger');
    const during: unknown[] = [];
    jest.spyOn(telling, 'for').mockReturnValue({
      ...book,
      enter: async (...given) => {
        const entered = await book.enter(...given);
        for (
          const end = Date.now() + 5_000;
          Date.now() < end && (await service.one(manager, record.id, 'zh')).progress.done === 0;
        );
        during.push(
          (await service.one(manager, record.id, 'zh')).progress,
          await query('SELECT count(*)::int AS n FROM contract WHERE import_id = $1', [record.id]),
        );
        return entered;
      },
    });
    await new CommitRows(opened.database, telling).commit(record.id);
    expect(during).toEqual([{ done: 1, total: 1 }, [{ n: 0 }]]);
    expect((await service.one(manager, record.id, 'zh')).status).toBe('committed');
  });

  it('killed in the middle, a revert leaves everything; repeated, nothing; overtaken by somebody’s work it says so and leaves everything', async () => {
    const record = await checked(small('撤回途中'), 'a.csv');
    await committed(record.id);
    const left = () =>
      query(
        `SELECT
           (SELECT count(*)::int FROM contract WHERE import_id = $1) AS contracts,
           (SELECT count(*)::int FROM commitment WHERE import_id = $1) AS promises`,
        [record.id],
      );
    const dying = booksOn(opened.database);
    const book = dying.for('contract-ledger');
    jest.spyOn(dying, 'for').mockReturnValue({
      ...book,
      revert: async (...given) => {
        await book.revert(...given);
        throw new Error('killed');
      },
    });
    await service.revert(manager, record.id, 'zh');
    await expect(new RevertRows(opened.database, dying).revert(record.id)).rejects.toThrow('killed');
    expect([(await service.one(manager, record.id, 'zh')).status, await left()]).toEqual([
      'reverting',
      [{ contracts: 1, promises: 3 }],
    ]);
    const touch = (by: number) =>
      opened.database.transaction('system:spec', (tx) =>
        tx.run('UPDATE contract SET note = $2, version = version + 1 WHERE import_id = $1', [record.id, `改 ${by}`]),
      );
    await touch(1);
    await new RevertRows(opened.database, books).revert(record.id);
    expect(await service.one(manager, record.id, 'zh')).toMatchObject({
      status: 'committed',
      failure: { code: 'import.in-use', params: { count: 1 } },
    });
    await expect(service.revert(manager, record.id, 'zh')).rejects.toMatchObject({ code: 'import.in-use' });
    expect(await left()).toEqual([{ contracts: 1, promises: 3 }]);
  });

  it('untouched, all of it goes, and the audit keeps each row', async () => {
    const record = await checked(
      Buffer.from(small('只此一次').toString().replace('91460100MA56UBF00K', '91330100799655058B')),
      'a.csv',
    );
    await committed(record.id);
    await service.revert(manager, record.id, 'zh');
    const twice = new RevertRows(opened.database, books);
    await twice.revert(record.id);
    await twice.revert(record.id);
    expect(await service.one(manager, record.id, 'zh')).toMatchObject({ status: 'reverted', failure: null });
    expect(
      await query(
        `SELECT
           (SELECT count(*)::int FROM contract WHERE import_id = $1) AS contracts,
           (SELECT count(*)::int FROM enterprise WHERE import_id = $1) AS firms`,
        [record.id],
      ),
    ).toEqual([{ contracts: 0, firms: 0 }]);
    expect(
      await query(
        `SELECT DISTINCT action, actor
         FROM audit_entry
         WHERE subject = 'contract' AND before ->> 'import_id' = $1`,
        [record.id],
      ),
    ).toEqual([{ action: 'delete', actor: `user:${manager.userId}` }]);
  });

  it('every reference to what an import brings has an index that serves it: ten thousand rows are taken back one look-up each, not one scan each', async () => {
    expect(
      await query(
        `SELECT k.conrelid::regclass::text AS table, a.attname AS column
         FROM pg_constraint k
         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
         WHERE k.contype = 'f'
             AND k.confrelid = ANY(
               '{contract,commitment,commitment_term,milestone,parcel,actual,assessment,enterprise,investment_project}'::regclass[]
             )
             AND NOT EXISTS (
               SELECT 1
               FROM pg_index i
               WHERE i.indrelid = k.conrelid
                   AND i.indkey[0] = k.conkey[1]
                   AND (
                     i.indpred IS NULL
                       OR pg_get_expr(i.indpred, i.indrelid) = '(' || quote_ident(a.attname) || ' IS NOT NULL)'
                   )
             )`,
      ),
    ).toEqual([]);
  });

  it('a contract number that is taken, or stands twice, is a fault of its cell, and no commit that never ends', async () => {
    const [{ number } = { number: '' }] = await query<{ number: string }>('SELECT number FROM contract LIMIT 1');
    const line = (project: string, no: string) => small(project).toString().split('\n')[1]! + `,${no}`;
    const record = await checked(
      Buffer.from(
        [`${header},合同编号`, line('编号一', number), line('编号二', 'A-1'), line('编号三', 'A-1')].join('\n'),
      ),
      'a.csv',
    );
    expect(record.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'L', 'contract.number'],
      [4, 'L', 'row.number-repeats'],
    ]);
    expect(record.counts).toMatchObject({ valid: 1, invalid: 2 });
  });

  it('checked at the same time, of two equal files the second finds its rows there when it is committed', async () => {
    const [one, other] = [await checked(small('同时的两份'), 'a.csv'), await checked(small('同时的两份'), 'b.csv')];
    await Promise.all([service.commit(manager, one.id, 'zh'), service.commit(manager, other.id, 'zh')]);
    await Promise.all([committing.commit(one.id), committing.commit(other.id)]);
    const results = [await service.one(manager, one.id, 'zh'), await service.one(manager, other.id, 'zh')].map(
      ({ counts, result }) => [result?.contracts, counts?.valid, counts?.unchanged],
    );
    expect(results.sort()).toEqual([
      [0, 0, 1],
      [1, 1, 0],
    ]);
  });

  it('what a header meant is remembered; an open unit stops the commit until it is answered', async () => {
    const unitless = (project: string) =>
      Buffer.from(
        small(project)
          .toString()
          .replaceAll('（万元/亩）', '')
          .replace('用地面积（亩）', '用地面积（亩）,总投资（亿元）')
          .replace('23.27,', '23.27,1.8062,'),
      );
    const record = await checked(unitless('单位未明'), 'a.csv');
    expect(record.units.filter(({ question }) => question)).toMatchObject([
      { group: 'promises', suggested: 'wan-per-mu', columns: ['I', 'J', 'K'] },
    ]);
    await expect(service.commit(manager, record.id, 'zh')).rejects.toThrow('import.unit-open');
    await instructions.change(manager, record.id, record.version, { units: { promises: 'wan-per-mu' } }, 'zh');
    await checking.check(record.id);
    expect((await committed(record.id)).status).toBe('committed');
    const again = await checked(unitless('单位已记住'), 'b.csv');
    expect(again.units.some(({ question }) => question)).toBe(false);
    expect(again.mapping.every(({ confidence }) => confidence === 'remembered')).toBe(true);
  });

  it('totals are kept as totals', async () => {
    const totals = Buffer.from(
      `${header.replaceAll('（万元/亩）', '（万元）')}\n总额承诺,海南辰海智能装备有限公司,91460100MA5EA08552,先进制造,美安,2021-03-29,41.48,41480,42181.01,4036.004,2025`,
    );
    const { id, counts } = await checked(totals, 'a.csv');
    expect(counts).toMatchObject({ valid: 1 });
    await committed(id);
    expect(
      await query(
        `SELECT m.indicator, t.master, trim_scale(t.total)::text AS wan
         FROM commitment m
         JOIN commitment_term t ON t.commitment_id = m.id
         WHERE m.import_id = $1
         ORDER BY 1`,
        [id],
      ),
    ).toEqual([
      { indicator: 'investment', master: 'total', wan: '41480' },
      { indicator: 'output', master: 'total', wan: '42181.01' },
      { indicator: 'tax', master: 'total', wan: '4036.004' },
    ]);
    expect((await checked(totals, 'b.csv')).counts).toMatchObject({ unchanged: 1 });
  });

  it('a row of figures that could belong to two contracts is asked about; naming the project answers it', async () => {
    const figures = (project: string) =>
      Buffer.from(`年度,统一社会信用代码,项目名称,当年产值（万元）\n2022,91460100MA56UBF00K,${project},100`);
    expect((await checked(figures(''), 'a.csv', 'annual-actuals')).errors).toMatchObject([
      { row: 2, code: 'actual.ambiguous', column: 'B' },
    ]);
    expect((await checked(figures('嘉和智能装备产业化项目'), 'b.csv', 'annual-actuals')).counts).toMatchObject({
      valid: 1,
    });
    const stranger = Buffer.from(
      '年度,统一社会信用代码,当年产值（万元）\n2022,91330100799655058B,100\n2099,91460100MA54M53L4H,1',
    );
    expect((await checked(stranger, 'c.csv', 'annual-actuals')).errors.map(({ code }) => code)).toEqual([
      'actual.no-contract',
      'actual.future',
    ]);
    expect((await checked(ledgerFile(FIGURES), FIGURES, 'annual-actuals')).counts).toMatchObject({
      valid: 116,
      invalid: 6,
    });
  });

  it('a cumulative figure that falls is marked, and comes in all the same', async () => {
    const falling = Buffer.from(
      '年度,统一社会信用代码,累计完成固定资产投资（万元）\n2022,91460100MA54M53L4H,100\n2023,91460100MA54M53L4H,90',
    );
    expect(await checked(falling, 'a.csv', 'annual-actuals')).toMatchObject({
      counts: { valid: 2 },
      notices: [{ notice: 'figure.falls', count: 1 }],
    });
  });

  it('an officer finds their own imports alone', async () => {
    const own = await uploads.accept(
      officer,
      { kind: 'annual-actuals', fileName: 'a.csv', content: Buffer.from('年度\n2022') },
      'zh',
    );
    const listed = await service.list(
      { ...officer, dataScope: 'self' },
      { page: 1, perPage: 25, sort: 'createdAt', order: 'desc', filter: {}, exact: true } as never,
      'zh',
    );
    expect(listed.data.map(({ id }) => id)).toEqual([own.id]);
    const [foreign] = await query<{ id: string }>('SELECT id FROM import WHERE created_by <> $1 LIMIT 1', [
      officer.userId,
    ]);
    await expect(service.rows({ ...officer, dataScope: 'self' }, foreign!.id, {} as never)).rejects.toThrow(
      'record.absent',
    );
    await expect(service.errorWorkbook({ ...officer, dataScope: 'self' }, foreign!.id, 'zh')).rejects.toThrow(
      'record.absent',
    );
  });
});

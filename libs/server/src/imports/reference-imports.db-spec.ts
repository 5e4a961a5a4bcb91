import type { Import } from '@crm/api-contract/imports';
import { FixedClock } from '@crm/platform/clock';
import { readSpreadsheet } from '@crm/platform/spreadsheet';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import type { Actor } from '../data-access/index.js';
import { WorkingDaysService } from '../standards/index.js';
import { AcceptUpload } from './steps/accept-upload.js';
import { ChangeInstructions } from './steps/change-instructions.js';
import { CheckRows } from './steps/check-rows.js';
import { CommitRows } from './steps/commit-rows.js';
import { ImportsService } from './imports.service.js';
import type { ImportRecord } from './imports.store.js';
import { booksOn } from './books/ledger-books.example.js';
import { ReadSheet } from './steps/read-sheet.js';
import { recall, remember } from './steps/remembered-mapping.js';
import { RevertRows } from './steps/revert-rows.js';

describe('standards and working days come in as sheets', () => {
  let opened: OpenedDatabase;
  let [admin, manager] = [] as unknown as [Actor, Actor];
  let uploads: AcceptUpload;
  let service: ImportsService;
  let instructions: ChangeInstructions;
  let reading: ReadSheet;
  let checking: CheckRows;
  let committing: CommitRows;
  let reverting: RevertRows;

  beforeAll(async () => {
    opened = await openedDatabase();
    const { database } = opened;
    const books = booksOn(database);
    [admin, manager] = [await anActor(opened, 'admin'), await anActor(opened, 'manager')];
    uploads = new AcceptUpload(database);
    service = new ImportsService(database, books, new FixedClock('2026-11-20T02:00:00Z'));
    instructions = new ChangeInstructions(database);
    reading = new ReadSheet(database, async (file) => readSpreadsheet(file));
    checking = new CheckRows(database, books);
    committing = new CommitRows(database, books);
    reverting = new RevertRows(database, books);
  });
  afterAll(() => opened?.close());

  const query = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    opened.database.read((rows) => rows.rows<Row>(sql, values));
  const checked = async (kind: Import['kind'], lines: readonly string[]): Promise<Import> => {
    const { id } = await uploads.accept(
      admin,
      { kind, fileName: 'a.csv', content: Buffer.from(lines.join('\n')) },
      'zh',
    );
    await reading.read(id);
    await checking.check(id);
    return service.one(admin, id, 'zh');
  };
  const committed = async ({ id }: Import): Promise<Import> => {
    await service.commit(admin, id, 'zh');
    await committing.commit(id);
    return service.one(admin, id, 'zh');
  };
  const reverted = async ({ id }: Import): Promise<Import> => {
    await service.revert(admin, id, 'zh');
    await reverting.revert(id);
    return service.one(admin, id, 'zh');
  };
  const confirmed = async (record: Import): Promise<Import> => {
    await instructions.change(
      admin,
      record.id,
      record.version,
      { confirm: record.questions.map(({ key }) => key) },
      'zh',
    );
    await checking.check(record.id);
    return service.one(admin, record.id, 'zh');
  };
  const outcomes = ({ counts }: Import) => counts && [counts.valid, counts.invalid, counts.unchanged, counts.differs];

  it('neither is a manager’s to load', async () => {
    for (const kind of ['provincial-standards', 'working-days'] as const)
      await expect(
        uploads.accept(manager, { kind, fileName: 'a.csv', content: Buffer.from('a') }, 'zh'),
      ).rejects.toMatchObject({ code: 'access.denied' });
  });

  describe('standards', () => {
    const header = '指标,适用范围,产业,生效日期,失效日期,标准（万元/亩）,文号';
    const versions = (place: string) =>
      query<{ from: string }>(
        `SELECT valid_from::text AS "from", valid_to::text AS "to", trim_scale(per_mu_wan)::text AS wan
         FROM provincial_standard s
         WHERE indicator = 'tax'
             AND (place_key = $1 OR place_key IN (SELECT id::text FROM park WHERE short_name = $1))
             AND industry_id IS NULL
         ORDER BY valid_from`,
        [place],
      );
    const rows = [
      header,
      '税收,美安,不限,2022-01-01,2023-12-31,36,甲号',
      '税收,美安,不限,2024-01-01,长期,40,乙号',
      '产值,美安,不限,2024-01-01,长期,不设,乙号',
      '税收,美安,医药制造,2024-01-01,,3.5万元/亩,乙号',
    ];
    let first: Import;

    it('each row a version with its document, 不设 as none, the entry as typed', async () => {
      const record = await checked('provincial-standards', rows);
      expect(outcomes(record)).toEqual([4, 0, 0, 0]);
      first = await committed(record);
      expect(first).toMatchObject({ status: 'committed', result: { standards: 4, closed: 0, contracts: 0 } });
      expect(await versions('美安')).toEqual([
        { from: '2022-01-01', to: '2023-12-31', wan: '36' },
        { from: '2024-01-01', to: null, wan: '40' },
      ]);
      expect(
        await query(
          `SELECT per_mu_wan, document_no, entered
           FROM provincial_standard
           WHERE import_id = $1 AND (per_mu_wan IS NULL OR industry_id IS NOT NULL)
           ORDER BY indicator`,
          [first.id],
        ),
      ).toEqual([
        { per_mu_wan: null, document_no: '乙号', entered: { value: '不设', unit: null } },
        { per_mu_wan: '3.5', document_no: '乙号', entered: { value: '3.5', unit: 'wan-per-mu' } },
      ]);
      expect(
        await query('SELECT DISTINCT actor FROM audit_entry WHERE subject = $1 AND after ->> $2 = $3', [
          'provincial_standard',
          'import_id',
          first.id,
        ]),
      ).toEqual([{ actor: `user:${admin.userId}` }]);
    });

    it('the same sheet again changes nothing; another value or document differs, and changes nothing either', async () => {
      expect(outcomes(await checked('provincial-standards', rows))).toEqual([0, 0, 4, 0]);
      const other = await checked('provincial-standards', [header, '税收,美安,不限,2024-01-01,长期,41,丙号']);
      expect(outcomes(other)).toEqual([0, 0, 0, 1]);
      expect(other.errors[0]).toMatchObject({
        code: 'standard.differs',
        message: expect.stringContaining('标准、文号'),
      });
    });

    it('an overlap is refused per row; a row that repeats another too', async () => {
      const record = await checked('provincial-standards', [
        header,
        '税收,美安,不限,2023-06-01,2024-06-30,41,丙号',
        '税收,药谷,不限,2024-01-01,,41,丙号',
        '税收,药谷,不限,2024-01-01,,42,丙号',
      ]);
      expect(record.errors.map(({ row, code }) => [row, code])).toEqual([
        [2, 'standard.overlap'],
        [4, 'standard.repeats'],
      ]);
      expect(outcomes(record)).toEqual([1, 2, 0, 0]);
    });

    it('a version after an open-ended one waits until somebody confirms which ends when; the answer holds for exactly that', async () => {
      const following = [header, '税收,美安,不限,2026-01-01,长期,45,丁号', '税收,美安,不限,2025-01-01,长期,42,丁号'];
      const asked = await checked('provincial-standards', following);
      expect(outcomes(asked)).toEqual([0, 2, 0, 0]);
      expect(asked.errors.map(({ code }) => code)).toEqual(['standard.follows-open', 'standard.follows-open']);
      expect(asked.questions).toMatchObject([
        {
          question: 'close-open-versions',
          confirmed: false,
          versions: [
            { row: 2, perMuWanBefore: '42', perMuWan: '45', closesOn: '2025-12-31' },
            {
              row: 3,
              perMuWanBefore: '40',
              perMuWan: '42',
              since: '2024-01-01',
              closesOn: '2024-12-31',
              placeName: '美安',
            },
          ],
        },
      ]);
      const answered = await confirmed(asked);
      expect(outcomes(answered)).toEqual([2, 0, 0, 0]);
      expect(await committed(answered)).toMatchObject({ status: 'committed', result: { standards: 2, closed: 1 } });
      expect((await versions('美安')).slice(1)).toEqual([
        { from: '2024-01-01', to: '2024-12-31', wan: '40' },
        { from: '2025-01-01', to: '2025-12-31', wan: '42' },
        { from: '2026-01-01', to: null, wan: '45' },
      ]);
      expect(outcomes(await checked('provincial-standards', following))).toEqual([0, 0, 2, 0]);
      expect(outcomes(await checked('provincial-standards', rows))).toEqual([0, 0, 4, 0]);
      await reverted(answered);
      expect((await versions('美安')).slice(1)).toEqual([{ from: '2024-01-01', to: null, wan: '40' }]);
    });

    it('what another version follows is not taken back, before that one is', async () => {
      const later = await confirmed(
        await checked('provincial-standards', [header, '税收,美安,不限,2027-01-01,长期,50,戊号']),
      );
      await committed(later);
      await expect(service.revert(admin, first.id, 'zh')).rejects.toMatchObject({ code: 'standard.followed' });
      await reverted(later);
      expect((await reverted(first)).status).toBe('reverted');
      expect(await versions('美安')).toEqual([]);
    });
  });

  describe('working days', () => {
    const header = '名称,日期,补班日期,年度';
    const of2027 = [header, '元旦,1月1日至3日,,2027', '国庆节,10月1日至7日,10月9日（周六）,2027'];
    const due = async () =>
      new WorkingDaysService(opened.database).due(admin, { received: '2027-09-30', workingDays: 5 });
    const calendar = (year: number) =>
      query(
        `SELECT kind, count(*)::int AS n
         FROM working_day
         WHERE extract(year FROM day) = $1
         GROUP BY kind
         ORDER BY kind`,
        [year],
      );

    it('a year that is not loaded comes in; terms are reckoned by it', async () => {
      expect((await due()).yearsNotLoaded).toEqual([2027]);
      const record = await checked('working-days', of2027);
      expect(outcomes(record)).toEqual([2, 0, 0, 0]);
      expect(await committed(record)).toMatchObject({ result: { years: 1, days: 11 } });
      expect(await calendar(2027)).toEqual([
        { kind: 'holiday', n: 10 },
        { kind: 'make-up', n: 1 },
      ]);
      expect(await due()).toMatchObject({ due: '2027-10-13', yearsNotLoaded: [] });
      expect(await query(`SELECT source FROM calendar_year WHERE year = 2027`)).toEqual([{ source: 'a.csv' }]);
      expect(outcomes(await checked('working-days', of2027))).toEqual([0, 0, 2, 0]);
    });

    it('a year that is there is replaced only by an explicit yes that shows the difference; a revert puts it back', async () => {
      const other = await checked('working-days', [
        header,
        '元旦,1月1日至2日,,2027',
        '国庆节,10月1日至8日,10月9日,2027',
      ]);
      expect(outcomes(other)).toEqual([0, 0, 0, 2]);
      await expect(service.commit(admin, other.id, 'zh')).rejects.toThrow('import.nothing');
      expect(other.questions).toMatchObject([
        {
          question: 'replace-year',
          year: 2027,
          confirmed: false,
          days: [
            { day: '2027-01-03', before: 'holiday', after: null, name: '元旦' },
            { day: '2027-10-08', before: null, after: 'holiday', name: '国庆节' },
          ],
        },
      ]);
      const answered = await confirmed(other);
      expect(outcomes(answered)).toEqual([2, 0, 0, 0]);
      await committed(answered);
      expect(await due()).toMatchObject({ due: '2027-10-14' });
      expect(
        await query(
          `SELECT action, count(*)::int AS n
           FROM audit_entry
           WHERE subject = 'working_day'
               AND coalesce(after, before) ->> 'day' IN ('2027-01-03', '2027-10-08')
               AND action <> 'insert'
           GROUP BY 1`,
        ),
      ).toEqual([{ action: 'delete', n: 1 }]);
      await reverted(answered);
      expect(await due()).toMatchObject({ due: '2027-10-13' });
    });

    it('a confirmation of one difference is none of another that came about meanwhile', async () => {
      const change = await confirmed(await checked('working-days', [header, '国庆节,10月1日至5日,,2027']));
      await service.commit(admin, change.id, 'zh');
      await opened.database.transaction('system:spec', (tx) =>
        tx.run(`UPDATE working_day SET kind = 'make-up', version = version + 1 WHERE day = '2027-01-02'`),
      );
      await committing.commit(change.id);
      expect(await service.one(admin, change.id, 'zh')).toMatchObject({
        status: 'committed',
        counts: { valid: 0, differs: 1 },
        result: { years: 0, days: 0 },
      });
      expect(await calendar(2027)).toEqual([
        { kind: 'holiday', n: 9 },
        { kind: 'make-up', n: 2 },
      ]);
    });

    it('a faulty row holds its whole year back, not the year beside it', async () => {
      const record = await checked('working-days', [
        header,
        '元旦,1月1日,,2028',
        '国庆节,10月1日至7日,10月9日,2028',
        '元旦,1月1日,,2029',
      ]);
      expect(record.errors.map(({ row, code }) => [row, code])).toEqual([
        [2, 'calendar.year-incomplete'],
        [3, 'calendar.make-up-on-weekday'],
        [4, 'calendar.year-incomplete'],
      ]);
      await instructions.change(
        admin,
        record.id,
        record.version,
        { fixes: [{ row: 3, column: 'C', value: '10月14日' }] },
        'zh',
      );
      await checking.check(record.id);
      expect(outcomes(await service.one(admin, record.id, 'zh'))).toEqual([3, 0, 0, 0]);
    });
  });

  it('each office remembers its own reading of a header; nobody reads another’s', async () => {
    const office = (name: string, actor: Actor) =>
      opened.database.transaction('system:spec', async (tx) => {
        const [{ id } = { id: '' }] = await tx.rows<{ id: string }>(
          'INSERT INTO department (id, name) VALUES (gen_random_uuid(), $1) RETURNING id',
          [name],
        );
        await tx.run('UPDATE app_user SET department_id = $2, version = version + 1 WHERE id = $1', [actor.userId, id]);
        return { ...actor, departmentId: id };
      });
    const [finance, investment] = [await office('财务处', admin), await office('招商处', manager)];
    const columns = [
      {
        column: 0,
        header: ['当年产值'],
        samples: [],
        field: 'actualOutput',
        unit: null,
        confidence: 'chosen' as const,
      },
    ];
    const recordOf = (createdBy: string, unit: 'wan' | 'yuan') =>
      ({ kind: 'annual-actuals', createdBy, columns, units: { figures: unit } }) as unknown as ImportRecord;
    const recalled = ({ userId }: Actor) =>
      opened.database.read((rows) => recall(rows, recordOf(userId, 'wan'), columns));
    await opened.database.transaction('system:spec', (tx) => remember(tx, recordOf(finance.userId, 'yuan'), finance));
    expect(await recalled(finance)).toMatchObject({
      units: { figures: 'yuan' },
      columns: [{ confidence: 'remembered' }],
    });
    expect(await recalled(investment)).toBeUndefined();
    await opened.database.transaction('system:spec', (tx) =>
      remember(tx, recordOf(investment.userId, 'wan'), investment),
    );
    expect([(await recalled(finance))?.units, (await recalled(investment))?.units]).toEqual([
      { figures: 'yuan' },
      { figures: 'wan' },
    ]);
  });
});

import { contracts, milestones, type Contract } from '@crm/api-contract/contracts';
import { approvals } from '@crm/api-contract/approvals';
import { checkUps, fourBatches, milestoneExtensions, progress, receipts } from '@crm/api-contract/progress';
import { batches } from '@crm/domain/progress';
import { readSpreadsheet } from '@crm/platform/spreadsheet';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('projects on their way', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  const asOf = '2026-11-20';
  const reach = async (contract: Contract, kind: string, actualOn: string) => {
    const one = (await zone.manager.call(contracts.one, undefined, { params: { id: contract.id } })).milestones.find(
      (milestone) => milestone.kind === kind,
    )!;
    return zone.manager.call(milestones.record, { actualOn }, { params: { id: one.id }, version: one.version });
  };
  /** A substantive contract of 20,000 万元; started if a day is given. */
  const project = async (
    signedOn: string,
    startedOn: string | null = null,
    more: Parameters<Zone['signed']>[0] = {},
  ) => {
    const contract = await zone.signed(
      {
        kind: 'substantive',
        amount: { value: '2', unit: 'yi' },
        milestones: [
          { kind: 'construction-start', plannedOn: signedOn },
          { kind: 'completion', plannedOn: '2028-01-01' },
          { kind: 'production-start' },
        ],
        ...more,
      },
      signedOn,
    );
    if (startedOn) await reach(contract, 'construction-start', startedOn);
    return contract;
  };
  const money = (contractId: string, value: string, arrivedOn: string, who = zone.officer) =>
    who.call(receipts.create, { contractId, kind: 'bank-slip', arrivedOn, amount: { value, unit: 'wan' } });
  const examined = async ({ projectId }: Contract, query: Record<string, string> = {}) =>
    (await zone.manager.call(checkUps.list, undefined, { query: { asOf, all: 'true', projectId, ...query } })).rows[0];
  const flags = async (contract: Contract, query: Record<string, string> = {}) =>
    (await examined(contract, query))?.flags.map(({ rule, number }) => `${rule} ${number}`);

  describe('worked case 10: the check-up as of 2026-11-20', () => {
    it.each([
      ['2025-11-19', ['not-started 2025-11-19']],
      ['2025-11-20', ['not-started 2025-11-20']],
      ['2025-11-21', []],
    ])('signed %s and not started', async (signedOn, expected) => {
      expect(await flags(await project(signedOn))).toEqual(expected);
    });

    it.each([
      ['2999', '14.995', ['money-behind 14.995']],
      ['3000', '15', []],
    ])('started six months ago with %s of 20,000 万元 arrived (%s %%)', async (wan, percent, expected) => {
      const contract = await project('2026-01-05', '2026-05-20');
      await money(contract.id, wan, '2026-11-01');
      expect(await examined(contract)).toMatchObject({
        arrivedWan: wan,
        amountWan: '20000',
        arrivedPercent: percent,
        lastMoneyOn: '2026-11-01',
      });
      expect(await flags(contract)).toEqual(expected);
    });

    it.each([
      ['2026-08-20', ['money-stopped 2026-08-20']],
      ['2026-08-21', []],
    ])('the last money came on %s', async (arrivedOn, expected) => {
      const contract = await project('2026-01-05', '2026-05-21');
      await money(contract.id, '10000', arrivedOn);
      expect(await flags(contract)).toEqual(expected);
    });

    it('each flag says since when and by which limit; the counts are those of the rows', async () => {
      const contract = await project('2025-10-01');
      expect((await examined(contract))?.flags).toEqual([
        { rule: 'not-started', number: '2025-10-01', since: '2026-10-01', limit: '12' },
      ]);
      const { rows, counts, flagged } = await zone.manager.call(checkUps.list, undefined, { query: { asOf } });
      expect(rows).toHaveLength(flagged);
      for (const [rule, count] of Object.entries(counts))
        expect((await zone.manager.call(checkUps.list, undefined, { query: { asOf, flag: rule } })).rows).toHaveLength(
          count,
        );
    });

    it('a project in production is examined no more', async () => {
      const contract = await project('2024-01-05', '2024-03-01');
      await reach(contract, 'production-start', '2026-03-01');
      expect(await flags(contract)).toBeUndefined();
      expect(await flags(contract, { asOf: '2026-02-28' })).toEqual(['money-behind 0', 'money-stopped 2024-03-01']);
    });

    it('as known then: what was entered since does not count', async () => {
      const contract = await project('2025-11-19', '2025-12-01');
      await money(contract.id, '20000', '2025-12-02');
      expect(await flags(contract)).toEqual([]);
      // The contract itself was entered after that day.
      expect(await flags(contract, { known: 'then' })).toBeUndefined();
    });

    it('limits are versions: an administrator changes them with a reason, others may not', async () => {
      const contract = await project('2026-03-01');
      const next = {
        monthsToStart: 8,
        monthsToFirstMoney: 6,
        leastPercent: '15',
        monthsBetweenMoney: 3,
        reason: '主任办公会 2026 年第 9 次会议',
      };
      expect((await zone.manager.refused(checkUps.setLimits, next)).status).toBe(403);
      expect(await zone.admin.refused(checkUps.setLimits, { ...next, monthsToStart: 12 })).toMatchObject({
        status: 422,
        code: 'check-up.unchanged',
      });
      expect(await zone.admin.refused(checkUps.setLimits, { ...next, leastPercent: '101' })).toMatchObject({
        status: 422,
      });
      expect(await zone.admin.call(checkUps.setLimits, next)).toMatchObject({ monthsToStart: 8, knownTo: null });
      expect(await flags(contract)).toEqual(['not-started 2026-03-01']);
      await zone.admin.call(checkUps.setLimits, { ...next, monthsToStart: 12, reason: '恢复' });
      expect(await flags(contract)).toEqual([]);
      expect((await zone.manager.call(checkUps.limits)).data.map(({ monthsToStart }) => monthsToStart)).toEqual([
        12, 8, 12,
      ]);
    });
  });

  describe('money that arrived', () => {
    it('is kept exactly and as typed, verified by another, corrected with the old value kept', async () => {
      const contract = await project('2026-01-05');
      const first = await zone.officer.call(receipts.create, {
        contractId: contract.id,
        kind: 'bank-slip',
        arrivedOn: '2026-02-01',
        amount: { value: '0.3', unit: 'yi' },
        note: '第一笔',
      });
      expect(first).toMatchObject({ amountWan: '3000', entered: { value: '0.3', unit: 'yi' }, locked: false });
      const corrected = await zone.officer.call(
        receipts.correct,
        {
          kind: 'bank-slip',
          arrivedOn: '2026-02-01',
          amount: { value: '2999', unit: 'wan' },
          reason: '少一万元手续费',
        },
        { params: { id: first.id } },
      );
      expect(corrected).toMatchObject({
        amountWan: '2999',
        correctsId: first.id,
        correctionReason: '少一万元手续费',
        note: '第一笔',
      });
      expect(
        await zone.officer.refused(
          receipts.correct,
          { kind: 'bank-slip', arrivedOn: '2026-02-01', amount: { value: '1', unit: 'wan' }, reason: 'x' },
          { params: { id: first.id } },
        ),
      ).toMatchObject({ status: 409, code: 'receipt.superseded' });
      expect((await zone.officer.refused(receipts.verify, undefined, { params: { id: corrected.id } })).status).toBe(
        403,
      );
      expect(await zone.manager.call(receipts.verify, undefined, { params: { id: corrected.id } })).toMatchObject({
        locked: true,
      });
      expect(
        await zone.officer.refused(
          receipts.correct,
          { kind: 'bank-slip', arrivedOn: '2026-02-01', amount: { value: '1', unit: 'wan' }, reason: 'x' },
          { params: { id: corrected.id } },
        ),
      ).toMatchObject({ status: 409, code: 'receipt.locked' });
      const list = (history: boolean) =>
        zone.officer.call(receipts.list, undefined, { query: { filter: { contractId: contract.id, history } } });
      expect((await list(false)).data.map(({ amountWan }) => amountWan)).toEqual(['2999']);
      expect((await list(true)).data.map(({ amountWan }) => amountWan).sort()).toEqual(['2999', '3000']);
      const own = await money(contract.id, '5', '2026-02-02', zone.manager);
      expect(await zone.manager.refused(receipts.verify, undefined, { params: { id: own.id } })).toMatchObject({
        status: 403,
        code: 'receipt.verify-own',
      });
    });

    it.each([
      ['of a day to come', { arrivedOn: '2090-01-01' }, 'date.future', '/arrivedOn'],
      ['of nothing', { amount: { value: '0', unit: 'wan' } }, 'decimal.positive', '/amount'],
      ['below one fen', { amount: { value: '0.001', unit: 'yuan' } }, 'money.too-fine', '/amount'],
      ['of a kind nobody knows', { kind: 'cash' }, 'field.choice', '/kind'],
      ['below zero', { amount: { value: '-1', unit: 'wan' } }, 'decimal.range', '/amount/value'],
    ])('refuses one %s', async (_case, more, code, pointer) => {
      const contract = await project('2026-01-05');
      const refused = await zone.officer.refused(receipts.create, {
        contractId: contract.id,
        kind: 'invoice',
        arrivedOn: '2026-02-01',
        amount: { value: '1', unit: 'wan' },
        ...more,
      });
      expect(refused.errors).toMatchObject([{ code, pointer }]);
    });

    it('belongs to a signed contract the person may see', async () => {
      const draft = await zone.draft();
      expect(
        await zone.officer.refused(receipts.create, {
          contractId: draft.id,
          kind: 'invoice',
          arrivedOn: '2026-02-01',
          amount: { value: '1', unit: 'wan' },
        }),
      ).toMatchObject({ status: 409, code: 'contract.not-signed' });
      const signed = await project('2026-01-05');
      expect(
        await zone.secretary.refused(receipts.create, {
          contractId: signed.id,
          kind: 'invoice',
          arrivedOn: '2026-02-01',
          amount: { value: '1', unit: 'wan' },
        }),
      ).toMatchObject({ status: 404 });
    });
  });

  describe('milestones', () => {
    it('are reached in their order', async () => {
      const contract = await project('2026-01-05', '2026-03-01');
      const [start, completion] = (await zone.manager.call(contracts.one, undefined, { params: { id: contract.id } }))
        .milestones;
      expect(
        await zone.manager.refused(
          milestones.record,
          { actualOn: '2026-02-28' },
          { params: { id: completion!.id }, version: completion!.version },
        ),
      ).toMatchObject({ status: 422, errors: [{ code: 'milestone.order', pointer: '/actualOn' }] });
      await reach(contract, 'completion', '2026-06-01');
      expect(
        await zone.manager.refused(
          milestones.record,
          { actualOn: '2026-06-02' },
          { params: { id: start!.id }, version: start!.version },
        ),
      ).toMatchObject({ errors: [{ code: 'milestone.order-after' }] });
    });

    it('are extended by another person: the plan stays, what is owed moves, nobody grants their own', async () => {
      const contract = await zone.signed(
        {
          kind: 'substantive',
          milestones: [
            { kind: 'construction-start', plannedOn: '2026-06-01' },
            { kind: 'completion', plannedOn: '2027-12-01' },
          ],
        },
        '2026-01-05',
      );
      const start = async () =>
        (await zone.manager.call(contracts.one, undefined, { params: { id: contract.id } })).milestones[0]!;
      const { id } = await start();
      const ask = (toDay: string, who = zone.manager) => ({
        body: { toDay, reason: '雨季' },
        asked: { params: { id } },
        who,
      });
      const refused = async ({ body, asked, who }: ReturnType<typeof ask>) =>
        (await who.refused(milestoneExtensions.ask, body, asked)).code;
      expect(await refused(ask('2026-06-01'))).toBe('milestone.extension-not-later');
      expect(await refused(ask('2027-12-02'))).toBe('milestone.extension-order');
      expect(
        (
          await zone.secretary.refused(
            milestoneExtensions.ask,
            { toDay: '2027-01-01', reason: 'x' },
            { params: { id } },
          )
        ).status,
      ).toBe(403);
      const { approvalId, state } = await zone.manager.call(
        milestoneExtensions.ask,
        { toDay: '2027-03-01', reason: '雨季' },
        { params: { id } },
      );
      expect([state, (await start()).owedOn]).toEqual(['pending', '2026-06-01']);
      expect(await refused(ask('2027-04-01'))).toBe('approval.open');
      expect(
        await zone.manager.refused(approvals.approve, {}, { params: { id: approvalId }, version: 1 }),
      ).toMatchObject({ status: 403, code: 'approval.own' });
      await zone.director.call(approvals.approve, {}, { params: { id: approvalId }, version: 1 });
      expect(await start()).toMatchObject({
        plannedOn: '2026-06-01',
        owedOn: '2027-03-01',
        extensions: [{ toDay: '2027-03-01', reason: '雨季' }],
      });
      expect(
        (
          await zone.manager.call(progress.board, undefined, {
            query: { filter: { enterpriseId: contract.enterpriseId } },
          })
        ).data,
      ).toMatchObject([{ late: 0, worstOwedOn: null }]);
      const again = await zone.officer.call(
        milestoneExtensions.ask,
        { toDay: '2027-05-01', reason: '再延' },
        { params: { id } },
      );
      await reach(contract, 'construction-start', '2026-11-01');
      expect(
        await zone.director.refused(approvals.approve, {}, { params: { id: again.approvalId }, version: 1 }),
      ).toMatchObject({ status: 409, code: 'milestone.reached' });
      expect((await start()).extensions).toHaveLength(1);
      expect(await refused(ask('2028-01-01'))).toBe('milestone.reached');
    });

    it('stand firm by stop, the longest overdue first', async () => {
      const enterpriseId = await zone.firm('海南节点样例有限公司');
      const at = async (plannedOn: string, name: string) =>
        zone.signed(
          {
            kind: 'substantive',
            enterpriseId,
            projectName: name,
            milestones: [{ kind: 'construction-start', plannedOn }],
          },
          '2021-06-01',
        );
      const [late, later, open] = [
        await at('2022-05-01', '晚'),
        await at('2021-12-01', '更晚'),
        await at('2090-05-01', '未到'),
      ];
      const board = async (filter: object) =>
        (
          await zone.manager.call(progress.board, undefined, { query: { filter: { enterpriseId, ...filter } } })
        ).data.map((row) => [row.contractId, row.late, row.worstOwedOn]);
      expect(await board({})).toEqual([
        [later.id, 1, '2021-12-01'],
        [late.id, 1, '2022-05-01'],
        [open.id, 0, null],
      ]);
      expect(await board({ late: true })).toHaveLength(2);
      expect(await board({ late: false })).toEqual([[open.id, 0, null]]);
      expect(await board({ late: true, kind: 'completion' })).toEqual([]);
      await reach(later, 'construction-start', '2022-01-01');
      expect(await board({ late: true })).toEqual([[late.id, 1, '2022-05-01']]);
      expect((await zone.secretary.call(progress.board)).data).toEqual([]);
    });
  });

  it('land lies idle by the day: warned at 9 months, the fee after a year, taken back after two, stopped by a start', async () => {
    const contract = await zone.signed(
      {
        kind: 'substantive',
        milestones: [{ kind: 'land-granted', actualOn: '2024-02-29' }, { kind: 'construction-start' }],
      },
      '2024-01-05',
    );
    const clock = async (day: string) =>
      (await zone.manager.call(progress.idleLand, undefined, { query: { asOf: day, contractId: contract.id } }))
        .rows[0];
    const states = [];
    for (const day of ['2024-11-28', '2024-11-29', '2025-02-27', '2025-02-28', '2026-02-27', '2026-02-28'])
      states.push((await clock(day))?.state);
    expect(states).toEqual(['running', 'warned', 'warned', 'fee', 'fee', 'take-back']);
    expect(await clock('2024-02-28')).toBeUndefined();
    expect(await clock('2025-03-01')).toMatchObject({
      startOwedOn: '2024-08-27',
      idleDays: 366,
      told: [
        { months: 9, on: '2024-11-29', passed: true },
        { months: 12, on: '2025-02-28', passed: true },
        { months: 21, on: '2025-11-29', passed: false },
        { months: 24, on: '2026-02-28', passed: false },
      ],
    });
    await reach(contract, 'construction-start', '2025-06-01');
    expect([(await clock('2025-06-01'))?.state, (await clock('2025-05-31'))?.state]).toEqual([undefined, 'fee']);
    expect(
      (await zone.manager.call(progress.idleLand, undefined, { query: { state: 'stopped', contractId: contract.id } }))
        .rows[0],
    ).toMatchObject({ state: 'stopped', idleDays: 458 });
  });

  describe('四个一批', () => {
    it('every number is the sum of the rows it opens, in all and per park and industry', async () => {
      const enterpriseId = await zone.firm();
      const first = await zone.signed(
        {
          kind: 'substantive',
          enterpriseId,
          amount: { value: '8', unit: 'yi' },
          parkId: zone.parks[2]!.id,
          milestones: [{ kind: 'construction-start' }, { kind: 'completion' }, { kind: 'production-start' }],
        },
        '2019-03-01',
      );
      await zone.signed(
        {
          kind: 'performance',
          enterpriseId,
          projectId: first.projectId,
          amount: { value: '8', unit: 'yi' },
          parkId: zone.parks[2]!.id,
          commitments: [{ indicator: 'tax', perMuWan: '30' }],
        },
        '2019-05-01',
        '示例',
      );
      await zone.signed(
        { kind: 'framework', amount: { value: '20', unit: 'yi' }, parkId: zone.parks[3]!.id },
        '2019-06-01',
      );
      await reach(first, 'construction-start', '2019-04-01');
      await reach(first, 'completion', '2019-11-30');
      await reach(first, 'production-start', '2020-01-15');
      const year = { from: '2019-01-01', to: '2019-12-31' };
      const report = await zone.manager.call(fourBatches.report, undefined, { query: year });
      expect(report.before).toEqual({ from: '2018-01-01', to: '2018-12-31' });
      expect(report.batches).toMatchObject({
        signed: {
          count: 1,
          amountWan: '80000',
          apart: { count: 1, amountWan: '200000' },
          before: { count: 0 },
          countChangePercent: null,
        },
        started: { count: 1, amountWan: '80000' },
        completed: { count: 1 },
        'in-production': { count: 0, amountWan: '0' },
      });
      for (const query of [
        year,
        { from: '2019-04-01', to: '2019-06-30' },
        { from: '2020-01-01', to: '2020-12-31' },
        { from: '2021-01-01', to: '2026-11-20' },
      ]) {
        const all = await zone.manager.call(fourBatches.report, undefined, { query });
        for (const batch of batches) {
          const drilled = async (more: Record<string, string> = {}) => {
            const { count, amountWan, rows } = await zone.manager.call(fourBatches.rows, undefined, {
              query: { ...query, batch, perPage: '200', ...more },
            });
            expect(rows.filter(({ role }) => role === 'counted')).toHaveLength(count);
            return { count, amountWan };
          };
          const { count, amountWan } = all.batches[batch];
          expect(await drilled()).toEqual({ count, amountWan });
          for (const park of all.parks) expect(await drilled({ parkId: park.key })).toEqual(park.batches[batch]);
          for (const industry of all.industries)
            expect(await drilled({ industryId: industry.key })).toEqual(industry.batches[batch]);
        }
      }
      expect(
        (await zone.manager.call(fourBatches.rows, undefined, { query: { ...year, batch: 'signed' } })).rows.map(
          ({ role, on }) => [role, on],
        ),
      ).toEqual([
        ['counted', '2019-03-01'],
        ['repeated', '2019-05-01'],
        ['apart', '2019-06-01'],
      ]);
    });

    it('goes to a workbook in which nothing is calculated; a period that is reversed is refused', async () => {
      const enterpriseId = await zone.firm('=cmd|海南公式有限公司');
      await zone.signed(
        { kind: 'substantive', enterpriseId, projectName: '+1+1', amount: { value: '100', unit: 'wan' } },
        '2018-03-01',
      );
      const response = await zone.manager.raw(fourBatches.workbook, undefined, {
        query: { from: '2018-01-01', to: '2018-12-31' },
      });
      expect(response.headers.get('content-disposition')).toContain('attachment');
      const book = await readSpreadsheet(new Uint8Array(await response.arrayBuffer()) as never);
      const cells = book.sheets[0]!.rows.flatMap((row) => row.cells);
      expect(cells.every((cell) => cell.type === 'text' && cell.formula === undefined)).toBe(true);
      expect(cells.map(({ text }) => text)).toEqual(
        expect.arrayContaining(['=cmd|海南公式有限公司', '+1+1', '100', '合计 1 个项目']),
      );
      expect(
        await zone.manager.refused(fourBatches.report, undefined, { query: { from: '2019-01-02', to: '2019-01-01' } }),
      ).toMatchObject({ status: 422, code: 'period.reversed' });
      expect(
        (
          await zone.officer.refused(fourBatches.workbook, undefined, {
            query: { from: '2018-01-01', to: '2018-12-31' },
          })
        ).status,
      ).toBe(403);
    });
  });

  it('home is told in numbers that open to the same', async () => {
    const summary = await zone.manager.call(progress.summary);
    expect(summary.flagged).toBe((await zone.manager.call(checkUps.list)).flagged);
    const { counts } = await zone.manager.call(progress.idleLand);
    expect(summary.idleLand).toBe(counts.warned + counts.fee + counts['take-back']);
    expect(await zone.secretary.call(progress.summary)).toMatchObject({ lateMilestones: 0, idleLand: 0, flagged: 0 });
  });
});

import { approvalPolicies, approvals } from '@crm/api-contract/approvals';
import { actuals, assessments, commitments, portfolio } from '@crm/api-contract/commitments';
import { contracts, type Contract } from '@crm/api-contract/contracts';
import { corrections } from '@crm/api-contract/corrections';
import { consequenceClauses } from '@crm/api-contract/decisions';
import { files } from '@crm/api-contract/files';
import { receipts } from '@crm/api-contract/progress';
import { supplements } from '@crm/api-contract/supplements';
import { timeline } from '@crm/api-contract/timeline';
import type { RouteContract } from '@crm/api-contract/wire';
import { attached, paperForm, pdfOf } from '../servers/papers.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('supplements', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  const one = (id: string) => zone.manager.call(contracts.one, undefined, { params: { id } });
  const ask = async (contract: Pick<Contract, 'id'>, changes: object) =>
    zone.officer.call(supplements.create, { signedOn: '2026-01-15', reason: '补充协议', ...changes } as never, {
      params: { id: contract.id },
      version: (await one(contract.id)).version,
    });
  const waiting = async (subjectId: string) =>
    (await zone.manager.call(approvals.list, undefined, { query: { filter: { kind: 'supplement', subjectId } } }))
      .data[0]!;
  const amend = (contract: Pick<Contract, 'id'>, changes: Parameters<Zone['amended']>[1]) =>
    zone.amended(contract.id, changes);
  const refused = async (contract: Pick<Contract, 'id'>, changes: object, version?: number) =>
    zone.officer.refused(
      supplements.create,
      { signedOn: '2026-01-15', reason: '补充协议', ...changes },
      { params: { id: contract.id }, version: version ?? (await one(contract.id)).version },
    );
  const preview = (contract: Pick<Contract, 'id'>, changes: object) =>
    zone.manager.call(supplements.preview, changes as never, { params: { id: contract.id } });
  const promises = [
    { indicator: 'tax' as const, perMuWan: '30' },
    { indicator: 'output' as const, total: { value: '27500', unit: 'wan' as const } },
  ];
  const rows = async () => {
    const tables = [
      'contract',
      'parcel',
      'commitment_term',
      'contract_amendment',
      'contract_full_production',
      'consequence_clause',
      'consequence_wording',
      'assessment',
      // A preview is told as a reading.
      "audit_entry WHERE action IN ('insert', 'update', 'delete')",
    ];
    return Promise.all(
      tables.map(
        async (table) => (await product.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n,
      ),
    );
  };

  it('case 9: 8 亿 at two events, +2 亿, and a framework of 20 亿 are 10 亿, one contract, and 20 亿 apart', async () => {
    const park = zone.parks[3]!.id;
    const enterpriseId = await zone.firm();
    const scope = { query: { parkId: park } };
    const first = await zone.signed(
      { kind: 'substantive', parkId: park, enterpriseId, projectName: '同一项目', amount: { value: '8', unit: 'yi' } },
      '2025-03-01',
    );
    await zone.signed(
      {
        parkId: park,
        enterpriseId,
        projectId: first.projectId,
        amount: { value: '8', unit: 'yi' },
        commitments: promises,
      },
      '2025-05-01',
    );
    await zone.signed({ kind: 'framework', parkId: park, amount: { value: '20', unit: 'yi' } }, '2025-06-01');
    expect(await zone.manager.call(portfolio.perMu, undefined, scope)).toMatchObject({
      substantiveContracts: 1,
      substantiveWan: '80000',
      frameworkWan: '200000',
      frameworkContracts: 1,
    });
    const increase = await amend(first, { increase: { value: '2', unit: 'yi' }, reason: '增资扩产' });
    expect(increase).toMatchObject({
      number: `${first.number}-补1`,
      state: 'in-force',
      increaseWan: '20000',
      lines: [{ field: 'investedWan', before: '80000', after: '100000' }],
    });
    expect(await zone.manager.call(portfolio.perMu, undefined, scope)).toMatchObject({
      substantiveContracts: 1,
      substantiveWan: '100000',
      frameworkWan: '200000',
      frameworkContracts: 1,
    });
    // In the year of the increase the increment counts, without another contract; in the year of the signing it does
    // not.
    expect(
      await zone.manager.call(portfolio.perMu, undefined, {
        query: { parkId: park, signedFrom: '2026-01-01', signedTo: '2026-12-31' },
      }),
    ).toMatchObject({ substantiveContracts: 0, substantiveWan: '20000' });
    expect(
      await zone.manager.call(portfolio.perMu, undefined, {
        query: { parkId: park, signedFrom: '2025-01-01', signedTo: '2025-12-31' },
      }),
    ).toMatchObject({ substantiveContracts: 1, substantiveWan: '80000' });
    expect(await one(first.id)).toMatchObject({
      amountWan: '80000',
      increasedWan: '20000',
      amountInForceWan: '100000',
      supplements: [{ id: increase.id, number: increase.number }],
    });
    expect(await one(increase.id)).toMatchObject({
      kind: 'supplement',
      status: 'signed',
      parent: { id: first.id },
      amountWan: '20000',
    });
  });

  it('more land: what was entered per mu stays and its total follows, and the other way about; every verdict is given again', async () => {
    const contract = await zone.signed({ commitments: promises }, '2021-06-01');
    await zone.officer.call(actuals.create, {
      contractId: contract.id,
      indicator: 'tax',
      year: 2025,
      value: { value: '1500', unit: 'wan' },
      source: 'firm',
    });
    const kept = await one(contract.id);
    expect(kept.years.find(({ year }) => year === 2025)).toMatchObject({
      standing: expect.arrayContaining([expect.objectContaining({ indicator: 'tax', verdict: 'met' })]),
    });
    const changes = {
      land: {
        add: [{ code: 'MA-02', area: { value: '5', unit: 'mu' } }],
        measure: [{ parcelId: kept.parcels[0]!.id, area: { value: '30000', unit: 'sqm' } }],
      },
    };

    const before = await rows();
    const shown = await preview(contract, changes);
    expect(await rows()).toEqual(before);
    expect(Object.fromEntries(shown.lines.map(({ field, before: was, after }) => [field, [was, after]]))).toMatchObject(
      { 'parcel.MA-02': [null, '5'], 'parcel.-': ['50', '45'] },
    );

    const more = { land: { add: [{ code: 'MA-02', area: { value: '10', unit: 'mu' as const } }] } };
    const wider = await preview(contract, more);
    expect(Object.fromEntries(wider.lines.map(({ field, before: was, after }) => [field, [was, after]]))).toMatchObject(
      {
        areaMu: ['50', '60'],
        'promise.tax.totalWan': ['1500', '1800'],
        'promise.output.perMuWan': ['550', expect.stringMatching(/^458\.3333/)],
      },
    );
    expect(wider.verdicts).toContainEqual({
      indicator: 'tax',
      year: 2025,
      before: expect.objectContaining({ verdict: 'met', requiredWan: '1500' }),
      after: expect.objectContaining({ verdict: 'warning', requiredWan: '1800', shortfallWan: '300' }),
    });
    expect(wider.belowStandard).toEqual(['output']);

    const made = await amend(contract, { ...more, reason: '增加用地' });
    expect(made.lines).toEqual(wider.lines);
    const now = await one(contract.id);
    expect(now).toMatchObject({
      areaMu: '60',
      belowStandard: true,
      belowStandardReason: '增加用地',
      promised: { tax: { perMuWan: '30', totalWan: '1800' }, output: { totalWan: '27500' } },
    });
    expect(now.years.find(({ year }) => year === 2025)?.standing).toEqual(
      expect.arrayContaining([expect.objectContaining({ indicator: 'tax', verdict: 'warning', requiredWan: '1800' })]),
    );
  });

  it('promises, the full-production year and the term change, each with before and after; what was judged then is found as it was', async () => {
    const contract = await zone.signed(
      { commitments: promises, termFrom: '2021-06-01', termTo: '2041-05-31' },
      '2021-06-01',
    );
    await zone.officer.call(actuals.create, {
      contractId: contract.id,
      indicator: 'tax',
      year: 2025,
      value: { value: '1400', unit: 'wan' },
      source: 'firm',
    });
    const then = new Date();
    const judged = () => zone.manager.call(assessments.ofContract, undefined, { params: { id: contract.id } });
    const before = await judged();
    const made = await amend(contract, {
      promises: [{ indicator: 'tax', perMuWan: '35', tolerancePercent: '90' }],
      fullProductionYear: 2026,
      termTo: '2046-05-31',
    });
    expect(Object.fromEntries(made.lines.map(({ field, before: was, after }) => [field, [was, after]]))).toMatchObject({
      fullProductionYear: ['2024', '2026'],
      termTo: ['2041-05-31', '2046-05-31'],
      'promise.tax.perMuWan': ['30', '35'],
      'promise.tax.totalWan': ['1500', '1750'],
      'promise.tax.tolerancePercent': ['80', '90'],
    });
    expect((await judged()).assessments.map(({ year }) => year)).not.toEqual(
      before.assessments.map(({ year }) => year),
    );
    const history = await product.database.query<{ year: number; known: boolean }>(
      `SELECT year, known_from < $2 AND known_to > $2 AS known
       FROM contract_full_production
       WHERE contract_id = $1`,
      [contract.id, then],
    );
    expect(history).toEqual([{ year: 2024, known: true }]);
    const kept = await zone.manager.call(commitments.one, undefined, {
      params: { id: contract.commitments.find(({ indicator }) => indicator === 'tax')!.commitmentId },
    });
    expect(kept.terms.map(({ perMuWan }) => perMuWan)).toEqual(['35', '30']);
    expect((await zone.officer.call(supplements.list, undefined, { params: { id: contract.id } })).data).toEqual([
      made,
    ]);
  });

  it('what follows a missed promise changes by a supplement as promises do: before and after, granted by another, the old wording stays', async () => {
    const gap = { kind: 'pay-gap', text: '第十二条：按差额补足。', indicators: ['tax'], percent: '100' } as const;
    const contract = await zone.signed(
      {
        commitments: promises,
        clauses: [
          { ...gap, indicators: ['tax'] },
          { kind: 'cure-period', text: '第十一条', indicators: ['tax', 'output'], cureDays: 90 },
        ],
      },
      '2021-06-01',
    );
    const clauses = async () =>
      (
        await zone.officer.call(consequenceClauses.list, undefined, {
          query: { filter: { contractId: contract.id }, sort: 'createdAt' },
        })
      ).data;
    const [pay, cure] = await clauses();
    const wanted = {
      clauses: {
        change: [{ clauseId: pay!.id, percent: '50' }],
        end: [cure!.id],
        add: [{ ...gap, indicators: ['output'], percent: '20', text: '第十二条之一' }],
      },
    };
    const lines = [
      { field: 'consequence.cure-period.cureDays', before: '90', after: null },
      { field: 'consequence.cure-period.threshold', before: 'breach', after: null },
      { field: 'consequence.cure-period.indicators', before: 'output,tax', after: null },
      { field: 'consequence.cure-period.text', before: '第十一条', after: null },
      { field: 'consequence.pay-gap.percent', before: '100', after: '50' },
      { field: 'consequence.pay-gap-2.percent', before: null, after: '20' },
      { field: 'consequence.pay-gap-2.threshold', before: null, after: 'breach' },
      { field: 'consequence.pay-gap-2.indicators', before: null, after: 'output' },
      { field: 'consequence.pay-gap-2.text', before: null, after: '第十二条之一' },
    ];
    expect((await preview(contract, wanted)).lines).toEqual(lines);
    const asked = await ask(contract, { ...wanted, reason: '二期调整' });
    expect((await clauses()).map(({ percent, ended }) => [percent, ended])).toEqual([
      ['100', false],
      [null, false],
    ]);
    const own = await waiting(asked.id);
    expect((await zone.manager.call(approvals.one, undefined, { params: { id: own.id } })).payload).toMatchObject({
      lines,
    });
    expect(
      await zone.officer.refused(approvals.approve, {}, { params: { id: own.id }, version: own.version }),
    ).toMatchObject({ status: 403 });
    await zone.manager.call(approvals.approve, {}, { params: { id: own.id }, version: own.version });
    expect(
      (await zone.officer.call(supplements.list, undefined, { params: { id: contract.id } })).data[0],
    ).toMatchObject({ state: 'in-force', lines });
    const now = await clauses();
    expect(now.map(({ kind, percent, ended }) => [kind, percent, ended])).toEqual([
      ['pay-gap', '50', false],
      ['cure-period', null, true],
      ['pay-gap', '20', false],
    ]);
    expect(now[0]!.wordings.map(({ percent, reason, knownTo }) => [percent, reason, knownTo === null])).toEqual([
      ['50', '二期调整', true],
      ['100', null, false],
    ]);
    expect(now[1]!.wordings).toMatchObject([{ cureDays: 90, endReason: '二期调整' }]);

    const faults: [object, string, string][] = [
      [{ change: [{ clauseId: pay!.id, percent: '50' }] }, 'clause.unchanged', '/clauses/change/0'],
      [{ change: [{ clauseId: pay!.id, percent: '0' }] }, 'clause.percent', '/clauses/change/0/percent'],
      [{ end: [cure!.id] }, 'supplement.clause', '/clauses/end/0'],
      [{ change: [{ clauseId: pay!.id, percent: '40' }], end: [pay!.id] }, 'field.duplicate', '/clauses/end/0'],
      [{ add: [{ kind: 'cure-period', text: '整改', indicators: ['tax'] }] }, 'clause.days', '/clauses/add/0/cureDays'],
    ];
    const before = await rows();
    for (const [change, code, pointer] of faults) {
      const problem = await refused(contract, { clauses: change });
      expect(problem).toMatchObject({ status: 422, code });
      expect(problem.errors?.map((fault) => fault.pointer)).toContain(pointer);
    }
    expect(await rows()).toEqual(before);
    const renewal = await zone.officer.call(supplements.renew, {}, { params: { id: contract.id } });
    expect(
      (
        await zone.officer.call(consequenceClauses.list, undefined, {
          query: { filter: { contractId: renewal.id }, sort: 'createdAt' },
        })
      ).data.map(({ percent }) => percent),
    ).toEqual(['50', '20']);
  });

  it('two people amend one contract: one wins, the other is told what differs', async () => {
    const contract = await zone.signed({ commitments: promises }, '2021-06-01');
    const answers = await Promise.all(
      ['31', '32'].map(async (perMuWan) =>
        zone.manager.raw(
          supplements.create,
          { signedOn: '2026-01-15', reason: '同时', promises: [{ indicator: 'tax', perMuWan }] },
          { params: { id: contract.id }, version: contract.version },
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const lost = (await answers.find(({ status }) => status === 412)!.json()) as {
      code: string;
      fields: string[];
      current: { version: number };
    };
    expect(lost).toMatchObject({
      code: 'version.stale',
      fields: expect.arrayContaining(['promise.tax.perMuWan', 'promise.tax.totalWan']),
    });
    expect(lost.current.version).toBeGreaterThan(contract.version);
    expect((await one(contract.id)).supplements).toHaveLength(1);
    expect(await refused(contract, { promises: [{ indicator: 'tax', perMuWan: '33' }] })).toMatchObject({
      status: 409,
      code: 'supplement.open',
    });
    expect(
      await zone.manager.refused(
        supplements.create,
        { signedOn: '2026-01-15', reason: '无版本', termTo: '2050-01-01' },
        { params: { id: contract.id } },
      ),
    ).toMatchObject({ status: 428 });
  });

  it('comes into force when somebody else grants it; sent back, nothing was changed and another may be asked for', async () => {
    const contract = await zone.signed({ commitments: promises }, '2021-06-01');
    const asked = await ask(contract, { promises: [{ indicator: 'tax', perMuWan: '20' }] });
    expect(asked).toMatchObject({
      state: 'pending',
      inForceFrom: null,
      lines: expect.arrayContaining([{ field: 'promise.tax.perMuWan', before: '30', after: '20' }]),
    });
    expect(await one(contract.id)).toMatchObject({
      belowStandard: false,
      promised: { tax: { perMuWan: '30' } },
      supplements: [{ status: 'in-review' }],
    });
    const first = await waiting(asked.id);
    expect(first).toMatchObject({ belowStandard: true, contractId: contract.id, title: { number: asked.number } });
    await zone.manager.call(
      approvals.return,
      { reason: '低于标准，请再谈' },
      { params: { id: first.id }, version: first.version },
    );
    expect(
      (await zone.officer.call(supplements.list, undefined, { params: { id: contract.id } })).data[0],
    ).toMatchObject({ state: 'withdrawn' });
    expect(await one(asked.id)).toMatchObject({ status: 'void' });
    expect(await amend(contract, { promises: [{ indicator: 'tax', perMuWan: '31' }] })).toMatchObject({
      number: `${contract.number}-补2`,
      state: 'in-force',
    });
    expect(await one(contract.id)).toMatchObject({ promised: { tax: { perMuWan: '31' } } });

    const own = await zone.manager.call(
      supplements.create,
      { signedOn: '2026-01-15', reason: '自己', termTo: '2050-01-01' },
      { params: { id: contract.id }, version: (await one(contract.id)).version },
    );
    const mine = await waiting(own.id);
    expect(
      await zone.manager.refused(approvals.approve, { note: '' }, { params: { id: mine.id }, version: mine.version }),
    ).toMatchObject({ code: 'approval.own' });
    await zone.director.call(approvals.approve, { note: '' }, { params: { id: mine.id }, version: mine.version });
    expect(await one(contract.id)).toMatchObject({ termTo: '2050-01-01' });
  });

  it.each<[string, object, number, string, string]>([
    ['nothing at all', {}, 422, 'supplement.nothing', ''],
    [
      'nothing new',
      { promises: [{ indicator: 'tax', perMuWan: '30.00' }] },
      422,
      'commitment.unchanged',
      '/promises/0',
    ],
    [
      'an indicator not promised',
      { promises: [{ indicator: 'investment', perMuWan: '300' }] },
      422,
      'supplement.no-promise',
      '/promises/0/indicator',
    ],
    [
      'both sides at once',
      { promises: [{ indicator: 'tax', perMuWan: '31', total: { value: '1', unit: 'wan' } }] },
      422,
      'commitment.one-side',
      '/promises/0',
    ],
    ['an increase of nothing', { increase: { value: '0', unit: 'wan' } }, 422, 'decimal.positive', '/increase/value'],
    ['a negative increase', { increase: { value: '-1', unit: 'wan' } }, 422, 'decimal.range', '/increase/value'],
    [
      'a plot of another contract',
      { land: { end: ['01234567-89ab-7def-8123-456789abcdef'] } },
      422,
      'supplement.parcel',
      '/land/end/0',
    ],
    ['0 亩 more', { land: { add: [{ area: { value: '0', unit: 'mu' } }] } }, 422, 'area.zero', '/land/add/0/area'],
    [
      'a term that ends before it begins',
      { termFrom: '2030-01-01', termTo: '2029-12-31' },
      422,
      'period.order',
      '/termTo',
    ],
    [
      'signed before the contract',
      { signedOn: '2020-01-01', termTo: '2050-01-01' },
      422,
      'date.before-signing',
      '/signedOn',
    ],
    ['signed tomorrow', { signedOn: '2099-01-01', termTo: '2050-01-01' }, 422, 'date.future', '/signedOn'],
    ['no reason', { reason: '', termTo: '2050-01-01' }, 422, 'field.required', '/reason'],
    ['an unknown field', { amountWan: '1' }, 422, 'field.unknown', '/amountWan'],
  ])('%s is refused, and nothing is written', async (_case, changes, status, code, pointer) => {
    const contract = await zone.signed({ commitments: promises }, '2021-06-01');
    const before = await rows();
    const problem = await refused(contract, changes);
    expect(problem).toMatchObject({ status, code });
    if (pointer) expect(problem.errors?.map((fault) => fault.pointer)).toContain(pointer);
    expect(await rows()).toEqual(before);
  });

  it('all land given back leaves nothing to measure, and is refused', async () => {
    const contract = await zone.signed({ commitments: promises }, '2021-06-01');
    expect(await refused(contract, { land: { end: contract.parcels.map(({ id }) => id) } })).toMatchObject({
      code: 'contract.area-missing',
    });
  });

  it('a draft, a supplement and a supplement without its contract are refused; so is whoever may not', async () => {
    const [draft, contract] = [await zone.draft(), await zone.signed({ commitments: promises }, '2021-06-01')];
    expect(await refused(draft, { termTo: '2050-01-01' })).toMatchObject({ status: 409, code: 'contract.not-signed' });
    const made = await amend(contract, { termTo: '2050-01-01' });
    expect(await refused(made, { termTo: '2051-01-01' })).toMatchObject({ status: 409, code: 'contract.parent' });
    expect(
      await zone.officer.refused(contracts.create, {
        kind: 'supplement',
        enterpriseId: contract.enterpriseId,
        projectId: contract.projectId,
        parkId: contract.parkId,
        industryId: contract.industryId,
        landFree: true,
      }),
    ).toMatchObject({ status: 422, code: 'contract.parent' });
    expect(
      await zone.secretary.refused(
        supplements.create,
        { signedOn: '2026-01-15', reason: '越权', termTo: '2051-01-01' },
        { params: { id: contract.id }, version: 1 },
      ),
    ).toMatchObject({ status: 403 });
    expect(await zone.secretary.refused(supplements.list, undefined, { params: { id: contract.id } })).toMatchObject({
      status: 404,
    });
    expect((await attached(zone.manager, 'supplement', made.id)).contractId).toBe(contract.id);
  });

  it('a supplement has no life beside its approval: whether it waits or is in force, every verb of a contract is refused and changes nothing', async () => {
    const contract = await zone.signed({ commitments: promises }, '2021-06-01');
    const inForce = await amend(contract, { termTo: '2050-01-01' });
    const waits = await ask(contract, { termTo: '2051-01-01' });
    for (const { id } of [inForce, waits]) {
      const before = await one(id);
      const verbs: [RouteContract, object?][] = [
        [contracts.submit, {}],
        [contracts.withdraw],
        [contracts.sign, { signedOn: '2026-01-15' }],
        [contracts.perform],
        [contracts.complete, { endedOn: '2026-02-01' }],
        [contracts.terminate, { endedOn: '2026-02-01', reason: '终止' }],
        [contracts.void, { reason: '作废' }],
        [contracts.paySupport, { paid: { value: '1', unit: 'wan' }, paidOn: '2026-02-01' }],
      ];
      for (const [verb, body] of verbs)
        expect(await zone.admin.refused(verb, body, { params: { id }, version: before.version })).toMatchObject({
          status: 409,
          code: 'contract.supplement',
        });
      expect(
        await zone.officer.refused(actuals.create, {
          contractId: id,
          indicator: 'tax',
          year: 2024,
          source: 'firm',
          value: { value: '1', unit: 'wan' },
        }),
      ).toMatchObject({ status: 409, code: 'contract.supplement' });
      expect(
        await zone.officer.refused(receipts.create, {
          contractId: id,
          kind: 'bank-slip',
          arrivedOn: '2026-02-01',
          amount: { value: '1', unit: 'wan' },
        }),
      ).toMatchObject({ status: 409, code: 'contract.supplement' });
      expect(await one(id)).toEqual(before);
    }
    expect(
      (await zone.officer.call(supplements.list, undefined, { params: { id: contract.id } })).data.map(
        ({ state }) => state,
      ),
    ).toEqual(['pending', 'in-force']);
  });

  it('below the standard somebody else is asked, even where the policy asks nobody', async () => {
    const { data, versions } = await zone.admin.call(approvalPolicies.list);
    const before = data.filter(({ kind }) => kind === 'supplement');
    await zone.admin.call(
      approvalPolicies.replace,
      { kind: 'supplement', rows: [{ fromWan: '0', belowStandardOnly: false, levels: [] }], reason: '试行' },
      { version: versions.supplement },
    );
    const contract = await zone.signed({ commitments: promises }, '2021-06-01');
    expect(await ask(contract, { termTo: '2050-01-01' })).toMatchObject({ state: 'in-force' });
    expect(await ask(contract, { promises: [{ indicator: 'tax', perMuWan: '1' }] })).toMatchObject({
      state: 'pending',
    });
    expect(await one(contract.id)).toMatchObject({ belowStandard: false, promised: { tax: { perMuWan: '30' } } });
    await zone.admin.call(
      approvalPolicies.replace,
      {
        kind: 'supplement',
        rows: before.map(({ fromWan, belowStandardOnly }) => ({
          fromWan,
          belowStandardOnly,
          levels: [{ role: 'manager' as const }],
        })),
        reason: '恢复',
      },
      { version: versions.supplement + 1 },
    );
  });

  it('numbers follow the contract, and one’s own number is taken as it is, once', async () => {
    const contract = await zone.signed({ commitments: promises }, '2021-06-01');
    expect((await amend(contract, { termTo: '2050-01-01' })).number).toBe(`${contract.number}-补1`);
    expect((await amend(contract, { number: '补〔2026〕7 号', termTo: '2051-01-01' })).number).toBe('补〔2026〕7 号');
    expect(await refused(contract, { number: '补〔2026〕7 号', termTo: '2052-01-01' })).toMatchObject({
      status: 409,
      code: 'contract.number',
    });
    expect((await amend(contract, { termTo: '2052-01-01' })).number).toBe(`${contract.number}-补3`);
  });

  it('a renewal is a draft with all that is in force, no duplicate, and made once', async () => {
    const contract = await zone.signed(
      { commitments: promises, termFrom: '2021-06-01', termTo: '2026-05-31', amount: { value: '3', unit: 'yi' } },
      '2021-06-01',
    );
    await amend(contract, { promises: [{ indicator: 'tax', perMuWan: '36' }] });
    const renewal = await zone.officer.call(
      supplements.renew,
      { termTo: '2031-05-31' },
      { params: { id: contract.id } },
    );
    expect(renewal).toMatchObject({
      status: 'draft',
      kind: 'performance',
      enterpriseId: contract.enterpriseId,
      projectId: contract.projectId,
      areaMu: '50',
      amountWan: '30000',
      termFrom: '2026-06-01',
      termTo: '2031-05-31',
      renews: { id: contract.id },
      promised: { tax: { perMuWan: '36' }, output: { totalWan: '27500' } },
    });
    expect((await one(contract.id)).renewedBy).toMatchObject({ id: renewal.id });
    expect(await zone.officer.refused(supplements.renew, {}, { params: { id: contract.id } })).toMatchObject({
      status: 409,
      code: 'contract.renewed',
    });
    expect(
      await zone.officer.refused(contracts.create, {
        kind: 'performance',
        enterpriseId: contract.enterpriseId,
        projectId: contract.projectId,
        parkId: contract.parkId,
        industryId: contract.industryId,
        landFree: true,
      }),
    ).toMatchObject({ code: 'contract.duplicate' });
    expect(
      await zone.officer.refused(supplements.renew, {}, { params: { id: (await zone.draft()).id } }),
    ).toMatchObject({ code: 'contract.not-signed' });
  });

  it('a renewal takes over on its day: the land counts once, as of any day, and both stay linked', async () => {
    const park = zone.parks[5]!.id;
    const contract = await zone.signed(
      { parkId: park, commitments: promises, termFrom: '2021-06-01', termTo: '2026-05-31' },
      '2021-06-01',
    );
    const { id, version } = await zone.officer.call(
      supplements.renew,
      { termTo: '2031-05-31' },
      { params: { id: contract.id } },
    );
    const perMu = async (asOf?: string) => {
      const [all] = (
        await zone.manager.call(portfolio.perMu, undefined, { query: { parkId: park, ...(asOf ? { asOf } : {}) } })
      ).groups;
      return all!;
    };
    const rows = async () =>
      (
        await zone.manager.call(contracts.list, undefined, { query: { filter: { parkId: park, counted: true } } })
      ).data.map((row) => row.id);
    const before = await perMu();
    expect([before.contracts, before.areaMu, await rows()]).toEqual([1, '50', [contract.id]]);
    await zone.approved(id, version, '2026-04-15');
    const after = await perMu();
    expect([after.contracts, after.areaMu, after.perMuWan, await rows()]).toEqual([1, '50', before.perMuWan, [id]]);
    for (const [day, tax] of [
      ['2026-05-31', 'no-data'],
      ['2026-06-01', 'not-due'],
      ['2025-12-31', 'no-data'],
    ] as const) {
      const group = await perMu(day);
      expect([group.contracts, group.areaMu, group.verdicts[tax]]).toEqual([1, '50', 1]);
    }
    // Earlier due days stay with the old contract; the renewal owes from 2026 on.
    expect((await one(contract.id)).years.map(({ year }) => year)).toEqual([2025, 2024]);
    expect((await one(id)).years.every(({ verdict }) => verdict === 'not-due')).toBe(true);
    expect([(await one(id)).renews?.id, (await one(contract.id)).renewedBy?.id]).toEqual([contract.id, id]);
    // A figure of the project belongs to the contract in force at the end of its year.
    expect(
      await zone.officer.call(actuals.create, {
        projectId: contract.projectId,
        indicator: 'tax',
        year: 2025,
        source: 'firm',
        value: { value: '1500', unit: 'wan' },
      }),
    ).toMatchObject({ contractId: contract.id });
    expect(await zone.officer.refused(supplements.renew, {}, { params: { id: contract.id } })).toMatchObject({
      code: 'contract.renewed',
    });
  });

  it('更正: a slip in the area is right from the beginning, once another person agrees on the evidence', async () => {
    const contract = await zone.signed({ commitments: promises }, '2025-06-01');
    const { parcels, version } = await one(contract.id);
    const asked = { params: { id: contract.id }, version };
    const facts = { land: { measure: [{ parcelId: parcels[0]!.id, area: { value: '45', unit: 'mu' as const } }] } };
    const body = { reason: '面积写错', ...facts };
    expect(await zone.officer.call(corrections.preview, facts, { params: { id: contract.id } })).toMatchObject({
      lines: expect.arrayContaining([
        { field: 'areaMu', before: '50', after: '45' },
        { field: 'promise.tax.totalWan', before: '1500', after: '1350' },
      ]),
    });
    expect(await zone.secretary.refused(corrections.create, body, asked)).toMatchObject({ status: 403 });
    expect(await zone.officer.refused(corrections.create, body, { ...asked, version: version - 1 })).toMatchObject({
      code: 'version.stale',
    });
    expect(await zone.officer.refused(corrections.create, { reason: '无' }, asked)).toMatchObject({
      code: 'correction.nothing',
    });
    const correction = await zone.officer.call(corrections.create, body, asked);
    expect(correction).toMatchObject({ state: 'pending', evidence: 0 });

    const [open] = (
      await zone.manager.call(approvals.list, undefined, { query: { filter: { kind: 'contract-correction' } } })
    ).data;
    const decide = { params: { id: open!.id }, version: open!.version };
    expect(await zone.manager.refused(approvals.approve, {}, decide)).toMatchObject({ code: 'correction.evidence' });
    await zone.officer.call(files.attach, paperForm('correction', correction.id, '合同.pdf', pdfOf()) as never);
    await zone.manager.call(approvals.approve, { note: '与原件一致' }, decide);

    expect(await one(contract.id)).toMatchObject({ areaMu: '45' });
    const [done] = (await zone.officer.call(corrections.list, undefined, { params: { id: contract.id } })).data;
    expect(done).toMatchObject({ state: 'in-force', evidence: 1 });
    const { data: told } = await zone.officer.call(timeline.list, undefined, {
      params: { id: contract.id },
      query: { kind: 'correction' },
    });
    expect(told.map(({ what, by }) => [what, by])).toEqual([
      ['in-force', done!.agreedBy],
      ['asked', done!.askedBy],
    ]);
    const entries = await product.database.query<{ actor: string }>(
      `SELECT DISTINCT actor FROM audit_entry WHERE subject = 'contract_correction' AND subject_id = $1`,
      [correction.id],
    );
    expect(entries).toHaveLength(2);
  });
});

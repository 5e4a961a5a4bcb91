import { approvals } from '@crm/api-contract/approvals';
import { actuals, assessments, commitments, portfolio } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { consequenceClauses, consequences, decisions } from '@crm/api-contract/decisions';
import { files } from '@crm/api-contract/files';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('consequences and decisions', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  type Kind = 'cure-period' | 'pay-gap' | 'claw-back' | 'take-back-land';
  const written = (kind: Kind) => ({
    kind,
    text: `${kind} 第十二条`,
    indicators: ['tax'] as ['tax'],
    ...(kind === 'cure-period' ? { cureDays: 90 } : {}),
    ...(kind === 'pay-gap' ? { percent: '100' } : {}),
  });
  const clausesOf = async (contractId: string) =>
    (
      await zone.officer.call(consequenceClauses.list, undefined, {
        query: { filter: { contractId }, sort: 'createdAt' },
      })
    ).data;
  const missedOf = async (contractId: string) =>
    (await zone.officer.call(consequences.list, undefined, { query: { filter: { contractId, year: 2024 } } })).data[0]!;
  const verdictOf = async (contractId: string) =>
    (await zone.officer.call(assessments.list, undefined, { query: { filter: { contractId, year: 2024 } } })).data[0]!
      .verdict;

  /** Worked case 4: 50 亩 × 30 = 1,500 万元 of tax; 500 万元 of support paid. */
  async function missing(reached = '1140', ...kinds: Kind[]) {
    const contract = await zone.signed({
      commitments: [{ indicator: 'tax', perMuWan: '30' }],
      clauses: kinds.map(written),
    });
    await zone.manager.call(
      contracts.paySupport,
      { paid: { value: '500', unit: 'wan' }, paidOn: '2022-05-01' },
      { params: { id: contract.id } },
    );
    await zone.officer.call(actuals.create, {
      contractId: contract.id,
      indicator: 'tax',
      year: 2024,
      source: 'tax-office',
      value: { value: reached, unit: 'wan' },
    });
    return contract.id;
  }
  async function decide(approvalId: string | null, verb: 'approve' | 'return') {
    const { id, version } = await zone.director.call(approvals.one, undefined, { params: { id: approvalId ?? '' } });
    if (verb === 'approve') await zone.director.call(approvals.approve, {}, { params: { id }, version });
    else await zone.director.call(approvals.return, { reason: '材料不足' }, { params: { id }, version });
  }

  it('case 4: 360 to pay and 120 to claw back, clause by clause, with why', async () => {
    const id = await missing('1140', 'pay-gap', 'claw-back', 'cure-period', 'take-back-land');
    const row = await missedOf(id);
    expect(row).toMatchObject({
      verdict: 'breach',
      shortfallWan: '360',
      shortfallPerMuWan: '7.2',
      attainmentPercent: '76',
      standing: 'open',
      decision: null,
    });
    expect(row.consequences.map(({ kind, amountWan, applies }) => [kind, amountWan, applies])).toEqual([
      ['pay-gap', '360', true],
      ['claw-back', '120', true],
      ['cure-period', null, true],
      ['take-back-land', null, true],
    ]);
    expect(row.consequences[2]?.cureUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(row.consequences[1]?.because.formula).toEqual([
      { name: 'clawbackWan', expression: 'supportPaidWan × ( 1 − lowestAttainmentPercent )', value: '120' },
    ]);
    expect(
      (await zone.officer.call(consequences.list, undefined, { query: { filter: { contractId: id, year: 2024 } } }))
        .totals,
    ).toMatchObject({ contracts: 1, shortfallWan: '360', payWan: '360', clawbackWan: '120', open: 1 });
  });

  it('case 4: 1,200 is a warning, and a clause that waits for a breach cannot be enforced', async () => {
    const id = await missing('1200', 'pay-gap');
    const [strict] = await clausesOf(id);
    const row = await missedOf(id);
    expect(row).toMatchObject({
      verdict: 'warning',
      attainmentPercent: '80',
      shortfallWan: '300',
      consequences: [{ applies: false, amountWan: '300' }],
    });
    const asked = {
      commitmentId: row.commitmentId,
      year: 2024,
      kind: 'enforce',
      clauseIds: [strict!.id],
      reason: '补差',
    } as const;
    expect(await zone.manager.refused(decisions.create, asked)).toMatchObject({
      status: 422,
      code: 'decision.clause-not-due',
    });
    expect(await zone.manager.refused(decisions.create, { ...asked, clauseIds: [] })).toMatchObject({
      status: 422,
      code: 'decision.no-clause',
    });
  });

  it('a clause is written, changed and taken off a draft; every wording stays', async () => {
    const draft = await zone.draft({
      commitments: [{ indicator: 'tax', perMuWan: '30' }],
      clauses: [written('pay-gap'), written('claw-back')],
    });
    const [first, second] = await clausesOf(draft.id);
    expect(
      await zone.officer.refused(consequenceClauses.create, {
        contractId: draft.id,
        ...written('pay-gap'),
        percent: '0',
      }),
    ).toMatchObject({ status: 422, code: 'clause.percent' });
    const at = { params: { id: first!.id }, version: first!.version };
    expect(await zone.officer.refused(consequenceClauses.update, { percent: '100' }, at)).toMatchObject({
      status: 422,
      code: 'clause.unchanged',
    });
    const changed = await zone.officer.call(consequenceClauses.update, { percent: '50' }, at);
    expect(changed.wordings.map(({ percent, knownTo }) => [percent, knownTo === null])).toEqual([
      ['50', true],
      ['100', false],
    ]);
    expect(await zone.officer.refused(consequenceClauses.update, { percent: '60' }, at)).toMatchObject({ status: 412 });
    const off = { params: { id: second!.id }, version: second!.version };
    expect(await zone.officer.call(consequenceClauses.drop, undefined, off)).toMatchObject({ ended: true });
    expect(
      await zone.officer.refused(consequenceClauses.drop, undefined, { ...off, version: second!.version + 1 }),
    ).toMatchObject({ status: 409, code: 'clause.ended' });
  });

  it('what is signed changes by no verb of its own, whoever asks; of a contract that came in signed the paper is written down, with a reason', async () => {
    const signed = await zone.signed({
      commitments: [{ indicator: 'tax', perMuWan: '30' }],
      clauses: [written('pay-gap')],
    });
    const [clause] = await clausesOf(signed.id);
    const at = { params: { id: clause!.id }, version: clause!.version };
    for (const who of [zone.officer, zone.manager, zone.director]) {
      expect(
        await who.refused(consequenceClauses.create, {
          contractId: signed.id,
          ...written('claw-back'),
          reason: '补录',
        }),
      ).toMatchObject({ status: 409, code: 'contract.signed' });
      expect(await who.refused(consequenceClauses.update, { percent: '50' }, at)).toMatchObject({
        status: 409,
        code: 'contract.signed',
      });
      expect(await who.refused(consequenceClauses.drop, undefined, at)).toMatchObject({
        status: 409,
        code: 'contract.signed',
      });
    }
    expect(await clausesOf(signed.id)).toEqual([clause]);

    // As from a ledger: signed outside this system.
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false); UPDATE contract SET signed_by = NULL, version = version + 1 WHERE id = '${signed.id}'`,
    );
    const recorded = { contractId: signed.id, ...written('claw-back') };
    expect(await zone.officer.refused(consequenceClauses.create, { ...recorded, reason: '越权' })).toMatchObject({
      status: 403,
    });
    expect(await zone.manager.refused(consequenceClauses.create, recorded)).toMatchObject({
      status: 422,
      code: 'clause.reason',
    });
    expect(
      (await zone.manager.call(consequenceClauses.create, { ...recorded, reason: '补录签约文本' })).wordings,
    ).toMatchObject([{ reason: '补录签约文本' }]);
    expect(await zone.manager.refused(consequenceClauses.update, { percent: '50' }, at)).toMatchObject({
      status: 409,
      code: 'contract.signed',
    });
  });

  it('enforcing waits for another person, takes effect when approved, and the money received is kept', async () => {
    const id = await missing('1140', 'pay-gap', 'claw-back');
    const [gap, back] = await clausesOf(id);
    const { commitmentId } = await missedOf(id);
    const asked = await zone.manager.call(decisions.create, {
      commitmentId,
      year: 2024,
      kind: 'enforce',
      clauseIds: [gap!.id, back!.id],
      reason: '主任办公会决定',
    });
    expect(asked).toMatchObject({
      state: 'waiting',
      amountWan: '480',
      verdict: 'breach',
      shortfallWan: '360',
      requestedBy: '周岚',
      decidedBy: null,
      outstandingWan: null,
    });
    expect(await missedOf(id)).toMatchObject({ standing: 'waiting', decision: { id: asked.id, kind: 'enforce' } });
    expect(
      await zone.manager.refused(decisions.create, { commitmentId, year: 2024, kind: 'waive', reason: '又想豁免' }),
    ).toMatchObject({ status: 409, code: 'decision.waiting' });
    expect(
      await zone.officer.refused(decisions.create, { commitmentId, year: 2024, kind: 'waive', reason: '越权' }),
    ).toMatchObject({ status: 403 });
    expect(
      await zone.manager.refused(
        decisions.receive,
        { received: { value: '1', unit: 'wan' }, receivedOn: '2026-01-01' },
        { params: { id: asked.id } },
      ),
    ).toMatchObject({ status: 409, code: 'decision.not-enforced' });
    const { version } = await zone.manager.call(approvals.one, undefined, { params: { id: asked.approvalId ?? '' } });
    expect(
      await zone.manager.refused(approvals.approve, {}, { params: { id: asked.approvalId ?? '' }, version }),
    ).toMatchObject({ status: 403, code: 'approval.own' });

    await decide(asked.approvalId, 'approve');
    await zone.manager.call(
      decisions.receive,
      { received: { value: '200', unit: 'wan' }, receivedOn: '2026-01-15', note: '银行回单 0115' },
      { params: { id: asked.id } },
    );
    expect(await zone.officer.call(decisions.one, undefined, { params: { id: asked.id } })).toMatchObject({
      state: 'granted',
      receivedWan: '200',
      outstandingWan: '280',
      outcomes: [{ receivedWan: '200', note: '银行回单 0115' }],
    });
    expect(await missedOf(id)).toMatchObject({ standing: 'decided' });
    expect(
      await zone.manager.refused(decisions.create, { commitmentId, year: 2024, kind: 'waive', reason: '改主意' }),
    ).toMatchObject({ status: 409, code: 'decision.decided' });
    expect(await verdictOf(id)).toBe('breach');
  });

  it('an extension goes to a day to come, and a later decision may follow it', async () => {
    const id = await missing();
    const { commitmentId } = await missedOf(id);
    expect(
      await zone.manager.refused(decisions.create, {
        commitmentId,
        year: 2024,
        kind: 'extend',
        until: '2020-01-01',
        reason: '过去',
      }),
    ).toMatchObject({ status: 422, code: 'decision.until' });
    const extended = await zone.manager.call(decisions.create, {
      commitmentId,
      year: 2024,
      kind: 'extend',
      until: '2099-12-31',
      reason: '二期投产后再看',
    });
    await decide(extended.approvalId, 'approve');
    expect(await missedOf(id)).toMatchObject({
      standing: 'decided',
      decision: { kind: 'extend', until: '2099-12-31' },
    });
    await zone.manager.call(decisions.create, { commitmentId, year: 2024, kind: 'waive', reason: '台风' });
    expect(
      (await zone.officer.call(decisions.list, undefined, { query: { filter: { contractId: id } } })).data.map(
        ({ kind, state }) => [kind, state],
      ),
    ).toEqual([
      ['waive', 'waiting'],
      ['extend', 'granted'],
    ]);
  });

  it('a waiver changes the verdict only when another approves it; one that is sent back stays on record', async () => {
    const id = await missing('100');
    const { commitmentId } = await missedOf(id);
    expect(
      (await zone.manager.call(commitments.waive, { year: 2024, reason: '台风停产' }, { params: { id: commitmentId } }))
        .waivers,
    ).toEqual([]);
    expect(await verdictOf(id)).toBe('breach');
    const [first] = (await zone.manager.call(decisions.list, undefined, { query: { filter: { contractId: id } } }))
      .data;
    await decide(first!.approvalId, 'return');
    expect(await missedOf(id)).toMatchObject({ standing: 'open', decision: { state: 'returned' } });
    await zone.manager.call(
      commitments.waive,
      { year: 2024, reason: '台风停产，附证明' },
      { params: { id: commitmentId } },
    );
    const [second] = (await zone.manager.call(decisions.list, undefined, { query: { filter: { contractId: id } } }))
      .data;
    await decide(second!.approvalId, 'approve');
    expect(await verdictOf(id)).toBe('waived');
    expect(
      (await zone.officer.call(commitments.one, undefined, { params: { id: commitmentId } })).waivers,
    ).toMatchObject([{ year: 2024, reason: '台风停产，附证明', decidedBy: '韩冬' }]);
    expect(
      (await zone.officer.call(decisions.list, undefined, { query: { filter: { contractId: id } } })).data.map(
        ({ state, returnReason }) => [state, returnReason],
      ),
    ).toEqual([
      ['granted', null],
      ['returned', '材料不足'],
    ]);
    expect(
      await zone.manager.refused(commitments.waive, { year: 2024, reason: '再豁免' }, { params: { id: commitmentId } }),
    ).toMatchObject({ status: 409, code: 'waiver.exists' });
  });

  it('what waits for a decision tells what was decided, and can be narrowed to it', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30', lastYear: 2024 }] });
    await zone.officer.call(actuals.create, {
      contractId: id,
      indicator: 'tax',
      year: 2024,
      source: 'tax-office',
      value: { value: '100', unit: 'wan' },
    });
    const { commitmentId } = await missedOf(id);
    const listed = async (standing?: 'open' | 'waiting' | 'decided') =>
      (await zone.manager.call(portfolio.decisions, undefined, { query: standing ? { standing } : {} })).rows.find(
        (row) => row.contractId === id,
      );
    expect(await listed()).toMatchObject({ standing: 'open', decisionKind: null });
    const asked = await zone.manager.call(decisions.create, {
      commitmentId,
      year: 2024,
      kind: 'extend',
      until: '2099-12-31',
      reason: '再看',
    });
    expect([await listed('open'), (await listed('waiting'))?.decisionKind]).toEqual([undefined, 'extend']);
    await decide(asked.approvalId, 'approve');
    expect(await listed('decided')).toMatchObject({
      standing: 'decided',
      decisionKind: 'extend',
      decisionUntil: '2099-12-31',
    });
  });

  it('its papers hang on the decision', async () => {
    const id = await missing();
    const { commitmentId } = await missedOf(id);
    const asked = await zone.manager.call(decisions.create, {
      commitmentId,
      year: 2024,
      kind: 'waive',
      reason: '台风',
    });
    const form = new FormData();
    form.append('subjectType', 'consequence');
    form.append('subjectId', asked.id);
    form.append('file', new Blob(['主任办公会纪要']), '会议纪要.txt');
    await zone.manager.call(files.attach, form as never);
    expect(
      (await zone.officer.call(files.list, undefined, { query: { filter: { contractId: id } } })).data,
    ).toMatchObject([{ name: '会议纪要.txt', subjectType: 'consequence' }]);
  });

  it('one contract and year is clawed back once, whichever promise it is decided on', async () => {
    const { id } = await zone.signed({
      commitments: [
        { indicator: 'tax', perMuWan: '30' },
        { indicator: 'output', perMuWan: '500' },
      ],
      clauses: [{ ...written('claw-back'), indicators: ['tax', 'output'] }],
    });
    await zone.manager.call(
      contracts.paySupport,
      { paid: { value: '500', unit: 'wan' }, paidOn: '2022-05-01' },
      { params: { id } },
    );
    for (const [indicator, value] of [
      ['tax', '1140'],
      ['output', '12500'],
    ] as const)
      await zone.officer.call(actuals.create, {
        contractId: id,
        indicator,
        year: 2024,
        source: 'statistics',
        value: { value, unit: 'wan' },
      });
    const [back] = await clausesOf(id);
    const list = await zone.officer.call(consequences.list, undefined, {
      query: { filter: { contractId: id, year: 2024 } },
    });
    expect(list.data.map(({ consequences: [one] }) => one?.amountWan)).toEqual(['250', '250']);
    expect(list.totals).toMatchObject({ contracts: 1, clawbackWan: '250' });
    const [first, second] = list.data.map(({ commitmentId }) => ({
      commitmentId,
      year: 2024,
      kind: 'enforce' as const,
      clauseIds: [back!.id],
      reason: '追回',
    }));
    expect(list.data.flatMap(({ consequences: each }) => each.map(({ taken }) => taken))).toEqual([false, false]);
    await zone.manager.call(decisions.create, first!);
    // It is neither offered nor accepted a second time.
    const after = await zone.officer.call(consequences.list, undefined, {
      query: { filter: { contractId: id, year: 2024 } },
    });
    expect(after.data.map(({ commitmentId, consequences: [one] }) => [commitmentId, one?.taken, one?.settled])).toEqual(
      [
        [first!.commitmentId, false, 'waiting'],
        [second!.commitmentId, true, 'waiting'],
      ],
    );
    expect(after.totals).toMatchObject({ contracts: 1, clawbackWan: '0', waiting: 1, open: 1 });
    expect(await zone.manager.refused(decisions.create, second!)).toMatchObject({
      status: 409,
      code: 'decision.clause-taken',
    });
  });

  it('one indicator is summed in its own unit, shares are not; people missing weigh nothing in money', async () => {
    const { id } = await zone.signed({
      commitments: [
        { indicator: 'jobs', total: { value: '120', unit: 'person' } },
        { indicator: 'rd-share', total: { value: '3', unit: 'percent' } },
        { indicator: 'tax', perMuWan: '30' },
      ],
    });
    for (const [indicator, value, unit] of [
      ['jobs', '90', 'person'],
      ['rd-share', '1.5', 'percent'],
      ['tax', '1140', 'wan'],
    ] as const)
      await zone.officer.call(actuals.create, {
        contractId: id,
        indicator,
        year: 2024,
        source: 'statistics',
        value: { value, unit },
      });
    const of = async (indicator?: 'jobs' | 'rd-share' | 'tax') =>
      (
        await zone.officer.call(consequences.list, undefined, {
          query: { filter: { contractId: id, year: 2024, ...(indicator ? { indicator } : {}) } },
        })
      ).totals;
    expect((await of('jobs')).ofIndicator).toEqual({ unit: 'person', required: '120', actual: '90', shortfall: '30' });
    expect(await of('tax')).toMatchObject({
      shortfallWan: '360',
      ofIndicator: { unit: 'wan', required: '1500', actual: '1140', shortfall: '360' },
    });
    expect([(await of('rd-share')).ofIndicator, (await of()).ofIndicator, (await of()).shortfallWan]).toEqual([
      null,
      null,
      '360',
    ]);
    const missed = (
      await zone.officer.call(consequences.list, undefined, {
        query: { filter: { contractId: id, year: 2024, indicator: 'jobs' } },
      })
    ).data[0]!;
    const asked = await zone.manager.call(decisions.create, {
      commitmentId: missed.commitmentId,
      year: 2024,
      kind: 'extend',
      until: '2099-12-31',
      reason: '二期投产后再看',
    });
    expect(asked).toMatchObject({ unit: 'person', shortfall: '30', shortfallWan: null });
    const waiting = await zone.director.call(approvals.one, undefined, { params: { id: asked.approvalId ?? '' } });
    expect(waiting).toMatchObject({
      amountWan: null,
      title: { decision: 'extend', indicator: 'jobs', year: 2024, until: '2099-12-31' },
      payload: { verdict: 'breach', unit: 'person', required: '120', actual: '90', shortfall: '30' },
    });
  });
});

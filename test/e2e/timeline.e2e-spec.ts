import { approvals } from '@crm/api-contract/approvals';
import { actuals } from '@crm/api-contract/commitments';
import { contracts, milestones, supportClauses } from '@crm/api-contract/contracts';
import { corrections } from '@crm/api-contract/corrections';
import { decisions } from '@crm/api-contract/decisions';
import { files } from '@crm/api-contract/files';
import { milestoneExtensions, receipts } from '@crm/api-contract/progress';
import { supplements } from '@crm/api-contract/supplements';
import { HAPPENING_KINDS } from '@crm/api-contract/choices';
import { timeline, type Happening } from '@crm/api-contract/timeline';
import { attached } from '../servers/papers.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('what happened to a contract', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  const read = (id: string, query: object = {}, who = zone.manager) =>
    who.call(timeline.list, undefined, { params: { id }, query: { limit: '100', ...query } as never });
  const said = (events: readonly Happening[]) => events.map(({ kind, what }) => `${kind} ${what}`);
  const grant = async (contractId: string) => {
    const [open] = (
      await zone.manager.call(approvals.list, undefined, { query: { filter: { contractId, state: 'pending' } } })
    ).data;
    await zone.manager.call(approvals.approve, { note: '同意' }, { params: { id: open!.id }, version: open!.version });
  };

  it('tells every kind of thing that happens, once, newest first, with who and what', async () => {
    const draft = await zone.draft({
      amount: { value: '1.2', unit: 'yi' },
      commitments: [{ indicator: 'tax', perMuWan: '30' }],
      clauses: [{ kind: 'pay-gap', text: '第十二条', indicators: ['tax'], percent: '100' }],
      milestones: [
        { kind: 'construction-start', plannedOn: '2022-01-01' },
        { kind: 'completion', plannedOn: '2027-01-01' },
      ],
    });
    const { id } = draft;
    const at = { params: { id } };
    const edited = await zone.officer.call(
      contracts.update,
      { handlerName: '招商专员B' },
      { ...at, version: draft.version },
    );
    const signed = await zone.approved(id, edited.version, '2021-06-01');
    const value = (wan: string) => ({ value: { value: wan, unit: 'wan' as const } });
    const figure = await zone.officer.call(actuals.create, {
      contractId: id,
      indicator: 'tax',
      year: 2024,
      source: 'firm',
      ...value('1100'),
    });
    const mended = await zone.officer.call(
      actuals.correct,
      { ...value('1140'), reason: '完税证明' },
      { params: { id: figure.id } },
    );
    await zone.manager.call(actuals.verify, undefined, { params: { id: mended.id } });
    await zone.officer.call(actuals.create, {
      contractId: id,
      indicator: 'tax',
      year: 2024,
      source: 'tax-office',
      ...value('900'),
    });
    await zone.manager.call(actuals.choose, { reason: '税务口径有误' }, { params: { id: mended.id } });
    const receipt = await zone.officer.call(receipts.create, {
      contractId: id,
      kind: 'bank-slip',
      arrivedOn: '2026-02-01',
      amount: { value: '0.3', unit: 'yi' },
    });
    await zone.manager.call(receipts.verify, undefined, { params: { id: receipt.id } });
    await zone.manager.call(contracts.paySupport, { paid: { value: '500', unit: 'wan' }, paidOn: '2022-05-01' }, at);
    const {
      data: [promised],
    } = await zone.manager.call(supportClauses.create, { text: '税收奖励前三年', endsOn: '2029-12-31' }, at);
    expect(await zone.officer.refused(supportClauses.create, { text: '越权', endsOn: '2029-12-31' }, at)).toMatchObject(
      { status: 403 },
    );
    expect(
      (await zone.manager.call(supportClauses.end, { reason: '提前兑付' }, { params: { id, clauseId: promised!.id } }))
        .data,
    ).toEqual([]);
    expect(
      (await zone.manager.refused(supportClauses.end, { reason: '再来' }, { params: { id, clauseId: promised!.id } }))
        .status,
    ).toBe(404);
    const [start, completion] = signed.milestones;
    await zone.manager.call(
      milestones.record,
      { actualOn: '2022-02-01' },
      { params: { id: start!.id }, version: start!.version },
    );
    await zone.officer.call(
      milestoneExtensions.ask,
      { toDay: '2027-03-01', reason: '雨季' },
      { params: { id: completion!.id } },
    );
    await grant(id);
    await zone.officer.call(
      supplements.create,
      { signedOn: '2026-01-15', reason: '增资扩产', increase: { value: '0.5', unit: 'yi' } },
      { ...at, version: (await zone.officer.call(contracts.one, undefined, at)).version },
    );
    await grant(id);
    const slip = await zone.officer.call(
      corrections.create,
      { termTo: '2041-05-31', reason: '漏写期限' },
      { ...at, version: (await zone.officer.call(contracts.one, undefined, at)).version },
    );
    await attached(zone.officer, 'correction', slip.id);
    await grant(id);
    await zone.director.call(decisions.create, {
      commitmentId: signed.commitments[0]!.commitmentId,
      year: 2024,
      kind: 'waive',
      reason: '设备调试',
    });
    await grant(id);
    const paper = await attached(zone.officer, 'contract', id);
    await zone.manager.call(files.remove, { reason: '重复' }, { params: { id: paper.id }, version: paper.version });
    await told(id);

    const { data, counts, next } = await read(id);
    expect(next).toBeNull();
    expect(said(data.filter(({ kind }) => kind !== 'verdict'))).toEqual([
      'reminder sent',
      'import figures',
      'file removed',
      'file added',
      'decision granted',
      'decision asked',
      'correction in-force',
      'file added',
      'correction asked',
      'supplement in-force',
      'supplement asked',
      'milestone extended',
      'approval asked',
      'milestone reached',
      'receipt promise-ended',
      'receipt promised',
      'receipt support',
      'receipt verified',
      'receipt entered',
      'actual chosen',
      'actual entered',
      'actual verified',
      'actual corrected',
      'actual entered',
      'contract signed',
      'approval approved',
      'approval asked',
      'contract edited',
      'decision clause',
      'contract drafted',
    ]);
    expect(Object.keys(counts).sort()).toEqual([...HAPPENING_KINDS].sort());
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(data.length);
    const of = (kind: string, what: string) => data.find((one) => one.kind === kind && one.what === what)!;
    expect(of('actual', 'corrected')).toMatchObject({
      by: '符晓',
      decided: false,
      facts: { reason: '完税证明' },
      lines: [{ indicator: 'tax', year: 2024, before: '1100', value: '1140' }],
    });
    expect(of('actual', 'chosen')).toMatchObject({
      by: '周岚',
      decided: true,
      facts: { reason: '税务口径有误' },
      lines: [{ indicator: 'tax', year: 2024, value: '1140', source: 'firm' }],
    });
    expect(of('approval', 'approved')).toMatchObject({
      by: '周岚',
      decided: true,
      facts: { asked: 'contract-signing', level: 1, levels: 1 },
    });
    expect(of('supplement', 'in-force')).toMatchObject({
      by: '周岚',
      decided: true,
      facts: { increaseWan: '5000', reason: '增资扩产' },
      lines: [{ field: 'investedWan', before: '12000', after: '17000' }],
    });
    expect(of('milestone', 'reached').facts).toMatchObject({
      milestone: 'construction-start',
      on: '2022-02-01',
      planned: '2022-01-01',
    });
    expect(of('milestone', 'extended').facts).toMatchObject({
      milestone: 'completion',
      from: '2027-01-01',
      to: '2027-03-01',
    });
    expect(of('reminder', 'sent')).toMatchObject({
      by: null,
      decided: true,
      facts: { rule: 'commitment.due', step: 'before-7', dueDay: '2026-12-31' },
      lines: [{ year: 2026 }],
    });
    expect(of('import', 'figures').facts).toMatchObject({ fileName: '年报.xlsx', count: 1, from: 2023, to: 2023 });
    const verdicts = data.filter(({ kind }) => kind === 'verdict');
    expect(verdicts[0]).toMatchObject({
      by: null,
      decided: true,
      lines: [{ indicator: 'tax', year: 2024, before: 'breach', verdict: 'waived' }],
    });
    expect(
      verdicts.every(({ lines }) =>
        lines.every(({ before, verdict }) => before !== verdict && !(before === null && verdict === 'not-due')),
      ),
    ).toBe(true);
  });

  it('of what was signed before it came here, begins with its being recorded or with the ledger, and names the day it was signed', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] }, '2021-06-01');
    const first = async () => (await read(id)).data.at(-1)!;
    expect([(await first()).what, (await first()).facts.signedOn]).toEqual(['drafted', null]);
    await asWrittenDown(id, '');
    expect(await first()).toMatchObject({
      kind: 'contract',
      what: 'recorded',
      at: '2021-06-02T02:00:00.000Z',
      by: '符晓',
      facts: { signedOn: '2021-06-01' },
    });
    await asWrittenDown(id, `, import_id = (SELECT id FROM import WHERE file_name = '台账.xlsx')`);
    const { data } = await read(id);
    expect(data.at(-1)).toMatchObject({
      kind: 'import',
      what: 'contract',
      at: '2021-06-02T02:00:00.000Z',
      facts: { fileName: '台账.xlsx', signedOn: '2021-06-01' },
    });
    expect(said(data)).not.toContain('contract drafted');
  });

  it('goes on where it stopped, by kind, and repeats nothing', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    for (const year of [2021, 2022, 2023])
      await zone.officer.call(actuals.create, {
        contractId: id,
        indicator: 'tax',
        year,
        source: 'firm',
        value: { value: '1500', unit: 'wan' },
      });
    const all = (await read(id)).data;
    const walked: Happening[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read(id, { limit: '1', ...(before ? { before } : {}) });
      walked.push(...page.data);
      before = page.next;
    } while (before);
    expect(walked).toEqual(all);
    const figures = await read(id, { kind: 'actual' });
    expect([figures.data.length, figures.counts.actual, figures.data.every(({ kind }) => kind === 'actual')]).toEqual([
      3,
      3,
      true,
    ]);
    expect(await read(id, { kind: 'import' })).toMatchObject({ data: [], counts: { actual: 3 }, next: null });
    for (const query of [{ before: 'yesterday' }, { kind: 'gossip' }, { limit: '0' }] as Record<string, string>[])
      expect((await zone.manager.refused(timeline.list, undefined, { params: { id }, query })).status).toBe(422);
  });

  it('a returned draft says by whom and why; a secretary without the firm reads nothing, with it the same but for papers taken off', async () => {
    const enterpriseId = await zone.firm();
    const { id, version } = await zone.draft({
      enterpriseId,
      amount: { value: '2', unit: 'yi' },
      commitments: [{ indicator: 'tax', perMuWan: '30' }],
    });
    await zone.checked(id);
    await zone.officer.call(contracts.submit, {}, { params: { id }, version });
    const [open] = (
      await zone.manager.call(approvals.list, undefined, { query: { filter: { contractId: id, state: 'pending' } } })
    ).data;
    await zone.manager.call(
      approvals.return,
      { reason: '补充用地材料' },
      { params: { id: open!.id }, version: open!.version },
    );
    const paper = await attached(zone.officer, 'contract', id);
    await zone.officer.call(files.remove, { reason: '传错' }, { params: { id: paper.id }, version: paper.version });
    const { data } = await read(id);
    expect(said(data)).toEqual([
      'file removed',
      'file added',
      'approval returned',
      'approval asked',
      'contract drafted',
    ]);
    expect(data[2]).toMatchObject({ by: '周岚', refId: open!.id, facts: { note: '补充用地材料' } });
    expect(await zone.secretary.refused(timeline.list, undefined, { params: { id } })).toMatchObject({
      status: 404,
      code: 'record.absent',
    });
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false); INSERT INTO secretary_assignment (id, user_id, enterprise_id, role, from_day) SELECT gen_random_uuid(), id, '${enterpriseId}', 'primary', '2021-01-01' FROM app_user WHERE username = 'secretary'`,
    );
    expect(said((await read(id, {}, zone.secretary)).data)).toEqual([
      'approval returned',
      'approval asked',
      'contract drafted',
    ]);
  });

  /** A contract as a ledger or the demo data record it: signed outside this system. */
  const asWrittenDown = (id: string, more: string) =>
    product.database.query(`SELECT set_config('app.actor', 'system:test', false);
      INSERT INTO import (id, kind, file_name, bytes, sha256, status, created_by, committed_by)
      SELECT '01938000-0000-7000-8000-00000000ab02', 'contract-ledger', '台账.xlsx', 1, 'y', 'committed', id, id
      FROM app_user
      WHERE username = 'officer'
      ON CONFLICT DO NOTHING;
      UPDATE contract
      SET signed_by = NULL, created_at = '2021-06-02T10:00:00+08:00', version = version + 1${more}
      WHERE id = '${id}'`);

  /** Writes what the worker and an import would write. */
  const told = (id: string) =>
    product.database.query(`SELECT set_config('app.actor', 'system:test', false);
      INSERT INTO import (id, kind, file_name, bytes, sha256, status, created_by, committed_by)
      SELECT '01938000-0000-7000-8000-00000000ab01', 'annual-actuals', '年报.xlsx', 1, 'x', 'committed', id, id
      FROM app_user
      WHERE username = 'officer';
      INSERT INTO actual (id, contract_id, indicator, year, value, entered, source, import_id)
      VALUES
        (gen_random_uuid(), '${id}', 'tax', 2023, 1500, '{}', 'statistics', '01938000-0000-7000-8000-00000000ab01');
      INSERT INTO reminder_occurrence (
        id, dedupe_key, rule, rule_version, subject_type, subject_id, recipient_id, channel, step, due_day, remind_on,
        due_at, facts, link, status, sent_at
      )
      SELECT
        gen_random_uuid(), 'timeline ' || u.id, 'commitment.due', 1, 'commitment', k.id::text, u.id, 'inbox',
        'before-7', '2026-12-31', '2026-12-24', now(), '{"year": 2026}', '/', 'sent', now()
      FROM commitment k, app_user u
      WHERE k.contract_id = '${id}' AND u.username IN ('officer', 'secretary')`);
});

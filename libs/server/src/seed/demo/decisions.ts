import { FixedClock } from '@crm/platform/clock';
import { newId, type Database, type Tx } from '@crm/platform/db';
import { ApprovalsService } from '../../approvals/index.js';
import { CommitmentsService, ContractPromises } from '../../commitments/index.js';
import { assessContracts } from '../../assessments/index.js';
import { supportPaymentTable } from '../../contracts/contract.entity.js';
import { ClausesService, DecisionsService } from '../../decisions/index.js';
import type { Actor } from '../../data-access/index.js';
import { actorNamed } from './actors.js';
import { LEDGER_2021 } from './ledger-2021.js';

/** Clauses of the contracts of 2021, as the office recorded them later; the same in each. */
const CLAUSES = [
  {
    kind: 'cure-period',
    indicators: ['investment', 'output'],
    cureDays: 180,
    percent: null,
    text: '第十一条：固定资产投资或产值低于约定的，甲方书面通知之日起 180 日内整改。',
  },
  {
    kind: 'pay-gap',
    indicators: ['tax'],
    cureDays: null,
    percent: '100',
    text: '第十二条：自达产年起，年度税收低于约定标准的，乙方按差额补足。',
  },
  {
    kind: 'claw-back',
    indicators: ['investment', 'output', 'tax'],
    cureDays: null,
    percent: null,
    text: '第十三条：未达到约定标准的，乙方按未完成比例退还已享受的扶持资金。',
  },
  {
    kind: 'take-back-land',
    indicators: ['investment'],
    cureDays: null,
    percent: null,
    text: '第十五条：整改期满仍未达到约定投资强度的，甲方可解除合同并依法收回土地。',
  },
] as const;

/** Support paid, 万元, by credit code. */
const SUPPORT = [
  ['91460100MA5RLU373E', '500', '2023-06-20'],
  ['91460100MA58Y6FJ61', '620', '2023-05-12'],
  ['91460100MA5D1RXN57', '300', '2022-11-30'],
] as const;

interface Decided {
  code: string;
  kind: 'enforce' | 'extend' | 'waive';
  clauses?: readonly string[];
  until?: string;
  reason: string;
  by: 'manager' | 'director';
  then: 'waits' | 'granted' | 'returned';
  received?: string;
}

/**
 * One of each kind and state, on the tax of 2025. None is a granted waiver, so the demo's verdicts are those of the
 * ledger.
 */
const DECIDED: readonly Decided[] = [
  {
    code: '91460100MA58Y6FJ61',
    kind: 'enforce',
    clauses: ['pay-gap'],
    reason: '约谈两次仍无整改方案，主任办公会决定按第十二条补差。',
    by: 'manager',
    then: 'granted',
    received: '400',
  },
  {
    code: '91460100MA5RLU373E',
    kind: 'enforce',
    clauses: ['pay-gap', 'claw-back'],
    reason: '连续两年低于约定的一半，拟同时补差并追回扶持。',
    by: 'manager',
    then: 'waits',
  },
  {
    code: '91460100MA5QCP4M9P',
    kind: 'extend',
    until: '2027-06-30',
    reason: '二期产线 2027 年上半年投产，届时再评。',
    by: 'director',
    then: 'granted',
  },
  {
    code: '91460100MA5YAQUN1R',
    kind: 'waive',
    reason: '上游停产影响半年，企业申请豁免。',
    by: 'manager',
    then: 'returned',
  },
];

/** Clauses, support and decisions, through the use cases of an office, marked as demo. Repeating it changes nothing. */
export async function seedDecisions(database: Database, today: string): Promise<void> {
  if (await database.read((rows) => rows.one('SELECT 1 FROM consequence_clause WHERE demo LIMIT 1'))) return;
  const clock = new FixedClock(`${today}T10:00:00+08:00`);
  const approvals = new ApprovalsService(database, clock);
  const decisions = new DecisionsService(
    database,
    clock,
    approvals,
    new CommitmentsService(database, clock, new ContractPromises(clock)),
  );
  decisions.onModuleInit();
  const clauses = new ClausesService(database, clock);
  const people = { manager: await actorNamed(database, 'manager'), director: await actorNamed(database, 'director') };
  const contracts = new Map(
    (
      await database.read((rows) =>
        rows.rows<{ id: string; creditCode: string }>(
          `SELECT c.id, e.credit_code AS "creditCode"
           FROM contract c
           JOIN enterprise e ON e.id = c.enterprise_id
           WHERE c.demo AND e.credit_code = ANY($1) AND c.signed_on < $2`,
          [LEDGER_2021.map(([, , code]) => code), '2022-01-01'],
        ),
      )
    ).map((row) => [row.creditCode, row.id]),
  );

  const written = new Map<string, string>();
  for (const [code, contractId] of contracts) {
    for (const { indicators, ...clause } of CLAUSES)
      written.set(
        `${code} ${clause.kind}`,
        (
          await clauses.create(people.manager, {
            contractId,
            ...clause,
            indicators: [...indicators],
            reason: '补录签约文本',
          })
        ).id,
      );
  }
  await database.transaction('system:seed', (tx) => paySupport(tx, contracts, people.manager, today));
  for (const one of DECIDED) {
    const contractId = contracts.get(one.code);
    const commitment = await database.read((rows) =>
      rows.one<{ id: string }>(`SELECT id FROM commitment WHERE contract_id = $1 AND indicator = 'tax'`, [contractId]),
    );
    if (!contractId || !commitment) continue;
    const other = one.by === 'manager' ? people.director : people.manager;
    const asked = await decisions.create(people[one.by], {
      commitmentId: commitment.id,
      year: 2025,
      kind: one.kind,
      reason: one.reason,
      ...(one.until ? { until: one.until } : {}),
      ...(one.clauses ? { clauseIds: one.clauses.map((kind) => written.get(`${one.code} ${kind}`) ?? '') } : {}),
    });
    if (one.then === 'waits' || asked.approvalId === null) continue;
    // A case just requested has version 1.
    const version = 1;
    if (one.then === 'returned') await approvals.return(other, asked.approvalId, version, '请补充停产证明和恢复计划。');
    else await approvals.approve(other, asked.approvalId, version, '同意。');
    if (one.received)
      await decisions.receive(people[one.by], asked.id, {
        received: { value: one.received, unit: 'wan' },
        receivedOn: today,
        note: '银行回单 2026-1103',
      });
  }
  await database.transaction('system:seed', async (tx) => {
    await tx.run('UPDATE consequence_clause SET demo = true, version = version + 1');
    await tx.run(
      `UPDATE approval
       SET demo = true, version = version + 1
       WHERE id IN (SELECT approval_id FROM consequence_decision)`,
    );
    await tx.run('UPDATE consequence_decision SET demo = true');
  });
}

async function paySupport(
  tx: Tx,
  contracts: ReadonlyMap<string, string>,
  manager: Actor,
  today: string,
): Promise<void> {
  const paid = SUPPORT.flatMap(([code, wan, day]) =>
    contracts.has(code) ? [{ contractId: contracts.get(code) as string, wan, day }] : [],
  );
  await supportPaymentTable.insertMany(
    tx,
    paid.map(({ contractId, wan, day }) => ({
      id: newId(),
      contractId,
      paidWan: wan,
      entered: { value: wan, unit: 'wan' as const },
      paidOn: day,
      note: '产业扶持资金',
      enteredBy: manager.userId,
    })),
  );
  await assessContracts(
    tx,
    paid.map(({ contractId }) => contractId),
    today,
  );
}

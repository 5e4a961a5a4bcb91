import { addDays } from '@crm/domain/days';
import { FixedClock, type Clock } from '@crm/platform/clock';
import { newId, type Database, type RowOf, type Tx } from '@crm/platform/db';
import { ApprovalsService } from '../../approvals/index.js';
import { ContractPromises } from '../../commitments/index.js';
import { investmentProjectTable, supportClauseTable, supportPaymentTable } from '../../contracts/contract.entity.js';
import { ChecklistService, ContractsService, ReviewContractService } from '../../contracts/index.js';
import type { Actor } from '../../data-access/index.js';
import { SupplementsService } from '../../supplements/index.js';
import { actorNamed } from './actors.js';

/** Promised per mu (investment, output, tax) on an area, and what happens to the draft. */
interface Draft {
  mu: string;
  amountYi: string;
  perMu: readonly [string, string, string];
  reason?: string;
  then: 'waits' | 'returned' | 'unchecked';
}

/** One from 1 亿元, one below the standard of 30 万元/亩 tax with its reason, one returned, one pending. */
const DRAFTS: readonly Draft[] = [
  { mu: '42.5', amountYi: '1.62', perMu: ['381', '760', '36'], then: 'waits' },
  {
    mu: '18.2',
    amountYi: '0.62',
    perMu: ['341', '620', '26.5'],
    reason: '强链补链项目，前三年税收爬坡，经主任办公会同意（会议纪要〔2026〕14 号）。',
    then: 'waits',
  },
  { mu: '66', amountYi: '2.4', perMu: ['363', '690', '33'], then: 'returned' },
  { mu: '12.8', amountYi: '0.45', perMu: ['352', '640', '31'], then: 'unchecked' },
];
const SUPPLEMENTS = [
  { increaseYi: '0.6', reason: '增资扩产：新增一条灌装线', then: 'granted' },
  { increaseYi: '0.35', reason: '增资：扩建检测中心', then: 'waits' },
] as const;

/**
 * Pending, returned and granted contracts and supplements, through the use cases of an office, marked as demo. None is
 * of 2021, and none changes a verdict. Repeating it changes nothing.
 */
export async function seedReviews(database: Database, today: string): Promise<void> {
  if (await database.read((rows) => rows.one('SELECT 1 FROM contract_amendment WHERE demo LIMIT 1'))) return;
  const clock = new FixedClock(`${today}T10:00:00+08:00`);
  const approvals = new ApprovalsService(database, clock);
  const promises = new ContractPromises(clock);
  const contracts = new ContractsService(database, clock, promises);
  const officer = await actorNamed(database, 'officer');
  const director = await actorNamed(database, 'director');
  await seedDrafts(
    database,
    clock,
    { contracts, approvals, review: new ReviewContractService(database, clock, promises, contracts, approvals) },
    officer,
    director,
  );
  await seedSupplements(
    database,
    today,
    { contracts, approvals, supplements: new SupplementsService(database, clock, promises, contracts, approvals) },
    officer,
    director,
  );
  await database.transaction('system:seed', async (tx) => {
    await promiseSupport(tx, officer, today);
    await marked(tx);
  });
}

interface Rooms {
  readonly contracts: ContractsService;
  readonly approvals: ApprovalsService;
}

interface FreeProject extends Pick<RowOf<typeof investmentProjectTable>, 'id' | 'enterpriseId'> {
  readonly parkId: string;
  readonly industryId: string;
}

async function seedDrafts(
  database: Database,
  clock: Clock,
  { contracts, approvals, review }: Rooms & { readonly review: ReviewContractService },
  officer: Actor,
  director: Actor,
): Promise<void> {
  const checklist = new ChecklistService(database, clock);
  const free = await database.read((rows) =>
    rows.rows<FreeProject>(
      `SELECT ${investmentProjectTable.pick('j', 'id', 'enterpriseId', 'parkId', 'industryId')}
       FROM investment_project j
       JOIN enterprise e ON e.id = j.enterprise_id
       WHERE j.demo
           AND j.park_id IS NOT NULL
           AND j.industry_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM contract c WHERE c.project_id = j.id)
       ORDER BY e.credit_code, j.name
       LIMIT ${DRAFTS.length}`,
    ),
  );
  for (const [i, project] of free.entries()) {
    const draft = DRAFTS[i] as Draft;
    const [investment, output, tax] = draft.perMu;
    const { id, version } = await contracts.create(officer, {
      kind: 'performance',
      enterpriseId: project.enterpriseId,
      projectId: project.id,
      parkId: project.parkId,
      industryId: project.industryId,
      amount: { value: draft.amountYi, unit: 'yi' },
      parcels: [
        { code: `GX-2026-${String(i + 1).padStart(2, '0')}`, basis: 'granted', area: { value: draft.mu, unit: 'mu' } },
      ],
      fullProductionYear: 2029,
      channel: '产业招商',
      handlerName: officer.name,
      officerId: officer.userId,
      commitments: [
        { indicator: 'investment', perMuWan: investment },
        { indicator: 'output', perMuWan: output },
        { indicator: 'tax', perMuWan: tax },
      ],
    });
    const required = (await checklist.one(officer, id)).data.filter((item) => item.required);
    for (const { itemId } of draft.then === 'unchecked' ? required.slice(0, 4) : required)
      await checklist.check(officer, id, itemId, {});
    if (draft.then === 'unchecked') continue;
    await review.submit(officer, id, version, draft.reason ? { belowStandardReason: draft.reason } : {});
    if (draft.then === 'returned')
      await approvals.return(director, await waiting(database, id), 1, '请补充环评批复和用地红线图。');
  }
}

async function seedSupplements(
  database: Database,
  today: string,
  { contracts, approvals, supplements }: Rooms & { readonly supplements: SupplementsService },
  officer: Actor,
  director: Actor,
): Promise<void> {
  // Not from the ledger of 2021, so that its published figures stay the same.
  const parents = await database.read((rows) =>
    rows.rows<{ id: string }>(
      `SELECT id
       FROM contract
       WHERE demo
           AND kind = 'performance'
           AND status IN ('signed', 'performing')
           AND amount_wan IS NOT NULL
           AND signed_on >= '2022-01-01'
       ORDER BY signed_on, number
       LIMIT ${SUPPLEMENTS.length}`,
    ),
  );
  for (const [i, { id }] of parents.entries()) {
    const one = SUPPLEMENTS[i] as (typeof SUPPLEMENTS)[number];
    const { version } = await contracts.one(officer, id);
    const asked = await supplements.create(officer, id, version, {
      signedOn: addDays(today, -12),
      reason: one.reason,
      increase: { value: one.increaseYi, unit: 'yi' },
    });
    if (one.then === 'granted') await approvals.approve(director, await waiting(database, asked.id), 1, '同意增资。');
  }
}

/** Support clauses of the contracts that were paid support; one of them ends soon. */
async function promiseSupport(tx: Tx, officer: Actor, today: string): Promise<void> {
  const paid = await tx.rows<Pick<RowOf<typeof supportPaymentTable>, 'contractId'>>(
    `SELECT DISTINCT ${supportPaymentTable.pick('p', 'contractId')} FROM support_payment p ORDER BY "contractId"`,
  );
  await supportClauseTable.insertMany(
    tx,
    paid.map(({ contractId }, i) => ({
      id: newId(),
      contractId,
      text: '地方留成奖励：达产后前三年',
      endsOn: addDays(today, 25 + i * 180),
      enteredBy: officer.userId,
    })),
  );
}

async function waiting(database: Database, subjectId: string): Promise<string> {
  const open = await database.read((rows) =>
    rows.one<{ id: string }>(`SELECT id FROM approval WHERE subject_id = $1 AND state = 'pending'`, [subjectId]),
  );
  if (!open) throw new Error(`nothing waits about ${subjectId}`);
  return open.id;
}

async function marked(tx: Tx): Promise<void> {
  await tx.run(
    `UPDATE contract c
     SET demo = true, version = c.version + 1
     FROM investment_project j
     WHERE j.id = c.project_id AND j.demo AND NOT c.demo`,
  );
  await tx.run(
    `UPDATE commitment k
     SET demo = true, version = k.version + 1
     FROM contract c
     WHERE c.id = k.contract_id AND c.demo AND NOT k.demo`,
  );
  await tx.run('UPDATE contract_amendment SET demo = true, version = version + 1');
  await tx.run(
    `UPDATE approval a
     SET demo = true, version = a.version + 1
     FROM contract c
     WHERE c.id = a.contract_id AND c.demo AND NOT a.demo`,
  );
}

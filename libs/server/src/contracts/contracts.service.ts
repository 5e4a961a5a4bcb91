import { Inject, Injectable } from '@nestjs/common';
import type { Contract, contracts } from '@crm/api-contract/contracts';
import { MAY } from '@crm/api-contract/permissions';
import type { InputOf } from '@crm/api-contract/wire';
import { sum } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, supersedeAll, type ChangesOf, type Rows, type Tx } from '@crm/platform/db';
import { contractMatching } from '../enterprises/index.js';
import { exact, known, listRows, mayOn, refOf, type Actor } from '../data-access/index.js';
import { contractTable, parcelTable } from './contract.entity.js';
import { LISTED_CONTRACT, contractFrom, contractRowView, contractView, type ListedContract } from './contract.view.js';
import {
  CONTRACT_SORTS,
  contractById,
  contractTo,
  counted,
  milestonesOf,
  parcelsOf,
  standardsOf,
  supportOf,
  visibleContracts,
  type ContractSort,
} from './contracts.store.js';
import {
  amountOf,
  assertAlone,
  assertDraft,
  assertKnown,
  assertTerm,
  insertMilestones,
  isLandFree,
  insertParcels,
  landOf,
  measured,
  newParcels,
  nextNumber,
  projectFor,
  type DraftInput,
} from './draft-contract.js';
import { relatedContracts } from './related-contracts.js';
import { PROMISES, Promises } from './promises.js';
import { nextToSign } from './signing-step.js';
import { writeContract } from './write-contract.js';

type Changes = InputOf<typeof contracts.update>['body'];

/** Lists, shows and drafts contracts. Signing is a use case of its own. */
@Injectable()
export class ContractsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PROMISES) private readonly promises: Promises,
  ) {}

  list(actor: Actor, query: InputOf<typeof contracts.list>['query']) {
    return this.database.read(async (rows) => {
      const { filter } = query;
      const where = visibleContracts(actor, this.clock.today())
        .given(filter.parkId, 't.park_id = ?')
        .given(filter.industryId, 't.industry_id = ?')
        .given(filter.kind, 't.kind = ?')
        .given(filter.status, 't.status = ?')
        .given(filter.signedOn_gte, 't.signed_on >= ?')
        .given(filter.signedOn_lte, 't.signed_on <= ?')
        .given(filter.enterpriseId, 't.enterprise_id = ?')
        .given(filter.projectId, 't.project_id = ?')
        .given(filter.belowStandard, 't.below_standard = ?')
        .given(filter.handlerName, 't.handler_name = ?')
        .given(filter.officerId, 't.officer_id = ?')
        .given(filter.importId, 't.import_id = ?');
      const today = this.clock.today();
      if (filter.counted !== undefined) where.and(`(${counted('t', '?::date')}) = ?`, today, today, filter.counted);
      if (filter.q) {
        where.and(...contractMatching(filter.q, { enterprise: 'e', project: 'j', contract: 't' }));
      }
      // A counted contract without any due day counts as not due, as in the portfolio.
      const asked = filter.verdict_in ?? (filter.verdict ? [filter.verdict] : undefined);
      if (asked)
        where.and(
          `coalesce(y.verdict, CASE WHEN ${counted('t', '?::date')} THEN 'not-due' END) = ANY(?)`,
          today,
          today,
          asked,
        );
      const from = contractFrom(filter.assessedYear === undefined ? 'y.last' : `y.year = ${filter.assessedYear}`);
      const page = await listRows<ListedContract, ContractSort>(
        rows,
        { select: LISTED_CONTRACT, from, where, sorts: CONTRACT_SORTS },
        query,
      );
      const promised = await this.promises.on(
        rows,
        page.data.map(({ id }) => id),
      );
      return { ...page, data: page.data.map((row) => contractRowView(row, promised.get(row.id) ?? [])) };
    });
  }

  one(actor: Actor, id: string): Promise<Contract> {
    return this.database.read((rows) => this.inFull(rows, actor, id));
  }

  create(actor: Actor, input: DraftInput): Promise<Contract> {
    const parcels = measured(input.parcels ?? []);
    const landFree = isLandFree(input.kind, parcels, input.landFree);
    const areaMu = landOf(parcels, landFree);
    const amount = input.amount ? amountOf(input.amount, '/amount') : null;
    assertAlone(input.kind);
    assertTerm(input.termFrom, input.termTo);
    return this.database.transaction(refOf(actor), async (tx) => {
      await assertKnown(tx, input);
      const projectId = await projectFor(tx, input);
      const id = newId();
      await refuseSecond(tx, input.enterpriseId, projectId, input.kind);
      await contractTable.insert(tx, {
        ...contractTable.givenIn({ ...input, number: input.number ?? (await nextNumber(tx, this.clock.today())) }),
        id,
        enterpriseId: input.enterpriseId,
        projectId,
        amountWan: amount?.wan ?? null,
        amountEntered: amount?.entered ?? null,
        areaMu,
        landFree,
        createdBy: actor.userId,
      });
      await insertParcels(tx, actor, id, parcels);
      await insertMilestones(tx, id, input.milestones ?? []);
      await this.promises.enter(tx, actor, id, input.commitments ?? [], '/commitments');
      return this.inFull(tx, actor, id);
    });
  }

  /** Only drafts (`contract.signed`). `parcels` and `milestones`, if given, replace those of the draft. */
  update(actor: Actor, id: string, version: number, input: Changes): Promise<Contract> {
    const { amount, parcels: plots, milestones, landFree, newCommitments = [], ...plain } = input;
    const parcels = plots && measured(plots);
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await contractTo(['update', 'Contract'], tx, actor, id, this.clock.today());
      assertDraft(before);
      if (plain.kind) assertAlone(plain.kind);
      assertTerm(
        plain.termFrom === undefined ? before.termFrom : plain.termFrom,
        plain.termTo === undefined ? before.termTo : plain.termTo,
      );
      await assertKnown(
        tx,
        { parkId: plain.parkId, industryId: plain.industryId, officerId: plain.officerId },
        { before },
      );
      const changes: ChangesOf<typeof contractTable> = contractTable.changesIn(plain);
      if (amount !== undefined) {
        const typed = amount && amountOf(amount, '/amount');
        Object.assign(changes, { amountWan: typed?.wan ?? null, amountEntered: typed?.entered ?? null });
      }
      if (parcels !== undefined || landFree !== undefined) {
        const held = parcels ?? (await parcelsOf(tx, id));
        changes.landFree = isLandFree(plain.kind ?? before.kind, held, landFree ?? before.landFree);
        changes.areaMu = landOf(held, changes.landFree);
      }
      await writeContract(tx, id, version, changes);
      if (parcels !== undefined) {
        await supersedeAll(tx, parcelTable, { contractId: id }, newParcels(actor, id, parcels));
      }
      if (milestones !== undefined) {
        await tx.run('DELETE FROM milestone WHERE contract_id = $1', [id]);
        await insertMilestones(tx, id, milestones);
      }
      await this.promises.enter(tx, actor, id, newCommitments, '/newCommitments');
      return this.inFull(tx, actor, id);
    });
  }

  async inFull(rows: Rows, actor: Actor, id: string): Promise<Contract> {
    const today = this.clock.today();
    const row = known(await contractById(rows, actor, id, today));
    const support = await supportOf(rows, id);
    const commitments = (await this.promises.on(rows, [id])).get(id) ?? [];
    return contractView(row, {
      ...(await relatedContracts(rows, row)),
      standards: await standardsOf(rows, row, today),
      parcels: await parcelsOf(rows, id),
      commitments,
      nextToSign: await nextToSign(rows, actor, row, commitments),
      milestones: await milestonesOf(rows, id),
      years: await this.promises.yearsOf(rows, id),
      may: (await mayOn(rows, actor, MAY.Contract, 'contract', [id], today))(id),
      supportPaidWan: support.length > 0 ? exact(sum(support.map(({ paidWan }) => paidWan))) : null,
      support,
    });
  }
}

/** Refuses `contract.duplicate`: another contract has the same enterprise, project and kind. */
async function refuseSecond(tx: Tx, enterpriseId: string, projectId: string, kind: string): Promise<void> {
  const other = await tx.one<{ id: string; number: string }>(
    `SELECT id, number
     FROM contract
     WHERE enterprise_id = $1
         AND project_id = $2
         AND kind = $3
         AND status <> 'void'
         AND kind IN ('substantive', 'performance')`,
    [enterpriseId, projectId, kind],
  );
  if (other) throw Refusal.conflict('contract.duplicate', { contractId: other.id, number: other.number });
}

import { Inject, Injectable } from '@nestjs/common';
import type { Correction, CorrectionFacts, CorrectionPreview, corrections } from '@crm/api-contract/corrections';
import type { Contract } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { assertStill } from '@crm/domain/corrections';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { differences, type ContractFacts } from '@crm/domain/supplements';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, trial, tried, type Tx } from '@crm/platform/db';
import { ApprovalsService } from '../approvals/index.js';
import { ContractsService, PROMISES, Promises, asAsked, contractTable, contractTurn } from '../contracts/index.js';
import { StaleRecord, assertReach, known, refOf, type Actor } from '../data-access/index.js';
import { belowIn, movedVerdicts, standingOf } from '../supplements/index.js';
import { correctContract, correctableFacts } from './correct-contract.js';
import { contractCorrectionTable } from './correction.entity.js';
import { correctionById, correctionsOf } from './corrections.store.js';

interface Corrected {
  readonly contract: Contract;
  readonly facts: ContractFacts;
}
type Input = InputOf<typeof corrections.create>['body'];
/** The row of an import with the right values. */
export interface RightRow {
  readonly importId: string;
  readonly importRow: number;
}

/**
 * 更正: a fact of a signed contract was written down wrongly. Another person agrees; then the right value holds from the
 * beginning and is known from now. What was known before stays beside it (docs/adr/0035).
 */
@Injectable()
export class CorrectionsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PROMISES) private readonly promises: Promises,
    private readonly contracts: ContractsService,
    private readonly approvals: ApprovalsService,
  ) {
    approvals.handle('contract-correction', {
      granted: (tx, actor, { subjectId }) => this.apply(tx, actor, subjectId),
      returned: (tx, _actor, { subjectId }) => this.withdraw(tx, subjectId),
      revoked: (tx, _actor, { subjectId }) => this.withdraw(tx, subjectId),
    });
  }

  list(actor: Actor, contractId: string): Promise<{ data: Correction[] }> {
    return this.database.read(async (rows) => {
      await this.contracts.inFull(rows, actor, contractId);
      return { data: await correctionsOf(rows, contractId) };
    });
  }

  /** Runs the real change in a transaction that is rolled back, so it shows exactly what would happen. */
  preview(actor: Actor, contractId: string, facts: CorrectionFacts): Promise<CorrectionPreview> {
    return trial(this.database, refOf(actor), async (tx) => {
      const at = await contractTurn(tx, contractId);
      const before = await this.standing(tx, actor, contractId);
      await this.assertReach(tx, actor, contractId);
      const after = await this.corrected(tx, actor, before, facts, '', at);
      return {
        contractId,
        version: before.contract.version,
        lines: differences(before.facts, after.facts),
        verdicts: movedVerdicts(standingOf(before.contract), standingOf(after.contract)),
        belowStandard: belowIn(after.contract),
      };
    });
  }

  create(actor: Actor, contractId: string, version: number, { reason, ...facts }: Input): Promise<Correction> {
    return this.database.transaction(refOf(actor), (tx) =>
      this.ask(tx, actor, contractId, facts, reason, { version, from: null }),
    );
  }

  /**
   * In the caller's transaction. Tries the change first, so that every refusal comes before anybody is asked to agree.
   * Refuses an outdated version (412), `correction.open` (conflict) and what `correctContract` refuses. `from`: the row
   * of an import that has the right values.
   */
  async ask(
    tx: Tx,
    actor: Actor,
    contractId: string,
    facts: CorrectionFacts,
    reason: string,
    { version, from }: { readonly version?: number; readonly from: RightRow | null },
  ): Promise<Correction> {
    const at = await contractTurn(tx, contractId);
    const before = await this.standing(tx, actor, contractId);
    await this.assertReach(tx, actor, contractId);
    const { contract } = before;
    if (version !== undefined && contract.version !== version) throw new StaleRecord(contract, []);
    if (await contractCorrectionTable.one(tx, { contractId, state: 'pending' }))
      throw Refusal.conflict('correction.open');
    const after = await tried(tx, () => this.corrected(tx, actor, before, facts, reason, at));
    const id = newId();
    await contractCorrectionTable.insert(tx, {
      id,
      contractId,
      state: 'pending',
      reason,
      facts,
      before: before.facts,
      after: after.facts,
      askedBy: actor.userId,
      importId: from?.importId ?? null,
      importRow: from?.importRow ?? null,
    });
    // A person who opened the contract before this request gets a conflict with the requested values.
    await contractTable.update(tx, { id: contractId }, {});
    const lines = differences(before.facts, after.facts);
    await this.approvals.request(tx, actor, {
      kind: 'contract-correction',
      subjectId: id,
      contractId,
      title: { contractNumber: contract.number, changes: lines.length },
      amountWan: larger(contract.amountWan, after.contract.amountWan),
      belowStandard: belowIn(after.contract).length > 0,
      payload: {
        reason,
        importId: from?.importId ?? null,
        importRow: from?.importRow ?? null,
        lines: lines.map(({ field, before: was, after: is }) => ({ field, before: was, after: is })),
        promises: after.contract.commitments.map(asAsked),
      },
    });
    return correctionById(tx, id);
  }

  /** Agreed: the right values are known from now. Refuses `correction.evidence` and `correction.moved` (conflict). */
  private async apply(tx: Tx, actor: Actor, id: string): Promise<void> {
    const asked = known(await contractCorrectionTable.one(tx, { id, state: 'pending' }, 'FOR UPDATE'));
    const at = await contractTurn(tx, asked.contractId);
    const { evidence, lines } = await correctionById(tx, id);
    if (evidence === 0 && asked.importId === null) throw Refusal.conflict('correction.evidence');
    const before = await this.standing(tx, actor, asked.contractId);
    assertStill(lines, before.facts);
    const after = await this.corrected(tx, actor, before, asked.facts, asked.reason, at);
    await contractCorrectionTable.update(
      tx,
      { id },
      { state: 'in-force', knownFrom: at, before: before.facts, after: after.facts },
    );
  }

  private async withdraw(tx: Tx, id: string): Promise<void> {
    await contractCorrectionTable.update(tx, { id, state: 'pending' }, { state: 'withdrawn' });
  }

  /** Corrects and computes the consequences. Refuses `correction.nothing`. */
  private async corrected(
    tx: Tx,
    actor: Actor,
    before: Corrected,
    facts: CorrectionFacts,
    reason: string,
    at: string,
  ): Promise<Corrected> {
    await correctContract(
      tx,
      actor,
      before.contract,
      facts,
      { reason, at, approver: actor.userId },
      this.clock.today(),
    );
    await this.promises.changed(tx, [before.contract.id]);
    const after = await this.standing(tx, actor, before.contract.id);
    if (differences(before.facts, after.facts).length === 0) throw new Refusal('correction.nothing');
    return after;
  }

  private async standing(tx: Tx, actor: Actor, contractId: string): Promise<Corrected> {
    const contract = await this.contracts.inFull(tx, actor, contractId);
    return { contract, facts: correctableFacts(contract) };
  }

  private assertReach(tx: Tx, actor: Actor, contractId: string): Promise<void> {
    return assertReach(tx, actor, ['correct', 'Contract'], 'contract', contractId, this.clock.today());
  }
}

/** The approval of a correction follows the larger of the two amounts. */
const larger = (was: string | null, is: string | null): string | null =>
  was !== null && (is === null || decimal(was).gt(is)) ? was : is;

import { Inject, Injectable } from '@nestjs/common';
import type { Contract, contracts } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { contractLifecycle, type ContractState } from '@crm/domain/contracts';
import { move } from '@crm/domain/lifecycle';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { ApprovalsService } from '../approvals/index.js';
import { refOf, type Actor } from '../data-access/index.js';
import { ContractsService } from './contracts.service.js';
import { contractTo } from './contracts.store.js';
import { assertOwnLife } from './draft-contract.js';
import { PROMISES, Promises } from './promises.js';
import { SIGNING } from './signing-step.js';
import { writeContract } from './write-contract.js';

interface End {
  readonly endedOn?: string;
  readonly reason?: string;
}

/**
 * The steps of a contract after its signature, or instead of it. The table of transitions lists them
 * (`transition.forbidden`).
 */
@Injectable()
export class ContractLifeService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PROMISES) private readonly promises: Promises,
    private readonly contracts: ContractsService,
    private readonly approvals: ApprovalsService,
  ) {}

  perform(actor: Actor, id: string, version: number): Promise<Contract> {
    return this.becomes(actor, id, version, 'performing', {});
  }

  complete(
    actor: Actor,
    id: string,
    version: number,
    end: InputOf<typeof contracts.complete>['body'],
  ): Promise<Contract> {
    return this.becomes(actor, id, version, 'completed', end);
  }

  /** It stays in the count of its year, because it was signed. */
  terminate(
    actor: Actor,
    id: string,
    version: number,
    end: InputOf<typeof contracts.terminate>['body'],
  ): Promise<Contract> {
    return this.becomes(actor, id, version, 'terminated', end);
  }

  /** Only for a contract that was never signed; a pending approval is withdrawn. */
  void(
    actor: Actor,
    id: string,
    version: number,
    { reason }: InputOf<typeof contracts.void>['body'],
  ): Promise<Contract> {
    return this.becomes(actor, id, version, 'void', { endedOn: this.clock.today(), reason });
  }

  /** Refuses `contract.supplement`, `date.future`, `contract.ends-before-signing`, `transition.forbidden`. */
  private becomes(
    actor: Actor,
    id: string,
    version: number,
    state: ContractState,
    { endedOn, reason }: End,
  ): Promise<Contract> {
    const today = this.clock.today();
    if (endedOn !== undefined && endedOn > today) throw new Refusal('date.future', { today }).at('/endedOn');
    return this.database.transaction(refOf(actor), async (tx) => {
      const contract = await contractTo(['update', 'Contract'], tx, actor, id, today);
      assertOwnLife(contract);
      const status = move(contractLifecycle, contract.status, state);
      if (endedOn !== undefined && contract.signedOn !== null && endedOn < contract.signedOn)
        throw new Refusal('contract.ends-before-signing', { signedOn: contract.signedOn }).at('/endedOn');
      const asked = contract.status === 'in-review' ? await this.approvals.latestOf(tx, SIGNING, id) : undefined;
      if (asked && (asked.state === 'pending' || asked.state === 'granted'))
        await this.approvals.withdraw(tx, actor, asked.id, reason ?? null);
      await writeContract(tx, id, version, { status, endedOn: endedOn ?? null, endReason: reason ?? null });
      await this.promises.changed(tx, [id]);
      return this.contracts.inFull(tx, actor, id);
    });
  }
}

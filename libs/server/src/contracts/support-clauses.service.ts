import { Inject, Injectable } from '@nestjs/common';
import type { SupportClause, supportClauses } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { isLive } from '@crm/domain/contracts';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, endsNow, newId, type Rows, type ShownOf } from '@crm/platform/db';
import { known, refOf, shaped, type Actor } from '../data-access/index.js';
import { supportClauseTable } from './contract.entity.js';
import { contractById, contractTo } from './contracts.store.js';

interface ClauseRow extends ShownOf<typeof supportClauseTable> {
  readonly enteredBy: string | null;
}

/** 扶持条款: the support a contract promises to the enterprise, with its last day, so that nobody forgets it. */
@Injectable()
export class SupportClausesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, contractId: string): Promise<{ data: SupportClause[] }> {
    return this.database.read(async (rows) => {
      known(await contractById(rows, actor, contractId, this.clock.today()));
      return { data: await clausesOf(rows, contractId) };
    });
  }

  /** Refuses `contract.not-signed`: only for a contract in force. */
  add(
    actor: Actor,
    contractId: string,
    { text, endsOn }: InputOf<typeof supportClauses.create>['body'],
  ): Promise<{ data: SupportClause[] }> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const contract = await contractTo(['decide', 'Contract'], tx, actor, contractId, this.clock.today());
      if (!isLive(contract.status)) throw Refusal.conflict('contract.not-signed', { status: contract.status });
      await supportClauseTable.insert(tx, { id: newId(), contractId, text, endsOn, enteredBy: actor.userId });
      return { data: await clausesOf(tx, contractId) };
    });
  }

  /** Ended with a reason; it is kept as known until now. */
  end(
    actor: Actor,
    contractId: string,
    clauseId: string,
    { reason }: InputOf<typeof supportClauses.end>['body'],
  ): Promise<{ data: SupportClause[] }> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await contractTo(['decide', 'Contract'], tx, actor, contractId, this.clock.today());
      const ended = await supportClauseTable.update(
        tx,
        { id: clauseId, contractId, knownTo: null },
        { knownTo: endsNow, endedBy: actor.userId, endReason: reason },
      );
      known(ended > 0 ? ended : undefined);
      return { data: await clausesOf(tx, contractId) };
    });
  }
}

/** In force; the first to end comes first. */
async function clausesOf(rows: Rows, contractId: string): Promise<SupportClause[]> {
  const found = await rows.rows<ClauseRow>(
    `SELECT ${supportClauseTable.columns('s')}, u.name AS "enteredBy"
     FROM support_clause s
     LEFT JOIN app_user u ON u.id = s.entered_by
     WHERE s.contract_id = $1 AND s.known_to IS NULL
     ORDER BY s.ends_on, s.id`,
    [contractId],
  );
  return found.map((row) => shaped<SupportClause>()(row));
}

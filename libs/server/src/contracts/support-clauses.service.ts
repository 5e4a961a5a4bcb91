import { Inject, Injectable } from '@nestjs/common';
import type { SupportClause, supportClauses } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { isLive } from '@crm/domain/contracts';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows } from '@crm/platform/db';
import { dueHasChanged } from '../due/index.js';
import { known, refOf, type Actor } from '../data-access/index.js';
import { contractById } from './contracts.store.js';

interface ClauseRow {
  id: string;
  contract_id: string;
  text: string;
  ends_on: string;
  entered_by_name: string | null;
  known_from: string;
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
      const contract = known(await contractById(tx, actor, contractId, this.clock.today()));
      if (!isLive(contract.status)) throw Refusal.conflict('contract.not-signed', { status: contract.status });
      await tx.run(
        'INSERT INTO support_clause (id, contract_id, text, ends_on, entered_by) VALUES ($1, $2, $3, $4, $5)',
        [newId(), contractId, text, endsOn, actor.userId],
      );
      await dueHasChanged(tx);
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
      known(await contractById(tx, actor, contractId, this.clock.today()));
      known(
        await tx.one(
          `UPDATE support_clause
           SET known_to = now(), ended_by = $3, end_reason = $4
           WHERE id = $1 AND contract_id = $2 AND known_to IS NULL
           RETURNING id`,
          [clauseId, contractId, actor.userId, reason],
        ),
      );
      await dueHasChanged(tx);
      return { data: await clausesOf(tx, contractId) };
    });
  }
}

/** In force; the first to end comes first. */
async function clausesOf(rows: Rows, contractId: string): Promise<SupportClause[]> {
  const found = await rows.rows<ClauseRow>(
    `SELECT s.id, s.contract_id, s.text, s.ends_on, u.name AS entered_by_name, s.known_from
     FROM support_clause s
     LEFT JOIN app_user u ON u.id = s.entered_by
     WHERE s.contract_id = $1 AND s.known_to IS NULL
     ORDER BY s.ends_on, s.id`,
    [contractId],
  );
  return found.map((row) => ({
    id: row.id,
    contractId: row.contract_id,
    text: row.text,
    endsOn: row.ends_on,
    enteredBy: row.entered_by_name,
    knownFrom: row.known_from,
  }));
}

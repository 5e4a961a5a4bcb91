import { Inject, Injectable } from '@nestjs/common';
import type { EnterpriseDistinction, enterpriseDistinctions } from '@crm/api-contract/merging';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, computed, newId, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { known, refOf, type Actor } from '../data-access/index.js';
import { refuseMerged } from '../enterprises/index.js';
import { enterpriseDistinctionTable } from './distinction.entity.js';
import { distinctionById, distinctionOf, distinctionsInForce } from './distinctions.store.js';
import { SHOWN } from './merging.store.js';

/** 两家企业: two records look like one firm and are two. Said with a reason, kept, and taken back with a reason. */
@Injectable()
export class DistinctionsService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async list() {
    const found = await this.database.read((rows) => distinctionsInForce(rows, SHOWN + 1));
    return { data: found.slice(0, SHOWN), total: Math.min(found.length, SHOWN), more: found.length > SHOWN };
  }

  /**
   * Refuses `enterprise.merge-itself`, `enterprise.merged` and `enterprise.told-apart`. If name, code or a number has
   * changed since an earlier decision, the new one takes its place.
   */
  async decide(
    actor: Actor,
    { firstId, secondId, reason }: InputOf<typeof enterpriseDistinctions.create>['body'],
  ): Promise<EnterpriseDistinction> {
    if (firstId === secondId) throw new Refusal('enterprise.merge-itself').at('/secondId');
    return this.database.transaction(refOf(actor), async (tx) => {
      const marks = await marksOf(tx, [firstId, secondId]);
      const before = await distinctionOf(tx, firstId, secondId);
      if (before?.holds) throw refusedApart(before);
      if (before) await withdraw(tx, actor, before.id, reason);
      const id = newId();
      const [first, second] = [firstId, secondId].toSorted() as [string, string];
      await enterpriseDistinctionTable.insert(tx, {
        ...{ id, firstId: first, secondId: second, reason, decidedBy: actor.userId },
        firstMark: marks.get(first) ?? '',
        secondMark: marks.get(second) ?? '',
      });
      await publish(tx, { topic: 'enterprises', id: firstId });
      return known(await distinctionById(tx, id));
    });
  }

  /** The two are listed again. Refuses `enterprise.apart-withdrawn`. */
  withdraw(actor: Actor, id: string, reason: string): Promise<EnterpriseDistinction> {
    return this.database.transaction(refOf(actor), async (tx) => {
      known(await enterpriseDistinctionTable.one(tx, { id }, 'FOR UPDATE'));
      const { withdrawnAt, firstId } = known(await distinctionById(tx, id));
      if (withdrawnAt !== null) throw Refusal.conflict('enterprise.apart-withdrawn');
      await withdraw(tx, actor, id, reason);
      await publish(tx, { topic: 'enterprises', id: firstId });
      return known(await distinctionById(tx, id));
    });
  }
}

const withdraw = (tx: Tx, actor: Actor, id: string, reason: string) =>
  enterpriseDistinctionTable.update(
    tx,
    { id },
    { withdrawnAt: computed('now()'), withdrawnBy: actor.userId, withdrawnReason: reason },
  );

/** Locks both records as a merge does, so that one of the two waits for the other. */
async function marksOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; mark: string }>(
    `SELECT t.id, enterprise_mark(t.id) AS mark FROM enterprise t WHERE t.id = ANY($1) ORDER BY t.id FOR UPDATE`,
    [ids],
  );
  for (const id of ids) {
    if (rows.some((row) => row.id === id)) continue;
    await refuseMerged(tx, id);
    known(undefined);
  }
  return new Map(rows.map(({ id, mark }) => [id, mark]));
}

/** A person said that the two are two firms; that is taken back first. */
const refusedApart = ({ firstName, secondName, reason }: EnterpriseDistinction): Refusal =>
  Refusal.conflict('enterprise.told-apart', { name: firstName ?? '', other: secondName ?? '', reason });

/** Refuses `enterprise.told-apart`. */
export async function refuseToldApart(tx: Tx, a: string, b: string): Promise<void> {
  const told = await distinctionOf(tx, a, b);
  if (told?.holds) throw refusedApart(told);
}

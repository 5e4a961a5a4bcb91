import { Inject, Injectable } from '@nestjs/common';
import type { User } from '@crm/api-contract/access';
import type { Holdings, leaving } from '@crm/api-contract/leaving';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Rows, type Tx } from '@crm/platform/db';
import { disablePerson, leaveAfter, oneUser } from '../access/index.js';
import { refOf, type Actor } from '../data-access/index.js';
import type { HoldingSource } from './holding-source.js';

export const HOLDING_SOURCES = Symbol('HOLDING_SOURCES');

type HandOver = InputOf<typeof leaving.disable>['body']['handOver'];

/** A person leaves: what they hold goes to others, kind by kind, in one transaction with the end of the account. */
@Injectable()
export class LeavingService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(HOLDING_SOURCES) private readonly sources: readonly HoldingSource[],
  ) {}

  holdings(id: string): Promise<Holdings> {
    return this.database.read(async (rows) => {
      await oneUser(rows, id);
      return this.counted(rows, id);
    });
  }

  /**
   * Refuses `leaving.past`, what `disablePerson` refuses, and at the entry `leaving.successor`, `leaving.kind`,
   * `leaving.twice` and what the room refuses.
   */
  disable(
    actor: Actor,
    id: string,
    { lastDay = this.clock.today(), handOver }: InputOf<typeof leaving.disable>['body'],
  ): Promise<User> {
    const today = this.clock.today();
    if (lastDay < today) throw new Refusal('leaving.past', { today }).at('/lastDay');
    return this.database.transaction(refOf(actor), async (tx) => {
      await this.handOn(tx, actor, id, lastDay, handOver);
      if (lastDay === today) await disablePerson(tx, actor, id);
      else await leaveAfter(tx, actor, id, lastDay);
      return oneUser(tx, id);
    });
  }

  /** Refuses `leaving.successor`, `leaving.kind` and `leaving.twice` at the entry. */
  handOver(actor: Actor, id: string, { handOver }: InputOf<typeof leaving.handOver>['body']): Promise<Holdings> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { lastDay } = await oneUser(tx, id);
      const today = this.clock.today();
      // What was left behind changes hands from now on, not in the past.
      await this.handOn(tx, actor, id, lastDay !== null && lastDay > today ? lastDay : today, handOver);
      return this.counted(tx, id);
    });
  }

  private async counted(rows: Rows, id: string): Promise<Holdings> {
    const data: Holdings['data'] = [];
    for (const { kind, count, handOn } of this.sources)
      data.push({ kind, count: await count(rows, id, this.clock.today()), toRoles: [...(handOn?.roles ?? [])] });
    return { data };
  }

  private async handOn(tx: Tx, actor: Actor, id: string, lastDay: string, handOver: HandOver): Promise<void> {
    const { name } = await oneUser(tx, id);
    const seen = new Set<string>();
    for (const [index, { kind, toUserId }] of handOver.entries()) {
      const source = this.sources.find((one) => one.kind === kind);
      if (!source?.handOn) throw new Refusal('leaving.kind').at(`/handOver/${index}/kind`);
      if (seen.has(kind)) throw new Refusal('leaving.twice').at(`/handOver/${index}/kind`);
      seen.add(kind);
      await assertTakes(tx, source.handOn.roles, id, toUserId, `/handOver/${index}/toUserId`);
      const move = { actor, fromUserId: id, toUserId, today: this.clock.today(), lastDay, reason: `${name} 离岗交接` };
      await source.handOn.to(tx, move).catch((error: unknown) => {
        throw error instanceof Refusal ? error.at(`/handOver/${index}/toUserId`) : error;
      });
    }
  }
}

/** Somebody else who is enabled, stays, and works with such records. Refuses `leaving.successor`. */
async function assertTakes(tx: Tx, roles: readonly string[], leaver: string, toUserId: string, pointer: string) {
  const found = await tx.one<{ role: string }>(
    'SELECT role FROM app_user WHERE id = $1 AND disabled_at IS NULL AND last_day IS NULL FOR SHARE',
    [toUserId],
  );
  if (!found || toUserId === leaver || !roles.includes(found.role)) throw new Refusal('leaving.successor').at(pointer);
}

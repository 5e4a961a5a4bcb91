import { Inject, Injectable } from '@nestjs/common';
import type { PersonSession } from '@crm/api-contract/access';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database } from '@crm/platform/db';
import { known, refOf, shaped, type Actor } from '../data-access/index.js';
import { AccessService } from './access.service.js';
import { endSession, openSessionsOf } from './session.store.js';

/** Where a person is signed in; the person, or an administrator, ends it. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly settings: Pick<Config, 'sessionIdleMinutes'>,
    private readonly access: AccessService,
  ) {}

  async list(actor: Actor, userId: string): Promise<{ data: PersonSession[] }> {
    const found = await this.database.read((rows) => openSessionsOf(rows, userId, this.settings.sessionIdleMinutes));
    const data = found.map((row) => shaped<PersonSession>()({ ...row, current: row.id === actor.sessionId }));
    return { data };
  }

  /** Ends one open session of the person; it is not found if it is another person’s or has ended. */
  end(actor: Actor, userId: string, sessionId: string): Promise<{ ended: number }> {
    return this.endThose(actor, userId, (id) => id === sessionId, true);
  }

  endAll(actor: Actor, userId: string): Promise<{ ended: number }> {
    return this.endThose(actor, userId, () => true);
  }

  /** All but the one that asks. */
  endOthers(actor: Actor): Promise<{ ended: number }> {
    return this.endThose(actor, actor.userId, (id) => id !== actor.sessionId);
  }

  private async endThose(
    actor: Actor,
    userId: string,
    chosen: (id: string) => boolean,
    mustExist = false,
  ): Promise<{ ended: number }> {
    const because = actor.userId === userId ? 'ended by the person' : 'ended by an administrator';
    const ids = await this.database.transaction(refOf(actor), async (tx) => {
      const open = await openSessionsOf(tx, userId, this.settings.sessionIdleMinutes);
      const those = open.flatMap(({ id }) => (chosen(id) ? [id] : []));
      if (mustExist) known(those[0]);
      for (const id of those) await endSession(tx, id, because);
      return those;
    });
    this.access.forget(ids);
    return { ended: ids.length };
  }
}

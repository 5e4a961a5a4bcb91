import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database } from '@crm/platform/db';
import { disableLeavers } from './people.service.js';
import { endUnused } from './session.store.js';

/** A session that nobody uses opens nothing any more. Only this marks it as ended. */
@Injectable()
export class EndedSessionsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly settings: Pick<Config, 'sessionIdleMinutes'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns the number of sessions ended. People whose last day is over are disabled, and so signed out. */
  end(): Promise<number> {
    return this.database.transaction('system:access', async (tx) => {
      await disableLeavers(tx, this.clock.today());
      return endUnused(tx, this.settings.sessionIdleMinutes);
    });
  }
}

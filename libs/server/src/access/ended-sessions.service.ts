import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database } from '@crm/platform/db';
import { endUnused } from './session.store.js';

/** A session that nobody uses opens nothing any more. Only this marks it as ended. */
@Injectable()
export class EndedSessionsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly settings: Pick<Config, 'sessionIdleMinutes'>,
  ) {}

  /** Returns the number of sessions ended. */
  end(): Promise<number> {
    return this.database.transaction('system:access', (tx) => endUnused(tx, this.settings.sessionIdleMinutes));
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database } from '@crm/platform/db';

/** Temporary rows, and how long they are kept. */
const KEPT = [
  // A client may repeat a request for one day and gets the same answer.
  `DELETE FROM idempotency_key WHERE created_at < now() - interval '1 day'`,
  `DELETE FROM session WHERE coalesce(ended_at, expires_at) < now() - interval '30 days'`,
  `DELETE FROM login_failure WHERE last_at < now() - interval '1 day'`,
  `DELETE FROM job_request WHERE done_at < now() - interval '30 days'`,
  // Only the oldest rows (docs/adr/0022).
  `DELETE FROM portfolio_change
   WHERE id <= (SELECT max(id) FROM portfolio_change WHERE at < now() - interval '1 hour')`,
  `DELETE FROM worker_heartbeat WHERE seen_at < now() - interval '1 day'`,
];

@Injectable()
export class UpkeepService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Returns the number of rows deleted, in one short transaction per kind. */
  async sweep(): Promise<number> {
    let gone = 0;
    for (const statement of KEPT) gone += await this.database.transaction('system:upkeep', (tx) => tx.run(statement));
    return gone;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database } from '@crm/platform/db';
import { isLate, remindersHealth, unknownReminders, type RemindersHealth } from './reminders-health.js';

/** A worker not seen for this long counts as dead; one without lanes still waits for its queue server. */
const SILENT_SECONDS = 20;

interface Readiness {
  /** `degraded`: answers are correct, but background work (reminders, imports) waits for a worker. */
  readonly status: 'ok' | 'degraded' | 'down';
  readonly database: 'ok' | 'down';
  readonly workers: number;
  readonly oldestWaitingSeconds: number;
  readonly reminders: RemindersHealth;
}

@Injectable()
export class HealthService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async ready(): Promise<Readiness> {
    try {
      const [facts, reminders] = await this.database.read((rows) =>
        Promise.all([
          rows.one<{ workers: number; oldest: number }>(
            `SELECT
             (
               SELECT count(*)::int
               FROM worker_heartbeat
               WHERE seen_at > now() - make_interval(secs => $1) AND lanes <> '{}'
             ) AS workers,
             coalesce(
               (SELECT extract(epoch FROM now() - min(created_at))::int FROM job_request WHERE done_at IS NULL), 0
             ) AS oldest`,
            [SILENT_SECONDS],
          ),
          remindersHealth(rows, this.config.zone),
        ]),
      );
      const { workers = 0, oldest = 0 } = facts ?? {};
      return {
        status: workers === 0 || oldest > 60 || isLate(reminders) ? 'degraded' : 'ok',
        database: 'ok',
        workers,
        oldestWaitingSeconds: oldest,
        reminders,
      };
    } catch {
      return { status: 'down', database: 'down', workers: 0, oldestWaitingSeconds: 0, reminders: unknownReminders };
    }
  }
}

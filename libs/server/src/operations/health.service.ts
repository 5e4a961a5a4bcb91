import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database } from '@crm/platform/db';

/** A worker not seen for this long counts as dead; one without lanes still waits for its queue server. */
const SILENT_SECONDS = 20;

interface Readiness {
  /** `degraded`: answers are correct, but background work (reminders, imports) waits for a worker. */
  readonly status: 'ok' | 'degraded' | 'down';
  readonly database: 'ok' | 'down';
  readonly workers: number;
  readonly oldestWaitingSeconds: number;
}

@Injectable()
export class HealthService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async ready(): Promise<Readiness> {
    try {
      const facts = await this.database.read((rows) =>
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
      );
      const { workers = 0, oldest = 0 } = facts ?? {};
      return {
        status: workers === 0 || oldest > 60 ? 'degraded' : 'ok',
        database: 'ok',
        workers,
        oldestWaitingSeconds: oldest,
      };
    } catch {
      return { status: 'down', database: 'down', workers: 0, oldestWaitingSeconds: 0 };
    }
  }
}

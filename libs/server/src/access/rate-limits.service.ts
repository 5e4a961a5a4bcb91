import { Inject, Injectable } from '@nestjs/common';
import { COSTLY, type Costly } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { CONFIG, ConfigurationError, type Config } from '@crm/platform/config';
import { DATABASE, Database } from '@crm/platform/db';
import { known, type Actor } from '../data-access/index.js';

/** Limits that nobody reaches by hand; RATE_PER_MINUTE changes single ones. */
const PER_MINUTE: Readonly<Record<Costly, number>> = {
  search: 120,
  duplicates: 60,
  unmask: 20,
  upload: 120,
  export: 30,
  import: 60,
};

/** Refused calls count too, but do not extend the minute. */
const COUNT_USE = `
  INSERT INTO rate_use AS u (user_id, verb, since, calls)
  VALUES ($1, $2, now(), 1)
  ON CONFLICT (user_id, verb)
  DO UPDATE SET
    calls = CASE WHEN u.since > now() - interval '1 minute' THEN u.calls + 1 ELSE 1 END,
    since = CASE WHEN u.since > now() - interval '1 minute' THEN u.since ELSE now() END
  RETURNING calls, ceil(extract(epoch FROM since + interval '1 minute' - now()))::int AS seconds
`;

/** How often a person or a program may use a costly verb. Counted in PostgreSQL, for all processes together. */
@Injectable()
export class RateLimitsService {
  private readonly perMinute: Readonly<Record<Costly, number>>;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) { ratePerMinute }: Pick<Config, 'ratePerMinute'>,
  ) {
    const unknown = Object.keys(ratePerMinute).find((name) => !COSTLY.includes(name as Costly));
    if (unknown !== undefined)
      throw new ConfigurationError(`RATE_PER_MINUTE: ${unknown} is none of ${COSTLY.join(', ')}`);
    this.perMinute = { ...PER_MINUTE, ...ratePerMinute };
  }

  /** Refuses `rate.limited` above the limit of the verb. */
  async spend(actor: Pick<Actor, 'userId'>, verb: Costly): Promise<void> {
    const use = known(
      await this.database.transaction('system:access', (tx) =>
        tx.one<{ calls: number; seconds: number }>(COUNT_USE, [actor.userId, verb]),
      ),
    );
    if (use.calls > this.perMinute[verb])
      throw new Refusal('rate.limited', { retryAfterSeconds: Math.max(1, use.seconds) }, 'forbidden');
  }
}

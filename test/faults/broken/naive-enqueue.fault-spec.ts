import { newId } from '@crm/platform/db';
import { Relay, settleIn, type JobHandler } from '@crm/platform/queue';
import { JobEngine } from '@crm/platform/job-engine';
import { DeliverReminder, DueOccurrences, MailChannel, deliverReminder } from '@crm/server/reminders';
import { Redis } from 'ioredis';
import { ownRedis, type OwnRedis } from '../../servers/redis.js';
import { faultsOf, judge, type Told } from '../oracle.js';
import { bench, log, soon, type Bench } from './bench.js';

const COUNT = 40;

/**
 * The row is written, and the queue is emptied before a worker takes the job: a job that only the queue knew is lost.
 */
describe('a queue that forgets', () => {
  let on: Bench;
  let redis: OwnRedis;
  beforeEach(async () => void ([on, redis] = await Promise.all([bench(), ownRedis()])));
  afterEach(async () => {
    await on.leave();
    await redis.stop();
  });

  async function tell(carry: 'relay' | 'queue.add after insert') {
    const user = newId();
    const expected: Told[] = Array.from({ length: COUNT }, (_, n) => ({ key: `due|${n}|${user}`, recipient: user }));
    const delivery = new DeliverReminder(
      on.database,
      new MailChannel(
        on.database,
        { publicUrl: undefined, send: () => Promise.reject(new Error('no mail here')) },
        log,
      ),
    );
    const handler: JobHandler<typeof deliverReminder> = {
      job: deliverReminder,
      handle: ({ occurrenceId }) => delivery.deliver(occurrenceId),
    };
    const engine = new JobEngine({
      server: { kind: 'redis', url: redis.url },
      zone: 'Asia/Shanghai',
      jobs: [deliverReminder],
      handlers: [handler as JobHandler],
      isFinal: () => false,
      isPassing: () => false,
      settle: settleIn(on.database),
      log,
    });
    const relay = new Relay(engine, carry === 'relay' ? [new DueOccurrences(on.database)] : [], log, 100);
    try {
      await on.database.transaction('system:faults', (tx) =>
        tx.run(`INSERT INTO app_user (id, username, name, role) VALUES ($1, 'fu', 'fu', 'officer')`, [user]),
      );
      for (const { key } of expected) {
        const id = newId();
        await on.database.transaction('system:faults', (tx) =>
          tx.run(
            `INSERT INTO reminder_occurrence (
               id, dedupe_key, rule, rule_version, subject_type, subject_id, recipient_id, channel, step, due_day,
               remind_on, due_at, facts, link, enqueued_at
             )
             VALUES
               (
                 $1, $2, 'spec.due', 1, 'thing', $2, $3, 'inbox', 'before-1', '2026-11-21', '2026-11-20', now(), '{}',
                 '/', now()
               )`,
            [id, key, user],
          ),
        );
        await engine.enqueue(deliverReminder, [{ id, payload: { occurrenceId: id } }]);
      }
      const client = new Redis(redis.url);
      await client.flushall();
      await client.quit();
      await engine.start();
      relay.start();
      const inbox = () =>
        on.fresh.query<Told>(
          `SELECT o.dedupe_key AS key, r.user_id AS recipient
           FROM reminder r
           JOIN reminder_occurrence o ON o.id = r.occurrence_id`,
        );
      await soon(async () => (await inbox()).length === COUNT, 4_000);
      const ledger = await on.fresh.query<Told & { status: string }>(
        'SELECT dedupe_key AS key, recipient_id AS recipient, status FROM reminder_occurrence',
      );
      return faultsOf(judge(expected, ledger, await inbox()));
    } finally {
      await relay.stop();
      await engine.stop(500);
    }
  }

  it('loses nothing where a relay brings back what is open', async () => expect(await tell('relay')).toEqual({}));

  it('is caught: putting it on the queue after the insert loses all of it', async () => {
    const faults = await tell('queue.add after insert');
    expect(faults.lost).toHaveLength(COUNT);
    expect(faults.unfinished).toHaveLength(COUNT);
  });
});

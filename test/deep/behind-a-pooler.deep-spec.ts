import { resolve } from 'node:path';
import pg from 'pg';
import { followUps, leads } from '@crm/api-contract/leads';
import { parks } from '@crm/api-contract/parks';
import { Client } from '../servers/client.js';
import { eventually } from '../servers/patience.js';
import { pgbouncerFor, type PgBouncer } from '../servers/pgbouncer.js';
import { startProduct, type Product } from '../servers/product.js';
import { runToEnd } from '../servers/product-process.js';

// A pooler in transaction mode hands each transaction to another connection: start-up parameters, prepared statements,
// LISTEN and locks of a session do not survive that. The queue is in PostgreSQL here, so that it is tried as well.

const MIGRATE = resolve(__dirname, '../../apps/api/dist/migrate.js');

describe('behind PgBouncer in transaction mode', () => {
  let pooler: PgBouncer;
  let product: Product;
  afterAll(async () => {
    await product?.stop();
    await pooler?.stop();
  });

  it('refuses to start without limits at the role, and says how to set them', async () => {
    const attempt = startProduct({
      queue: 'postgres',
      worker: false,
      inFront: async (database) => {
        pooler = await pgbouncerFor(database.url);
        await database.query('ALTER ROLE crm_runtime RESET ALL');
        return { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: database.url };
      },
    });
    await expect(attempt).rejects.toThrow(/lock_timeout, statement_timeout: run .*migrate\.js/);
    await pooler.stop();
  });

  it('signs people in, keeps transactions apart under load, tells live events and does jobs', async () => {
    product = await startProduct({
      queue: 'postgres',
      inFront: async (database) => {
        const direct = { DATABASE_DIRECT_URL: database.url };
        await runToEnd(MIGRATE, {
          PATH: process.env.PATH,
          DATABASE_URL: database.url,
          DATABASE_OWNER_URL: database.ownerUrl,
          AUDIT_KEY: process.env.TEST_AUDIT_KEY,
          ...direct,
        });
        pooler = await pgbouncerFor(database.url);
        return { DATABASE_URL: pooler.url, ...direct };
      },
    });
    const officer = await Client.signedIn(product, 'officer');
    const manager = await Client.signedIn(product, 'manager');
    const parkId = (await officer.call(parks.list)).data[0]?.id ?? '';
    const aLead = (n: number) => ({
      enterpriseName: `连接池企业${n}`,
      projectName: '二期',
      parkId,
      investmentWan: '32000',
      areaMu: '62',
      nextStep: '首次电话',
      nextOn: '2026-11-23',
    });

    const events = await liveText(product, officer);
    await eventually(() => events.text().includes('event: resync'));
    // More requests at a time than the pooler has connections; each writes, reads and is limited to its actor.
    const made = await Promise.all(Array.from({ length: 40 }, (_, n) => officer.call(leads.create, aLead(n))));
    expect(new Set(made.map(({ id }) => id)).size).toBe(40);
    await Promise.all(
      made.flatMap(({ id }, n) => [
        officer.call(
          followUps.create,
          { kind: 'call', onDay: '2026-11-20', result: `第 ${n} 次` },
          {
            params: { id },
          },
        ),
        manager.call(leads.list, undefined, { query: { filter: { q: `连接池企业${n}` } } }),
      ]),
    );
    const actors = await product.database.query<{ actor: string; rows: string }>(
      `SELECT actor, count(*) AS rows FROM audit_entry WHERE subject = 'lead' GROUP BY actor`,
    );
    expect(actors).toHaveLength(1);
    const publisher = new pg.Client({ connectionString: pooler.url });
    await publisher.connect();
    await publisher.query('SELECT pg_notify($1, $2)', ['live', JSON.stringify({ topic: 'leads', id: '1' })]);
    await publisher.end();
    await eventually(() => events.text().includes('event: leads'));
    // The worker takes jobs and settles their requests through the same pooler.
    await eventually(
      async () =>
        (await product.database.query('SELECT 1 FROM job_request WHERE done_at IS NOT NULL AND error IS NULL')).length >
        0,
      'a settled job',
    );
    events.stop();
  });
});

async function liveText(product: Product, client: Client) {
  const stop = new AbortController();
  const response = await fetch(`${product.baseUrl}/api/v1/events`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${client.token}` },
    signal: stop.signal,
  });
  let text = '';
  void (async () => {
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) text += part;
  })().catch(() => undefined);
  return { text: () => text, stop: () => stop.abort() };
}

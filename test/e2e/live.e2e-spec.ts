import { auth } from '@crm/api-contract/access';
import { Client } from '../servers/client.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf } from './zone.js';

interface Reading {
  text: () => string;
  ended: () => boolean;
  response: Response;
  stop: () => void;
}

/** Reads a stream of events until it ends. */
async function read(product: Product, headers: Record<string, string>): Promise<Reading> {
  const stop = new AbortController();
  const response = await fetch(`${product.baseUrl}/api/v1/events`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: stop.signal,
  });
  let text = '';
  let ended = false;
  void (async () => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    try {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) text += part.value;
    } catch {
      // An aborted stream has ended too.
    }
    ended = true;
  })();
  return { text: () => text, ended: () => ended, response, stop: () => stop.abort() };
}

describe('live events', () => {
  let product: Product;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    for (const { id, username } of await product.database.query<{ id: string; username: string }>(
      'SELECT id, username FROM app_user',
    ))
      ids.set(username, id);
  });
  afterAll(() => product?.stop());
  const tell = (event: object) => product.database.query('SELECT pg_notify($1, $2)', ['live', JSON.stringify(event)]);

  it('come by token or by cookie, at once, unbuffered, to those they are for', async () => {
    const [officer, manager] = [await Client.signedIn(product, 'officer'), await Client.signedIn(product, 'manager')];
    const mine = await read(product, { authorization: `Bearer ${officer.token}` });
    const theirs = await read(product, { cookie: manager.cookie as string });
    expect(mine.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(mine.response.headers.get('cache-control')).toContain('no-transform');
    expect(mine.response.headers.get('x-accel-buffering')).toBe('no');
    await eventually(() => mine.text().includes('event: resync') && theirs.text().includes('event: resync'));
    await tell({ topic: 'reminders', users: [ids.get('officer')] });
    await tell({ topic: 'leads' });
    await eventually(() =>
      [mine, theirs].every((stream) => stream.text().includes('event: leads\ndata: {"topic":"leads"}\n\n')),
    );
    expect(mine.text()).toContain('event: reminders\ndata: {"topic":"reminders"}\n\n');
    expect(theirs.text()).not.toContain('event: reminders');
    mine.stop();
    theirs.stop();
  });

  it('tell an id only to those who may read the record', async () => {
    const zone = await zoneOf(product);
    const other = await Client.signedIn(product, 'officer2');
    const { id } = await zone.draft();
    const streams = await Promise.all(
      [zone.officer, zone.manager, zone.secretary, other].map((who) =>
        read(product, { authorization: `Bearer ${who.token}` }),
      ),
    );
    await eventually(() => streams.every((stream) => stream.text().includes('event: resync')));
    await tell({ topic: 'contracts', id });
    await tell({ topic: 'approvals', id });
    await tell({ topic: 'contracts', id: 'x' });
    await eventually(() =>
      streams.slice(0, 2).every((stream) => stream.text().includes(`{"topic":"contracts","id":"${id}"}`)),
    );
    await eventually(() => streams.every((stream) => stream.text().includes('event: approvals')));
    const [mine, manager, secretary, theirs] = streams.map((stream) => stream.text()) as [
      string,
      string,
      string,
      string,
    ];
    expect(manager).toContain(`{"topic":"approvals","id":"${id}"}`);
    expect(mine).toContain('data: {"topic":"approvals"}');
    for (const text of [secretary, theirs]) expect(text).not.toContain(id);
    for (const stream of streams) stream.stop();
  });

  it('end with the session, and with the account', async () => {
    const officer = await Client.signedIn(product, 'officer');
    const auditor = await Client.signedIn(product, 'auditor');
    const leaving = await read(product, { authorization: `Bearer ${officer.token}` });
    const disabled = await read(product, { authorization: `Bearer ${auditor.token}` });
    await eventually(() => leaving.text() !== '' && disabled.text() !== '');
    await Client.stranger(product).raw(auth.logout, undefined, { headers: { cookie: officer.cookie as string } });
    await eventually(() => leaving.ended());
    expect(disabled.ended()).toBe(false);
    await product.database.query(
      `SET app.actor = 'system:spec'; UPDATE app_user SET disabled_at = now(), version = version + 1 WHERE username = 'auditor'`,
    );
    await eventually(() => disabled.ended());
  });

  it('are nobody’s without a session', async () => {
    const stranger = await read(product, {});
    expect(stranger.response.status).toBe(401);
  });

  it('do not hold up a stopping server', async () => {
    const officer = await Client.signedIn(product, 'officer');
    const stream = await read(product, { authorization: `Bearer ${officer.token}` });
    await eventually(() => stream.text() !== '');
    await product.killApi('SIGTERM');
    expect(stream.ended()).toBe(true);
  });
});

import { auth, ownSessions, userSessions } from '@crm/api-contract/access';
import { events } from '@crm/api-contract/events';
import { Client } from '../servers/client.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

/** A browser requests it with only the cookie. */
const DOWNLOAD = '/import-templates?kind=contract-ledger';

/** A checked session is cached for one second. */
const believed = () => new Promise((resolve) => setTimeout(resolve, 1_050));

describe('a session', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false, env: { SESSIONS_PER_PERSON: '3' } });
  });
  afterAll(() => product?.stop());

  const send = (method: string, path: string, headers: Record<string, string>) =>
    fetch(`${product.baseUrl}/api/v1${path}`, { method, headers });
  const refresh = (cookie: string) => send('POST', '/auth/refresh', { cookie });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const change = (set: string) =>
    product.database.query(
      `SELECT set_config('app.actor', 'system:test', false); UPDATE session SET ${set} WHERE ended_at IS NULL`,
    );
  const status = async (response: Promise<Response>) => {
    const { status: answered, body } = await response;
    await body?.cancel();
    return answered;
  };
  const works = async (client: Client) => status(client.raw(auth.me));

  it('that is not used for half an hour ends, and cannot be renewed', async () => {
    const client = await Client.signedIn(product, 'officer');
    await change("last_seen_at = now() - interval '29 minutes'");
    await believed();
    // An unattended page and a renewal do not count as use.
    expect(await status(client.raw(auth.me, undefined, { headers: { 'x-unattended': '1' } }))).toBe(200);
    const renewed = await refresh(client.cookie ?? '');
    expect(renewed.status).toBe(200);
    const idle = async () =>
      (
        await product.database.query<{ minutes: number }>(
          'SELECT round(extract(epoch FROM now() - last_seen_at) / 60)::int AS minutes FROM session WHERE ended_at IS NULL',
        )
      )[0]?.minutes;
    expect(await idle()).toBe(29);
    // A person uses it, so the half hour begins again.
    expect(await works(client)).toBe(200);
    expect(await idle()).toBe(0);
    await change("last_seen_at = now() - interval '31 minutes'");
    await believed();
    expect(await works(client)).toBe(401);
    expect((await refresh(cookieOf(renewed))).status).toBe(401);
    expect(await status(send('GET', DOWNLOAD, { cookie: cookieOf(renewed) }))).toBe(401);
  });

  it('ends after twelve hours, used or not', async () => {
    const client = await Client.signedIn(product, 'officer');
    const [{ hours } = { hours: 0 }] = await product.database.query<{ hours: number }>(
      'SELECT round(extract(epoch FROM expires_at - created_at) / 3600)::int AS hours FROM session ORDER BY created_at DESC LIMIT 1',
    );
    expect(hours).toBe(12);
    await change("expires_at = now() - interval '1 second'");
    await believed();
    expect([await works(client), (await refresh(client.cookie ?? '')).status]).toEqual([401, 401]);
  });

  it.each([
    ['a renewal', 'POST', '/auth/refresh'],
    ['a download', 'GET', DOWNLOAD],
    ['a stream', 'GET', events.stream.path],
  ])('an old token opens nothing by %s, and ends the session of both', async (_way, method, path) => {
    const { cookie = '' } = await Client.signedIn(product, 'manager');
    let newest = cookie;
    // Twice, because the token before the last one is also known.
    for (let n = 0; n < 2; n++) newest = cookieOf(await refresh(newest));
    await change("rotated_at = now() - interval '1 minute'");
    expect(await status(send('GET', DOWNLOAD, { cookie: newest }))).toBe(200);
    expect(await status(send(method, path, { cookie }))).toBe(401);
    expect((await refresh(newest)).status).toBe(401);
    expect(await status(send('GET', DOWNLOAD, { cookie: newest }))).toBe(401);
  });

  it('ends by its access token alone', async () => {
    const client = await Client.signedIn(product, 'secretary2');
    expect(await status(send('POST', '/auth/logout', { authorization: `Bearer ${client.token}` }))).toBe(204);
    await believed();
    expect([await works(client), (await refresh(client.cookie ?? '')).status]).toEqual([401, 401]);
  });

  it('of a disabled person ends for good', async () => {
    const client = await Client.signedIn(product, 'secretary');
    const disabled = (value: string) =>
      product.database.query(
        `SELECT set_config('app.actor', 'system:test', false);
         UPDATE app_user SET disabled_at = ${value}, version = version + 1 WHERE username = 'secretary'`,
      );
    await disabled('now()');
    await disabled('NULL');
    await believed();
    expect([await works(client), (await refresh(client.cookie ?? '')).status]).toEqual([401, 401]);
    expect(await works(await Client.signedIn(product, 'secretary'))).toBe(200);
  });

  it('is seen by its person, who ends the others', async () => {
    const [here, there] = [await Client.signedIn(product, 'officer2'), await Client.signedIn(product, 'officer2')];
    const { data } = await here.call(ownSessions.list);
    expect(data.map(({ current }) => current)).toEqual([false, true]);
    expect(data[0]).toMatchObject({ address: expect.stringMatching(/127\.0\.0\.1|::1/), client: expect.any(String) });
    expect(await here.call(ownSessions.endOthers, {})).toEqual({ ended: 1 });
    await believed();
    expect([await works(here), await works(there)]).toEqual([200, 401]);
    const own = (await here.call(ownSessions.list)).data;
    expect(own).toHaveLength(1);
    // Another person's session is not found, whoever knows its id.
    const stranger = await Client.signedIn(product, 'auditor');
    const theirs = { params: { sessionId: own[0]!.id } };
    expect(await stranger.refused(ownSessions.end, {}, theirs)).toMatchObject({ status: 404 });
    expect(await here.call(ownSessions.end, {}, theirs)).toEqual({ ended: 1 });
    await believed();
    expect(await works(here)).toBe(401);
  });

  it('is seen and ended by an administrator, with who did it', async () => {
    const admin = await Client.signedIn(product, 'admin');
    const [one, two] = [await Client.signedIn(product, 'manager'), await Client.signedIn(product, 'manager')];
    const id = (await one.call(auth.me)).user.id;
    const { data } = await admin.call(userSessions.list, undefined, { params: { id } });
    expect(data.map(({ current }) => current)).toEqual([false, false]);
    expect(await one.refused(userSessions.list, undefined, { params: { id } })).toMatchObject({ status: 403 });
    expect(await admin.call(userSessions.end, {}, { params: { id, sessionId: data[0]!.id } })).toEqual({ ended: 1 });
    await believed();
    expect([await works(one), await works(two)]).toEqual([200, 401]);
    expect(await admin.refused(userSessions.end, {}, { params: { id, sessionId: data[0]!.id } })).toMatchObject({
      status: 404,
    });
    expect(await admin.call(userSessions.endAll, {}, { params: { id } })).toEqual({ ended: 1 });
    const because = await product.database.query<{ ended_because: string }>(
      `SELECT DISTINCT ended_because FROM session WHERE user_id = '${id}' AND ended_because LIKE 'ended by%'`,
    );
    expect(because).toEqual([{ ended_because: 'ended by an administrator' }]);
  });

  it('too many of one person end the oldest', async () => {
    const clients: Client[] = [];
    for (let n = 0; n < 4; n++) clients.push(await Client.signedIn(product, 'director'));
    await believed();
    expect(await Promise.all(clients.map(works))).toEqual([401, 200, 200, 200]);
  });

  it('that becomes idle closes its stream', async () => {
    const client = await Client.signedIn(product, 'auditor');
    const stream = await client.raw(events.stream);
    const reader = stream.body!.getReader();
    let over = false;
    const reading = (async () => {
      while (!(await reader.read()).done);
      over = true;
    })().catch(() => (over = true));
    await change("last_seen_at = now() - interval '31 minutes'");
    await eventually(() => over, 'the end of the stream');
    await reading;
  });
});

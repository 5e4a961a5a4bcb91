import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { auth, departments, users } from '@crm/api-contract/access';
import { enterprises } from '@crm/api-contract/enterprises';
import { industries, parks } from '@crm/api-contract/parks';
import { secretaries, secretaryAssignments } from '@crm/api-contract/secretaries';
import { Problem } from '@crm/api-contract/wire';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

/** Answers to people who have not signed in, and to invalid requests. */
describe('a stranger', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false, env: { DEMO: '0' } });
  });
  afterAll(() => product?.stop());

  /** The raw path: fetch would normalise it. */
  const asIs = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
      const { port } = new URL(product.baseUrl);
      rawRequest({ port, path, headers, host: '127.0.0.1' }, (response) => {
        let body = '';
        response.on('data', (part: Buffer) => (body += part.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
        );
      })
        .on('error', reject)
        .end();
    });

  it.each([
    '/api/docs',
    '/api/docs/',
    '/api/docs-json',
    '/api/docs-yaml',
    '/api/%64ocs',
    '/api/%64ocs-json',
    '/api/docs%2Djson',
    '/api/docs-json?x=1',
    '/api/docs/swagger-ui-init.js',
    '/api/%64ocs/swagger-ui-init.js',
    '/%61pi/docs-json',
  ])('does not read the document of the API at %s', async (path) => {
    const { status, type, body } = await asIs(path);
    expect([401, 404]).toContain(status);
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect(body).not.toContain('openapi');
  });

  it('who has signed in reads it', async () => {
    const { token } = await Client.signedIn(product, 'officer');
    const { status, body } = await asIs('/api/docs-json', { authorization: `Bearer ${token}` });
    expect([status, body.includes('"openapi":"3.1.0"')]).toEqual([200, true]);
  });

  it('learns of the health only whether it serves; who runs the system learns more', async () => {
    const healthFor = async (username?: string) => {
      const headers = username
        ? { authorization: `Bearer ${(await Client.signedIn(product, username)).token}` }
        : undefined;
      return (await fetch(`${product.baseUrl}/health/ready`, { headers })).json();
    };
    expect(await healthFor()).toEqual({ status: 'ok' });
    expect(await healthFor('officer')).toEqual({ status: 'ok' });
    expect(await healthFor('admin')).toMatchObject({ status: 'degraded', database: 'ok', workers: 0 });
    expect(await healthFor('auditor')).toMatchObject({ status: 'degraded', workers: 0 });
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a broken length', 'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['a header of 40 KB', `GET /health/live HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ])('that sends %s gets a problem', async (_what, sent, status) => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(product.baseUrl).port), '127.0.0.1', () => socket.write(sent));
      let said = '';
      socket.on('data', (part) => (said += part.toString()));
      socket.on('close', () => resolve(said));
      socket.on('error', reject);
    });
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\s\\S]*application/problem\\+json`));
    expect(Problem.parse(JSON.parse(body))).toMatchObject({ status, code: 'request.malformed' });
  });

  it.each(['gbk', 'utf-16', '"GB18030"', 'utf-8x'])('cannot send %s', async (charset) => {
    const refused = await Client.stranger(product).refused(auth.login, undefined, {
      headers: { 'content-type': `application/json; charset=${charset}` },
    });
    expect(refused).toMatchObject({ status: 415, code: 'body.type' });
  });

  it('% and _ in a search are letters', async () => {
    const officer = await Client.signedIn(product, 'officer');
    await officer.call(enterprises.create, { name: '海南百分百50%_生物有限公司' });
    await officer.call(enterprises.create, { name: '海南普通生物有限公司' });
    const found = async (q: string) =>
      (await officer.call(enterprises.list, undefined, { query: { filter: { q } } })).data.map(({ name }) => name);
    expect(await found('%')).toEqual(['海南百分百50%_生物有限公司']);
    expect(await found('_')).toEqual(['海南百分百50%_生物有限公司']);
    expect(await found('%生物')).toEqual(['海南百分百50%_生物有限公司']);
    const places = async (q: string) =>
      (await officer.call(parks.list, undefined, { query: { filter: { q } } })).data.length;
    expect([await places('%'), await places('_')]).toEqual([0, 0]);
  });

  it('width, case, spaces and hidden characters do not count in a search, in whichever list', async () => {
    const [manager, officer] = [await Client.signedIn(product, 'manager'), await Client.signedIn(product, 'officer')];
    const admin = await Client.signedIn(product, 'admin');
    const firm = await officer.call(enterprises.create, { name: '海南Ａlpha（琼岛）药业有限公司' });
    const secretary = (await admin.call(users.list, undefined, { query: { filter: { q: 'secretary2' } } })).data[0]!;
    await manager.call(secretaryAssignments.assign, {
      enterpriseId: firm.id,
      userId: secretary.id,
      fromDay: '2026-01-01',
    });
    const lists = [
      [users.list, '林书航', 'ＳＥＣＲＥＴＡＲＹ', '林 书\u200B航'],
      [departments.list, '企业服务局', '企业　服务'],
      [parks.list, '药谷工业园', '药 谷\u200B工业', 'ｙｇ'],
      [industries.list, '医药制造', '医药\u3000制造'],
      [secretaries.list, '王海燕', '王\u200B海　燕'],
      [secretaryAssignments.list, '海南Ａlpha（琼岛）药业有限公司', 'ALPHA(琼岛)', 'alpha 琼\u200B岛'],
    ] as const;
    // Who has an account is for administrators.
    const asker = (list: object) => (list === users.list ? admin : manager);
    for (const [list, name, ...typed] of lists)
      for (const q of [name, ...typed, `${name}${' '.repeat(80)}`]) {
        const { data } = await asker(list).call(list as unknown as typeof users.list, undefined, {
          query: { filter: { q } },
        });
        const found = data as readonly { name?: string; enterpriseName?: string }[];
        expect([q, found.map((row) => row.name ?? row.enterpriseName)]).toEqual([q, expect.arrayContaining([name])]);
      }
    for (const [list] of lists)
      for (const q of ['%', '_', '\\'])
        expect(
          (await asker(list).call(list as unknown as typeof users.list, undefined, { query: { filter: { q } } })).data,
        ).toEqual([]);
  });
});

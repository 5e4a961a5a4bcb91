import { connect, type Socket } from 'node:net';
import { apiKeys } from '@crm/api-contract/access';
import { allRoutes } from '@crm/api-contract/catalogue';
import { files } from '@crm/api-contract/files';
import { search } from '@crm/api-contract/search';
import { clamdServer, type Clamd } from '../servers/clamd.js';
import { Client } from '../servers/client.js';
import { paperForm, pdfOf } from '../servers/papers.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

const PER_MINUTE = 8;

describe('what is costly', () => {
  let product: Product;
  let zone: Zone;
  let clamd: Clamd;
  let contractId: string;
  beforeAll(async () => {
    clamd = await clamdServer();
    product = await startProduct({
      demo: 'accounts',
      worker: false,
      env: { RATE_PER_MINUTE: `search=${PER_MINUTE}`, CLAMD_URL: clamd.url },
    });
    zone = await zoneOf(product);
    contractId = (await zone.draft()).id;
  });
  afterAll(async () => {
    await product?.stop();
    await clamd?.stop();
  });

  it('is declared on its route', () => {
    const costs = new Map(allRoutes.map(({ name, contract }) => [name, contract.costs]));
    for (const { name, contract } of allRoutes) {
      if (contract.download !== undefined && !['files.content', 'imports.template'].includes(name))
        expect([name, contract.costs]).toEqual([name, 'export']);
      if (contract.multipart)
        expect([name, ['upload', 'import']]).toEqual([name, expect.arrayContaining([costs.get(name)])]);
    }
    expect([costs.get('search.all'), costs.get('duplicates.check'), costs.get('contacts.unmask')]).toEqual([
      'search',
      'duplicates',
      'unmask',
    ]);
  });

  it('is done so often in a minute by each person, in all their sessions, and told when to come back', async () => {
    const sessions = [zone.officer, await Client.signedIn(product, 'officer')];
    const statuses = await Promise.all(
      Array.from({ length: PER_MINUTE + 6 }, async (_, n) => {
        const response = await sessions[n % 2]!.raw(search.all, undefined, { query: { q: '制药' } });
        await response.body?.cancel();
        return response.status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(PER_MINUTE);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    const refused = await zone.officer.refused(search.all, undefined, { query: { q: '制药' } });
    expect(refused).toMatchObject({ status: 429, code: 'rate.limited' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    await zone.manager.call(search.all, undefined, { query: { q: '制药' } });
    await product.database.query(`UPDATE rate_use SET since = since - interval '1 minute'`);
    await zone.officer.call(search.all, undefined, { query: { q: '制药' } });
  });

  it('is counted for a program as well', async () => {
    const { key } = await zone.admin.call(apiKeys.create, { name: '报表', role: 'officer', scope: 'read' });
    const asked = { query: { q: '制药' }, headers: { authorization: `Bearer ${key}` } };
    const statuses: number[] = [];
    for (let n = 0; n < PER_MINUTE + 1; n++) {
      const response = await Client.stranger(product).raw(search.all, undefined, asked);
      await response.body?.cancel();
      statuses.push(response.status);
    }
    expect(statuses).toEqual([...Array<number>(PER_MINUTE).fill(200), 429]);
  });

  const form = (name: string, content: Buffer) => paperForm('contract', contractId, name, content) as never;

  it('a file with a virus is not kept, and none is kept unscanned', async () => {
    const kept = async () => (await product.database.query('SELECT 1 FROM file')).length;
    await zone.officer.call(files.attach, form('净.pdf', pdfOf('净')));
    expect(await kept()).toBe(1);
    const infected = Buffer.concat([pdfOf('毒'), Buffer.from('\n%EICAR-STANDARD-ANTIVIRUS-TEST-FILE\n')]);
    expect(await zone.officer.refused(files.attach, form('毒.pdf', infected))).toMatchObject({
      status: 422,
      code: 'upload.infected',
      facts: { virus: 'Eicar-Signature' },
    });
    await clamd.stop();
    const refused = await zone.officer.refused(files.attach, form('未扫.pdf', pdfOf('未扫')));
    expect(refused).toMatchObject({ status: 503, code: 'upload.unscanned' });
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await kept()).toBe(1);
  });

  describe('slow uploads', () => {
    const open: Socket[] = [];
    afterAll(() => open.forEach((socket) => socket.destroy()));

    /** Begins an upload and then sends only a few bytes. */
    const slowly = (client: Client) => {
      const socket = connect(Number(new URL(product.baseUrl).port), '127.0.0.1');
      open.push(socket);
      let said = '';
      socket.on('error', () => undefined);
      socket.on('data', (part) => (said += part.toString()));
      socket.write(
        [
          'POST /api/v1/files HTTP/1.1',
          'Host: x',
          `Authorization: Bearer ${client.token}`,
          'Content-Type: multipart/form-data; boundary=b',
          'Content-Length: 1000000',
          '',
          '--b\r\nContent-Disposition: form-data; name="subjectType"\r\n\r\ncontract\r\n',
        ].join('\r\n'),
      );
      return { status: () => Number(/^HTTP\/1.1 (\d+)/.exec(said)?.[1] ?? 0) };
    };

    it('of one person leave room for the others, and are stopped', async () => {
      const mine = Array.from({ length: 5 }, () => slowly(zone.manager));
      await eventually(() => mine.filter((one) => one.status() === 429).length === 3, 'three of five refused');
      // A refusal here is only about the scanner: the upload had its place.
      expect(await zone.officer.refused(files.attach, form('别人.pdf', pdfOf('别人')))).toMatchObject({
        code: 'upload.unscanned',
      });
      await eventually(() => mine.filter((one) => one.status() === 408).length === 2, 'the other two stopped');
    });

    it('bodies that never end hold nobody up', async () => {
      for (let n = 0; n < 50; n++) {
        const socket = connect(Number(new URL(product.baseUrl).port), '127.0.0.1');
        open.push(socket);
        socket.on('error', () => undefined);
        socket.write(
          'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"username"',
        );
      }
      await zone.officer.call(search.all, undefined, { query: { q: '制药' } });
      expect((await Client.signedIn(product, 'secretary')).token).toEqual(expect.any(String));
    });
  });
});

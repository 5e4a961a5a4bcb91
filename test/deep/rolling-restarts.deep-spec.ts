import { randomUUID } from 'node:crypto';
import { leads } from '@crm/api-contract/leads';
import { parks } from '@crm/api-contract/parks';
import { Client } from '../servers/client.js';
import { nginxBefore, type Nginx } from '../servers/nginx.js';
import { FULL_DOSE } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

// Two APIs behind nginx are replaced one after the other while people read and write.

const ROUNDS = FULL_DOSE ? 12 : 3;
const PEOPLE = 6;

describe('replacing one API after the other', () => {
  let first: Product;
  let second: Product;
  let nginx: Nginx;
  beforeAll(async () => {
    const env = { TRUST_PROXY_HOPS: '1' };
    first = await startProduct({ worker: false, env: { ...env, JWT_SECRET } });
    second = await startProduct({
      worker: false,
      demo: '0',
      env: { ...env, JWT_SECRET, DATABASE_URL: first.databaseUrl },
    });
    nginx = await nginxBefore(first.baseUrl, second.baseUrl);
  });
  afterAll(async () => {
    await nginx?.stop();
    await second?.stop();
    await first?.stop();
  });

  it('fails no request, and does nothing twice', async () => {
    const front = { baseUrl: nginx.baseUrl, password: first.password };
    const officer = await Client.signedIn(front, 'officer');
    const parkId = (await officer.call(parks.list)).data[0]?.id ?? '';
    let over = false;
    let asked = 0;
    const failed: string[] = [];
    const made = new Set<string>();
    const person = async (n: number) => {
      for (let turn = 0; !over; turn++) {
        asked += 1;
        const name = `更换企业${n}之${turn}`;
        const response =
          turn % 3 === 0
            ? await officer.raw(
                leads.create,
                {
                  enterpriseName: name,
                  projectName: '一期',
                  parkId,
                  investmentWan: '1000',
                  nextStep: '电话',
                  nextOn: '2026-12-31',
                },
                { headers: { 'idempotency-key': randomUUID() } },
              )
            : await officer.raw(leads.list, undefined, { query: { filter: { q: '更换' } } });
        const text = await response.text();
        if (!response.ok) failed.push(`${response.status} ${text.slice(0, 200)}`);
        else if (turn % 3 === 0) made.add(name);
      }
    };
    const people = Array.from({ length: PEOPLE }, (_, n) => person(n));
    for (let round = 0; round < ROUNDS; round++)
      for (const api of [first, second]) {
        await api.killApi('SIGTERM');
        await api.startApi();
      }
    over = true;
    await Promise.all(people);
    expect(failed).toEqual([]);
    expect(asked).toBeGreaterThan(ROUNDS * PEOPLE);
    const stored = await first.database.query<{ name: string; times: string }>(
      `SELECT e.name, count(*) AS times
       FROM lead l
       JOIN enterprise e ON e.id = l.enterprise_id
       WHERE e.name LIKE '更换企业%'
       GROUP BY 1`,
    );
    expect(stored.filter(({ times }) => times !== '1')).toEqual([]);
    expect(new Set(stored.map(({ name }) => name))).toEqual(made);
  });
});

const JWT_SECRET = 'Qm7-xT2_vL9sKd4Hn8Wz5Rb1Yc6Pf3Ug0Je';

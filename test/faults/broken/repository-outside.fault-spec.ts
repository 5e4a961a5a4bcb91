import { newId } from '@crm/platform/db';
import { Department, bench, type Bench } from './bench.js';

/** If the response is not 2xx, nothing may be written, not even what was done before the failure. */
describe('a verb that fails half-way', () => {
  let on: Bench;
  beforeEach(async () => void (on = await bench()));
  afterEach(() => on.leave());

  async function failHalfWay(write: 'tx' | 'injected repository'): Promise<number> {
    const id = newId();
    const verb = on.database.transaction('system:faults', async (tx) => {
      if (write === 'tx') await tx.run(`INSERT INTO department (id, name) VALUES ($1, '半截')`, [id]);
      else {
        await on.dataSource.query(`SELECT set_config('app.actor', 'system:faults', false)`);
        await on.dataSource.getRepository(Department).insert({ id, name: '半截', demo: false });
      }
      throw new Error('half-way');
    });
    await expect(verb).rejects.toThrow('half-way');
    return (await on.fresh.query<{ n: number }>('SELECT count(*)::int AS n FROM department WHERE id = $1', [id]))[0]
      ?.n as number;
  }

  it('leaves nothing where everything goes through its transaction', async () =>
    expect(await failHalfWay('tx')).toBe(0));
  it('is caught: a repository from elsewhere has written outside of it', async () =>
    expect(await failHalfWay('injected repository')).toBe(1));

  it('is caught: as many verbs as connections, each asking for one more, finish never; they are ended by the pool', async () => {
    const verb = () =>
      on.database.transaction('system:faults', async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        await on.dataSource.query('SELECT 1');
      });
    const results = await Promise.allSettled(Array.from({ length: 5 }, verb));
    expect(results.filter((result) => result.status === 'rejected').length).toBeGreaterThanOrEqual(1);
    for (const result of results)
      if (result.status === 'rejected') expect(String(result.reason)).toContain('timeout exceeded');
  });
});

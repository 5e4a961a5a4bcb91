import { readFileSync } from 'node:fs';
import { contracts } from '@crm/api-contract/contracts';
import { imports } from '@crm/api-contract/imports';
import { Client } from '../servers/client.js';
import { formOf, settled } from '../servers/importing.js';
import { largeFigures, largeLedger } from '../servers/large-ledger.js';
import { FULL_DOSE } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

// A large ledger at once: it is imported, other requests are answered meanwhile, and memory stays bounded. `npm run
// deep` takes the full size.

const ROWS = FULL_DOSE ? 10_000 : 400;
const mb = (pid: number | undefined): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024);

describe(`an import of ${ROWS} rows`, () => {
  let product: Product;
  let manager: Client;
  let officer: Client;
  const took: Record<string, number> = {};
  const waits: number[] = [];
  let asking = true;
  let asked: Promise<void>;

  beforeAll(async () => {
    product = await startProduct({ queue: 'postgres' });
    [manager, officer] = [await Client.signedIn(product, 'manager'), await Client.signedIn(product, 'officer')];
    asked = (async () => {
      for (; asking; await new Promise((resolve) => setTimeout(resolve, 25))) {
        const from = performance.now();
        await officer.call(contracts.list, undefined, { query: { perPage: 25 } });
        waits.push(performance.now() - from);
      }
    })();
  });
  afterAll(async () => {
    asking = false;
    await asked.catch(() => undefined);
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
    if (FULL_DOSE)
      console.log(
        JSON.stringify(
          {
            rows: ROWS,
            took,
            contractsList: { asked: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
            peakMb: { api: mb(product.apiPid), worker: mb(product.workerPid) },
          },
          null,
          1,
        ),
      );
    await product?.stop();
  });

  const timed = async <T>(name: string, work: Promise<T>): Promise<T> => {
    const from = performance.now();
    const answer = await work;
    took[name] = Math.round(performance.now() - from);
    return answer;
  };
  const moved = async (name: string, verb: typeof imports.commit, id: string) => {
    await manager.call(verb, undefined, { params: { id } });
    return timed(name, settled(manager, id));
  };

  it('the ledger: units of all kinds, faults and repetitions told, the rest entered', async () => {
    const { content, valid, invalid, skipped } = largeLedger('L', ROWS);
    const { id } = await timed(
      'upload',
      manager.call(imports.create, formOf('contract-ledger', '大台账.xlsx', content) as never),
    );
    const record = await timed('check', settled(manager, id));
    expect([record.status, record.missing, record.units.filter(({ question }) => question)]).toEqual([
      'checked',
      [],
      [],
    ]);
    expect(record.counts).toMatchObject({ valid, invalid, skipped, unchanged: 0, differs: 0 });
    expect(await moved('commit', imports.commit, id)).toMatchObject({
      status: 'committed',
      failure: null,
      result: { contracts: valid, commitments: 3 * valid },
    });
  });

  it('the figures of a year follow', async () => {
    const { content, valid, invalid } = largeFigures('L', ROWS);
    const { id } = await manager.call(imports.create, formOf('annual-actuals', '大年报.xlsx', content) as never);
    const record = await timed('figuresCheck', settled(manager, id));
    expect(record.counts).toMatchObject({ valid, invalid });
    expect(await moved('figuresCommit', imports.commit, id)).toMatchObject({
      status: 'committed',
      failure: null,
      result: { actuals: 3 * valid },
    });
    expect(await moved('figuresRevert', imports.revert, id)).toMatchObject({ status: 'reverted' });
  });

  it('and everything is taken back', async () => {
    const { data } = await manager.call(imports.list, undefined, { query: { filter: { kind: 'contract-ledger' } } });
    expect(await moved('revert', imports.revert, data[0]!.id)).toMatchObject({ status: 'reverted' });
    expect(await product.database.query('SELECT count(*)::int AS n FROM contract')).toEqual([{ n: 0 }]);
  });
});

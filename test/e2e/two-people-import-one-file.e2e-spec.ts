import { imports } from '@crm/api-contract/imports';
import { Client } from '../servers/client.js';
import { LEDGER, settled, uploaded } from '../servers/importing.js';
import { startProduct, type Product } from '../servers/product.js';

describe('two people import one file at the same time', () => {
  let product: Product;
  let people: Client[];
  beforeAll(async () => {
    product = await startProduct();
    people = await Promise.all(['manager', 'director'].map((name) => Client.signedIn(product, name)));
  });
  afterAll(() => product?.stop());

  it('both see 32 contracts to enter, both enter them, and each contract is there once', async () => {
    const checked = await Promise.all(people.map((person) => uploaded(person, 'contract-ledger', LEDGER)));
    expect(checked.map(({ counts }) => counts?.valid)).toEqual([32, 32]);

    await Promise.all(
      people.map((person, at) => person.call(imports.commit, undefined, { params: { id: checked[at]!.id } })),
    );
    const done = await Promise.all(people.map((person, at) => settled(person, checked[at]!.id)));
    expect(done.filter(({ status }) => status === 'committed').length).toBeGreaterThanOrEqual(1);
    expect(done.reduce((sum, { result }) => sum + (result?.contracts ?? 0), 0)).toBe(32);

    expect(
      await product.database.query(
        `SELECT count(*)::int AS n, count(DISTINCT enterprise_id)::int AS firms, sum(area_mu)::text AS mu
         FROM contract
         WHERE status = 'signed'`,
      ),
    ).toEqual([{ n: 32, firms: 32, mu: '989.550000' }]);
    expect(await product.database.query('SELECT count(*)::int AS n FROM enterprise')).toEqual([{ n: 32 }]);
  });
});

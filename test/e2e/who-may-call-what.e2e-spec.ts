import { ROLES, can } from '@crm/api-contract/access';
import { allRoutes } from '@crm/api-contract/catalogue';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

/** Every operation × every role: whoever is not in the permission table is refused before anything is read. */
describe('who may call what', () => {
  let product: Product;
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    for (const role of ROLES) clients.set(role, await Client.signedIn(product, role));
  });
  afterAll(() => product?.stop());

  const guarded = allRoutes.filter(({ contract }) => contract.access !== 'public');
  const absentIn = ({ path }: { path: string }) => ({
    params: Object.fromEntries(
      [...path.matchAll(/:(\w+)/g)].map(([, name]) => [name as string, '01234567-89ab-7def-8123-456789abcdef']),
    ),
  });

  it.each(guarded.map(({ name, contract }) => [name, contract] as const))(
    '%s knows nobody without a token',
    async (_name, contract) => {
      const response = await Client.stranger(product).raw(contract, contract.body ? {} : undefined, absentIn(contract));
      expect(response.status).toBe(401);
      await response.body?.cancel();
    },
  );

  const pairs = guarded.flatMap(({ name, contract }) =>
    Array.isArray(contract.access) ? ROLES.map((role) => [name, role, contract] as const) : [],
  );
  it.each(pairs)('%s for the %s is as the table says', async (_name, role, contract) => {
    const [action, subject] = contract.access as readonly [Parameters<typeof can>[1], Parameters<typeof can>[2]];
    const response = await (clients.get(role) as Client).raw(
      contract,
      contract.body ? {} : undefined,
      absentIn(contract),
    );
    expect(response.status === 403).toBe(!can({ role }, action, subject));
    await response.body?.cancel();
  });
});

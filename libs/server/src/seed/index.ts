import type { Database } from '@crm/platform/db';
import { seedAccounts } from './accounts.js';
import { seedReference } from './reference.js';

export { clearDemo, type Cleared } from './clear-demo.js';

export interface SeedRequest {
  readonly demo: '0' | '1' | 'accounts';
  readonly password: string;
}

/** `0`: nothing; `accounts`: accounts and reference data; `1`: those and the marked demo data. Repeating it changes nothing. */
export async function seed(database: Database, { demo, password }: SeedRequest): Promise<void> {
  if (demo === '0') return;
  await database.transaction('system:seed', async (tx) => {
    await seedReference(tx);
    await seedAccounts(tx, password);
  });
}

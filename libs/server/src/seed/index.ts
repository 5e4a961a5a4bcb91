import type { Database, Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { seedAccounts } from './accounts.js';
import { DEMO_ACCOUNTS } from '../access/index.js';
import { seedDecisions } from './demo/decisions.js';
import { seedReviews } from './demo/reviews.js';
import { seedScans } from './demo/scans.js';
import { seedDemo } from './demo/seed-demo.js';
import { seedReference } from './reference.js';

export { clearDemo, type Cleared } from './clear-demo.js';

/** `today`: the day of the assessments; `dataDir`: where files are stored, none without it. */
export type SeedRequest = { readonly password: string } & (
  | { readonly demo: '0' | 'accounts'; readonly today?: string }
  | { readonly demo: '1'; readonly today: string; readonly dataDir?: string }
);

/**
 * `0`: nothing; `accounts`: accounts and reference data; `1`: also the marked demo data. Repeating it changes nothing.
 */
export async function seed(database: Database, request: SeedRequest): Promise<void> {
  if (request.demo === '0') return;
  await database.transaction('system:seed', async (tx) => {
    await seedReference(tx);
    await seedAccounts(tx, request.password);
    if (request.demo === '1') await seedDemo(tx, await managerOf(tx), request.today);
  });
  if (request.demo !== '1') return;
  await seedDecisions(database, request.today);
  await seedReviews(database, request.today);
  if (request.dataDir) await seedScans(database, request.dataDir, request.today);
}

/** The demo's manager entered its contracts and figures. */
async function managerOf(tx: Tx): Promise<Actor> {
  const [account] = DEMO_ACCOUNTS;
  const user = await tx.one<{ id: string; department_id: string | null }>(
    'SELECT id, department_id FROM app_user WHERE username = $1',
    [account.username],
  );
  if (!user) throw new Error(`the account ${account.username} is missing`);
  return {
    userId: user.id,
    username: account.username,
    name: account.name,
    role: account.role,
    departmentId: user.department_id,
    departmentName: null,
    dataScope: account.dataScope,
    locale: 'zh',
    sessionId: 'seed',
  };
}

/** true if `seed` has ever filled this database; its audit rows stay when the demo data are cleared. */
export async function wasSeeded(database: Database): Promise<boolean> {
  const found = await database.read((rows) =>
    rows.one(`SELECT 1 AS found FROM audit_entry WHERE actor = 'system:seed' LIMIT 1`),
  );
  return found !== undefined;
}

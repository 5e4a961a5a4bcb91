import type { Database } from '@crm/platform/db';
import { DEMO_ACCOUNTS } from '../../access/index.js';
import type { Actor } from '../../data-access/index.js';

/** A demo account as an actor. */
export async function actorNamed(database: Database, username: string): Promise<Actor> {
  const row = await database.read((rows) =>
    rows.one<{ id: string; name: string }>('SELECT id, name FROM app_user WHERE username = $1', [username]),
  );
  const account = DEMO_ACCOUNTS.find((one) => one.username === username);
  if (!row || !account) throw new Error(`the account ${username} is missing`);
  return {
    userId: row.id,
    username,
    name: row.name,
    role: account.role,
    departmentId: null,
    departmentName: null,
    dataScope: 'all',
    locale: 'zh',
    sessionId: 'seed',
  };
}

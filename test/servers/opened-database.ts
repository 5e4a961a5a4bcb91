import { Database, createDataSource } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { migrations } from '@crm/server/migrations';
import type { Actor } from '@crm/server/data-access';
import { seed } from '@crm/server/seed';
import { freshDatabase, templateFilledBy, type FreshDatabase } from './database.js';

export interface OpenedDatabase {
  readonly fresh: FreshDatabase;
  readonly database: Database;
  close(): Promise<void>;
}

/** A database of its own with accounts and reference data, opened as the product opens it, for database specs. */
export async function openedDatabase(pool = 5): Promise<OpenedDatabase> {
  const withAccounts = await templateFilledBy('crm_template_opened', async (url) => {
    const dataSource = await sourceOf(url, 2).initialize();
    try {
      await seed(new Database(dataSource), { demo: 'accounts', password: 'Zhaoshang-2026!' });
    } finally {
      // An open connection would keep Jest from ending.
      await dataSource.destroy();
    }
  });
  const fresh = await freshDatabase(withAccounts);
  const dataSource = sourceOf(fresh.url, pool);
  const close = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await fresh.drop();
  };
  try {
    return { fresh, database: new Database(await dataSource.initialize()), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const sourceOf = (url: string, pool: number) =>
  createDataSource({ url, pool, migrations, applicationName: 'spec', log: createLogger('spec', 'silent') });

/** A seeded account as the services see it. */
export async function anActor(opened: OpenedDatabase, username: string): Promise<Actor> {
  const [user] = await opened.fresh.query<{
    id: string;
    name: string;
    role: Actor['role'];
    department_id: string | null;
    data_scope: Actor['dataScope'];
  }>('SELECT * FROM app_user WHERE username = $1', [username]);
  if (!user) throw new Error(`no such account: ${username}`);
  return {
    userId: user.id,
    username,
    name: user.name,
    role: user.role,
    departmentId: user.department_id,
    departmentName: null,
    dataScope: user.data_scope,
    locale: 'zh',
    sessionId: '01938000-0000-7000-8000-000000000000',
  };
}

import { Database, createDataSource } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { EntitySchema, type DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../servers/database.js';

export const log = createLogger('faults', 'silent');

export interface Bench {
  readonly fresh: FreshDatabase;
  readonly dataSource: DataSource;
  readonly database: Database;
  leave(): Promise<void>;
}

/** A versioned row as TypeORM would map it, so that the spec can call `save()`. */
export const Department = new EntitySchema<{ id: string; name: string; demo: boolean; version: number }>({
  name: 'Department',
  tableName: 'department',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    demo: { type: 'boolean' },
    version: { type: 'int', version: true },
  },
});

/** A database of its own, with the product's connection. */
export async function bench(): Promise<Bench> {
  const fresh = await freshDatabase();
  const dataSource = createDataSource({ url: fresh.url, pool: 5, migrations: [], applicationName: 'faults', log });
  await dataSource.setOptions({ entities: [Department] }).initialize();
  const leave = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await fresh.drop();
  };
  return { fresh, dataSource, database: new Database(dataSource), leave };
}

export const soon = async (holds: () => Promise<boolean>, ms: number): Promise<boolean> => {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (await holds()) return true;
  return false;
};

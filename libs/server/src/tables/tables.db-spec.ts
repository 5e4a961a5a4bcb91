import { indicators, promisedIndicators } from '@crm/domain/standards';
import { createDataSource, type AnyTable } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { tables } from './index.js';

/** Tables of the platform; they hold no records of the product. */
const platformTables = ['schema_migration', 'idempotency_key', 'job_request', 'worker_heartbeat'];

interface ColumnFound {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
  readonly generated: boolean;
  readonly default: string | null;
  readonly references: string | null;
}

const IN_DATABASE = `
  SELECT
    c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
    NOT a.attnotnull AS nullable, coalesce(a.attnum = ANY(p.conkey), false) AS primary,
    a.attgenerated <> '' OR a.attidentity <> '' AS generated,
    CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS default,
    (
      SELECT f.confrelid::regclass::text
      FROM pg_constraint f
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]
      LIMIT 1
    ) AS references
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  LEFT JOIN pg_constraint p ON p.conrelid = c.oid AND p.contype = 'p'
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  ORDER BY c.relname, a.attnum
`;

describe('tables are described as the migrations make them', () => {
  let fresh: FreshDatabase;
  const inDatabase = new Map<string, ColumnFound[]>();

  beforeAll(async () => {
    fresh = await freshDatabase();
    for (const column of await fresh.query<ColumnFound>(IN_DATABASE))
      inDatabase.set(column.table, [...(inDatabase.get(column.table) ?? []), column]);
  });
  afterAll(() => fresh?.drop());

  it('each table once', () => {
    const names = tables.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect([...names, ...platformTables].sort()).toEqual([...inDatabase.keys()].sort());
  });

  it.each(tables.map((table) => [table.name, table] as const))('%s: names, types, null, keys', (name, table) => {
    const found = (inDatabase.get(name) ?? []).map(({ column, type, nullable, primary, generated, references }) => ({
      column,
      type,
      nullable,
      primary,
      generated,
      references,
    }));
    expect(described(table).sort(byColumn)).toEqual(found.sort(byColumn));
  });

  it.each(tables.map((table) => [table.name, table] as const))('%s: defaults', async (name, table) => {
    for (const found of inDatabase.get(name) ?? []) {
      const given = [...table.named.values()].find(({ column }) => column === found.column)?.facts.default;
      const where = `${name}.${found.column}`;
      if (given === undefined || found.default === null) expect([where, given ?? null]).toEqual([where, found.default]);
      else if ('sql' in given) expect([where, found.default]).toEqual([where, given.sql]);
      else {
        const [row] = await fresh.query<{ value: unknown }>(`SELECT ${found.default} AS value`);
        expect([where, row?.value]).toEqual([where, given.constant]);
      }
    }
  });

  it('a column of indicators takes those of the rules, and no other', async () => {
    const checks = await fresh.query<{ table: string; rule: string }>(
      `SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS rule
       FROM pg_constraint
       WHERE contype = 'c' AND pg_get_constraintdef(oid) ~ '^CHECK \\(+indicator = ANY'
       ORDER BY 1`,
    );
    const taken = checks.map(({ table, rule }) => [table, [...rule.matchAll(/'([\w-]+)'/g)].map(([, name]) => name)]);
    expect(Object.fromEntries(taken)).toEqual({
      actual: promisedIndicators,
      assessment: promisedIndicators,
      commitment: promisedIndicators,
      contract_standard: indicators,
      provincial_standard: indicators,
    });
  });

  it('and TypeORM knows them', async () => {
    const log = createLogger('spec', 'silent');
    const settings = { url: fresh.url, pool: 1, migrations: [], tables, applicationName: 'spec', log };
    const dataSource = await createDataSource(settings).initialize();
    const known = dataSource.entityMetadatas.map(({ tableName, columns }) => [
      tableName,
      ...columns.map(({ databaseName }) => databaseName),
    ]);
    await dataSource.destroy();
    expect(known.sort()).toEqual(
      tables.map(({ name, named }) => [name, ...[...named.values()].map(({ column }) => column)]).sort(),
    );
  });
});

const byColumn = (a: { readonly column: string }, b: { readonly column: string }): number =>
  a.column < b.column ? -1 : 1;

const described = (table: AnyTable) =>
  [...table.named.values()].map(({ column, facts }) => ({
    column,
    type: facts.type,
    nullable: facts.nullable,
    primary: facts.primary,
    generated: facts.generated,
    references: facts.references ?? null,
  }));

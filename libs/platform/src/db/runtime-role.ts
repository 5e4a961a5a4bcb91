import type { DataSource } from 'typeorm';
import { UnfitDatabaseError } from './unfit-database.js';

/** What the runtime role may do with a table that it must not change: it reads, and adds rows if `adds` is given. */
export interface KeptTable {
  /** `without`: columns that the database alone fills. */
  readonly adds?: { readonly without: readonly string[] };
}
/** The kept tables by name. Of every other table the runtime role reads, adds, changes and removes rows. */
export type KeptTables = Readonly<Record<string, KeptTable>>;

interface OwnTable {
  readonly name: string;
  readonly kind: 'table' | 'view' | 'sequence';
  readonly columns: readonly string[];
}

/**
 * Gives the runtime role exactly its rights, in one transaction: what it had before is revoked first. `owner` is
 * connected as the owner of the tables. The queue is a schema that the runtime makes itself, since it may be lost; one
 * that the owner made before there were two roles is dropped.
 */
export async function grantRuntime(owner: DataSource, role: string, kept: KeptTables): Promise<void> {
  const to = owner.driver.escape(role);
  await owner.transaction(async (own) => {
    const [facts] = await own.query<{ database: string; queue: boolean }[]>(
      `SELECT
         current_database() AS database,
         EXISTS (
           SELECT FROM pg_namespace WHERE nspname = 'queue' AND nspowner = current_user::regrole
         ) AS queue`,
    );
    if (facts?.queue) await own.query('DROP SCHEMA queue CASCADE');
    const database = owner.driver.escape(facts?.database ?? '');
    await own.query(`
      GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${database} TO ${to};
      REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${to};
      GRANT USAGE ON SCHEMA public TO ${to};
    `);
    const tables = await own.query<OwnTable[]>(
      `SELECT
         c.relname AS name,
         CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' ELSE 'table' END AS kind,
         coalesce(
           array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attnum > 0 AND NOT a.attisdropped), '{}'
         ) AS columns
       FROM pg_class c
       LEFT JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE
         c.relnamespace = 'public'::regnamespace AND c.relowner = current_user::regrole
         AND c.relkind IN ('r', 'p', 'v', 'S')
         -- An extension has its own.
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
       GROUP BY c.oid`,
    );
    await own.query(tables.map((table) => granting(owner, table, to, kept[table.name])).join('\n'));
  });
}

function granting(owner: DataSource, { name, kind, columns }: OwnTable, to: string, kept?: KeptTable): string {
  const own = owner.driver.escape(name);
  if (kind === 'sequence')
    return `REVOKE ALL ON SEQUENCE ${own} FROM PUBLIC, ${to}; GRANT USAGE ON SEQUENCE ${own} TO ${to};`;
  const given = columns
    .filter((column) => !kept?.adds?.without.includes(column))
    .map((column) => owner.driver.escape(column))
    .join(', ');
  const rights =
    kind === 'view'
      ? 'SELECT'
      : !kept
        ? 'SELECT, INSERT, UPDATE, DELETE'
        : kept.adds
          ? `SELECT, INSERT (${given})`
          : 'SELECT';
  return `REVOKE ALL ON TABLE ${own} FROM PUBLIC, ${to}; GRANT ${rights} ON TABLE ${own} TO ${to};`;
}

/** What this connection may do with the kept tables beyond reading and adding: empty for a true runtime role. */
export async function rightsTooMany(dataSource: DataSource, kept: KeptTables): Promise<string[]> {
  const rows: { name: string; may: string }[] = await dataSource.query(
    `SELECT k.name, string_agg(r.name, ', ' ORDER BY r.name) AS may
     FROM unnest($1::text[]) AS k(name)
     JOIN pg_class c ON c.oid = to_regclass(k.name)
     CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER')) AS r(name)
     WHERE has_table_privilege(c.oid, r.name) OR pg_has_role(c.relowner, 'MEMBER')
     GROUP BY k.name
     ORDER BY k.name`,
    [Object.keys(kept)],
  );
  return rows.map(({ name, may }) => `${name}: ${may}`);
}

/** Refuses a connection that could rewrite the kept tables. Refusal: UnfitDatabaseError. */
export async function assertRuntimeRole(dataSource: DataSource, kept: KeptTables): Promise<void> {
  const found = await rightsTooMany(dataSource, kept);
  if (found.length > 0) throw new UnfitDatabaseError(tooManyRights(found));
}

export const tooManyRights = (found: readonly string[]): string =>
  `DATABASE_URL 的账号能改写审计表（${found.join('；')}）：请建一个运行账号，DATABASE_OWNER_URL 给表的所有者，再运行 apps/api/dist/migrate.js。\n` +
  `The role of DATABASE_URL can rewrite the audit tables: make a runtime role, name the owner in DATABASE_OWNER_URL, and run apps/api/dist/migrate.js (docs/operations.md).`;

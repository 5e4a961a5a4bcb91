import type { Database, Tx } from '@crm/platform/db';
import { DEMO_ACCOUNTS } from '../access/index.js';

interface Reference {
  child: string;
  column: string;
  parent: string;
}

/** Shown to the person: how many rows were removed, and how many stay because real records depend on them. */
export interface Cleared {
  readonly removed: number;
  readonly kept: number;
}

/**
 * Removes the demo data in one transaction. A demo row that a real record depends on stays and loses its mark.
 * Accounts, departments and reference data stay, so that work can go on. The order follows from the foreign keys, so a
 * new room needs no change here.
 */
export async function clearDemo(database: Database): Promise<Cleared> {
  return database.transaction('system:clear-demo', async (tx) => {
    await keepAccounts(tx);
    const marked = new Set(
      (
        await tx.rows<{ name: string }>(
          `SELECT table_name AS name
           FROM information_schema.columns
           WHERE table_schema = 'public' AND column_name = 'demo'`,
        )
      ).map((row) => row.name),
    );
    const references = await tx.rows<Reference>(
      `SELECT c.conrelid::regclass::text AS child, a.attname AS column, c.confrelid::regclass::text AS parent
       FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND array_length(c.conkey, 1) = 1`,
    );
    const kept = await keepWhatIsStoodOn(
      tx,
      references.filter((one) => marked.has(one.child) && marked.has(one.parent)),
    );
    const doomed = doomedRows(marked, references);
    let removed = 0;
    for (const table of childrenFirst(references)) {
      const condition = doomed(table, 'd');
      if (condition) removed += await tx.run(`DELETE FROM ${table} d WHERE ${condition}`);
    }
    return { removed, kept };
  });
}

async function keepAccounts(tx: Tx): Promise<void> {
  await tx.run('UPDATE app_user SET demo = false, version = version + 1 WHERE demo AND username = ANY($1)', [
    DEMO_ACCOUNTS.map((account) => account.username),
  ]);
  await tx.run('UPDATE department SET demo = false, version = version + 1 WHERE demo');
}

/** Removes the mark from demo rows that real rows refer to, until nothing changes. */
async function keepWhatIsStoodOn(tx: Tx, references: readonly Reference[]): Promise<number> {
  const versioned = new Set(
    (
      await tx.rows<{ name: string }>(
        `SELECT table_name AS name
         FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = 'version'`,
      )
    ).map((row) => row.name),
  );
  let kept = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const { child, column, parent } of references) {
      const step = versioned.has(parent) ? ', version = version + 1' : '';
      const rows = await tx.run(
        `UPDATE ${parent} p
         SET demo = false${step}
         WHERE p.demo AND EXISTS (SELECT 1 FROM ${child} c WHERE c.${column} = p.id AND NOT c.demo)`,
      );
      kept += rows;
      changed ||= rows > 0;
    }
  }
  return kept;
}

/**
 * The condition for removing a row: it is marked, or (in a table without the mark) it belongs to a row that is removed.
 */
function doomedRows(marked: ReadonlySet<string>, references: readonly Reference[]) {
  const condition = (table: string, alias: string, depth = 0): string | undefined => {
    if (marked.has(table)) return `${alias}.demo`;
    const parents = references.filter((one) => one.child === table && one.parent !== table);
    const ways = parents.flatMap(({ column, parent }) => {
      const inner = `${alias}${depth}`;
      const above = condition(parent, inner, depth + 1);
      return above
        ? [`EXISTS (SELECT 1 FROM ${parent} ${inner} WHERE ${inner}.id = ${alias}.${column} AND ${above})`]
        : [];
    });
    return ways.length > 0 ? ways.join(' OR ') : undefined;
  };
  return condition;
}

/**
 * Rows are removed after the rows that refer to them. PostgreSQL checks references within one table at the end of the
 * statement.
 */
function childrenFirst(references: readonly Reference[]): string[] {
  const tables = new Set(references.flatMap((one) => [one.child, one.parent]));
  const order: string[] = [];
  const visited = new Set<string>();
  const visit = (table: string): void => {
    if (visited.has(table)) return;
    visited.add(table);
    for (const one of references) if (one.parent === table && one.child !== table) visit(one.child);
    order.push(table);
  };
  for (const table of tables) visit(table);
  return order;
}

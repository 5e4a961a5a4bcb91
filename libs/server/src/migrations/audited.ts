import type { QueryRunner } from 'typeorm';

/** Puts a table under audit; if it has a version, also under the rule that the version only grows. */
export async function audited(
  runner: QueryRunner,
  table: string,
  options: { versioned?: boolean; unrecorded?: readonly string[] } = {},
): Promise<void> {
  const unrecorded = (options.unrecorded ?? []).map((column) => `'${column}'`).join(', ');
  await runner.query(
    `CREATE TRIGGER ${table}_audit AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_change(${unrecorded})`,
  );
  if (options.versioned ?? true)
    await runner.query(
      `CREATE TRIGGER ${table}_version BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION version_only_grows()`,
    );
}

/** Columns of every editable record. */
export const recordColumns = `version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), demo boolean NOT NULL DEFAULT false`;

/** An amount in 万元 or an area in 亩: exact to six decimal places, never NaN (numeric allows it), never negative. */
export const amount = (column: string, nullable = true): string =>
  `${column} numeric(18,6)${nullable ? '' : ' NOT NULL'} CHECK (${column} <> 'NaN' AND ${column} >= 0)`;

/** The columns of a table that tell of a person (`personal()` in its description): the trail keeps them apart. */
export async function personalIn(runner: QueryRunner, table: string, columns: readonly string[]): Promise<void> {
  const names = columns.map((column) => `'${column}'`).join(', ');
  await runner.query(`
    DROP TRIGGER IF EXISTS audit_entry_personal_${table} ON audit_entry;
    CREATE TRIGGER audit_entry_personal_${table} BEFORE INSERT ON audit_entry FOR EACH ROW
      WHEN (NEW.subject = '${table}') EXECUTE FUNCTION audit_part_personal(${names});
  `);
}

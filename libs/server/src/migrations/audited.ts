import type { QueryRunner } from 'typeorm';

/** Puts a table under audit and, when it has a version, under the rule that it only grows. */
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

/** Columns of every record somebody edits. */
export const recordColumns = `version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now(), demo boolean NOT NULL DEFAULT false`;

/** An amount in 万元 or an area in 亩: exact to six places, never NaN (numeric takes it), never below zero. */
export const amount = (column: string, nullable = true): string =>
  `${column} numeric(18,6)${nullable ? '' : ' NOT NULL'} CHECK (${column} <> 'NaN' AND ${column} >= 0)`;

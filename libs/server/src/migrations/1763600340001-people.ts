import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that an administrator keeps: starting secrets, phone, last use; departments that close or merge. */
export class People1763600340001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE app_user
        ADD COLUMN phone text,
        ADD COLUMN starting_until timestamptz,
        ADD COLUMN password_set_at timestamptz,
        ADD COLUMN last_day date,
        ADD COLUMN created_by uuid REFERENCES app_user (id);
      CREATE INDEX app_user_created_by ON app_user (created_by);

      -- Beside the account, so that signing in is no change of it.
      CREATE TABLE last_sign_in (user_id uuid PRIMARY KEY REFERENCES app_user (id) ON DELETE CASCADE, at timestamptz NOT NULL);
      INSERT INTO last_sign_in (user_id, at) SELECT user_id, max(created_at) FROM session GROUP BY user_id;

      -- Two bureaus may each have a 综合科. A closed one keeps its name for what stands on it.
      ALTER TABLE department
        ADD COLUMN closed_at timestamptz, ADD COLUMN merged_into uuid REFERENCES department (id),
        DROP CONSTRAINT department_name_key,
        ADD CONSTRAINT department_own_parent CHECK (parent_id <> id);
      CREATE INDEX department_merged_into ON department (merged_into);
      CREATE UNIQUE INDEX department_name_once ON department (parent_id, name) NULLS NOT DISTINCT WHERE closed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX department_name_once;
      ALTER TABLE department
        DROP COLUMN closed_at, DROP COLUMN merged_into, DROP CONSTRAINT department_own_parent,
        ADD CONSTRAINT department_name_key UNIQUE (name);
      DROP TABLE last_sign_in;
      ALTER TABLE app_user
        DROP COLUMN phone, DROP COLUMN starting_until, DROP COLUMN password_set_at, DROP COLUMN last_day, DROP COLUMN created_by;
    `);
  }
}

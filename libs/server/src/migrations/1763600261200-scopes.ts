import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './audited.js';

/** The rows that an officer may see: who registered an enterprise, and single named departments. */
export class Scopes1763600261200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      ALTER TABLE enterprise ADD COLUMN created_by uuid REFERENCES app_user (id);
      CREATE INDEX enterprise_created_by ON enterprise (created_by);

      ALTER TABLE app_user DROP CONSTRAINT app_user_data_scope_check;
      ALTER TABLE app_user ADD CONSTRAINT app_user_data_scope_check CHECK (
        data_scope IN ('self', 'department', 'department-and-below', 'named', 'all')
      );
      -- The departments of scope 'named'.
      CREATE TABLE scope_department (
        id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES app_user (id),
        department_id uuid NOT NULL REFERENCES department (id),
        CONSTRAINT scope_department_once UNIQUE (user_id, department_id)
      );
      CREATE INDEX scope_department_department ON scope_department (department_id);
    `);
    await audited(runner, 'scope_department', { versioned: false });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      DROP TABLE scope_department;
      UPDATE app_user SET data_scope = 'self', version = version + 1 WHERE data_scope = 'named';
      ALTER TABLE app_user DROP CONSTRAINT app_user_data_scope_check;
      ALTER TABLE app_user ADD CONSTRAINT app_user_data_scope_check CHECK (
        data_scope IN ('self', 'department', 'department-and-below', 'all')
      );
      ALTER TABLE enterprise DROP COLUMN created_by;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

export class Access1763600020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE department (id uuid PRIMARY KEY, name text NOT NULL UNIQUE, parent_id uuid REFERENCES department (id), ${recordColumns});
      CREATE INDEX department_parent ON department (parent_id);
      CREATE TABLE app_user (
        id uuid PRIMARY KEY, username text NOT NULL, name text NOT NULL,
        role text NOT NULL CHECK (role IN ('admin', 'manager', 'officer', 'secretary', 'auditor')),
        department_id uuid REFERENCES department (id),
        data_scope text NOT NULL DEFAULT 'self' CHECK (data_scope IN ('self', 'department', 'department-and-below', 'all')),
        locale text NOT NULL DEFAULT 'zh' CHECK (locale IN ('zh', 'en')),
        password_hash text, disabled_at timestamptz, ${recordColumns});
      CREATE UNIQUE INDEX app_user_username ON app_user (lower(username));
      CREATE INDEX app_user_department ON app_user (department_id);

      CREATE TABLE session (
        id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES app_user (id), token_hash bytea NOT NULL, previous_hash bytea, rotated_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(), expires_at timestamptz NOT NULL, ended_at timestamptz, ended_because text, client text NOT NULL DEFAULT '');
      CREATE INDEX session_of_user ON session (user_id);
      CREATE INDEX session_expiry ON session (expires_at);

      -- Shared by all instances, survives restarts.
      CREATE TABLE login_failure (subject text PRIMARY KEY, failures int NOT NULL, last_at timestamptz NOT NULL, locked_until timestamptz);
    `);
    await audited(runner, 'department');
    await audited(runner, 'app_user', { unrecorded: ['password_hash'] });
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './audited.js';

/** Who looked up which number, and who saw numbers of the audit, each with the reason. */
export class PhoneQuestions1763600320200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      -- number_hash: of the asking person and the number, to count different ones. The number itself is not kept.
      CREATE TABLE phone_check (
        id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES app_user (id), number_hash bytea NOT NULL,
        masked text NOT NULL, reason text, created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX phone_check_recent ON phone_check (user_id, created_at);
      CREATE TABLE audit_unmasking (
        id uuid PRIMARY KEY, entry bigint NOT NULL, user_id uuid NOT NULL REFERENCES app_user (id),
        reason text NOT NULL, created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX audit_unmasking_recent ON audit_unmasking (user_id, created_at);
      CREATE INDEX contact_unmasking_recent ON contact_unmasking (user_id, created_at);
    `);
    await audited(runner, 'phone_check', { versioned: false });
    await audited(runner, 'audit_unmasking', { versioned: false });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX contact_unmasking_recent;
      DROP TABLE audit_unmasking;
      DROP TABLE phone_check;
    `);
  }
}

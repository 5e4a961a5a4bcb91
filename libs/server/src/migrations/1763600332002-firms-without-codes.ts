import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Firms that are foreign or not yet founded, and codes that fail their check although the register has them. */
export class FirmsWithoutCodes1763600332002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      ALTER TABLE enterprise
      ADD COLUMN standing text NOT NULL DEFAULT 'registered'
        CHECK (standing IN ('registered', 'foreign', 'to-be-founded')),
      ADD COLUMN registration_country text, ADD COLUMN registration_no text, ADD COLUMN credit_code_seen_by text;
      ALTER TABLE import ADD COLUMN vouched jsonb NOT NULL DEFAULT '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import DROP COLUMN vouched;
      ALTER TABLE enterprise DROP COLUMN standing, DROP COLUMN registration_country, DROP COLUMN registration_no,
        DROP COLUMN credit_code_seen_by;
    `);
  }
}

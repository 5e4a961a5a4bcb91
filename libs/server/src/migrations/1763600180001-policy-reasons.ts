import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PolicyReasons1763600180001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Who replaced a row of the approval policy, and why; unknown for rows replaced earlier.
    await runner.query(`
      ALTER TABLE approval_policy ADD COLUMN ended_by uuid REFERENCES app_user (id), ADD COLUMN end_reason text;
      CREATE INDEX approval_policy_ended_by ON approval_policy (ended_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE approval_policy DROP COLUMN ended_by, DROP COLUMN end_reason');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reminders1763600080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Why a requested job was closed without being done.
      ALTER TABLE job_request ADD COLUMN error text;
      CREATE INDEX job_request_closed ON job_request (done_at) WHERE done_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

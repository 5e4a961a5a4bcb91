import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeyLimits1763600180003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Calls of a key since the minute of its first call began, for all processes together. After a crash it starts
    // again, so the table needs no WAL.
    await runner.query(
      'CREATE UNLOGGED TABLE api_key_use (key_id uuid PRIMARY KEY REFERENCES api_key (id) ON DELETE CASCADE, since timestamptz NOT NULL, calls int NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_key_use');
  }
}

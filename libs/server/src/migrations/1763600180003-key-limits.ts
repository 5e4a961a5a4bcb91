import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeyLimits1763600180003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // How often a key called since the minute of its first call began. Counted by all processes together; lost in a
    // crash it begins anew, so it need not be logged.
    await runner.query(
      'CREATE UNLOGGED TABLE api_key_use (key_id uuid PRIMARY KEY REFERENCES api_key (id) ON DELETE CASCADE, since timestamptz NOT NULL, calls int NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_key_use');
  }
}

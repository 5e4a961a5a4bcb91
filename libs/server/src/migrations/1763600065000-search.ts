import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search1763600065000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // For the beginning of a number under any collation; the unique key sorts by language.
    await runner.query(`CREATE INDEX contract_number_prefix ON contract (number text_pattern_ops)`);
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

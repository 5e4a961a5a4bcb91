import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContractReview1763600101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // When and why a contract was completed, terminated or made void.
    await runner.query('ALTER TABLE contract ADD COLUMN ended_on date, ADD COLUMN end_reason text');
  }

  async down(): Promise<void> {
    throw new Error('a floor that is lived on is not taken down');
  }
}

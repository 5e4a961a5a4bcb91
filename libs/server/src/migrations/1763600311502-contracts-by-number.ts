import type { MigrationInterface, QueryRunner } from 'typeorm';

const index = (more: string): string => `
  DROP INDEX contract_once;
  CREATE UNIQUE INDEX contract_once ON contract (enterprise_id, project_id, kind)
  WHERE status <> 'void' AND kind IN ('substantive', 'performance') AND renews_id IS NULL${more}`;

/**
 * An office gives two contracts of one project two numbers. A generated number (HT-2023-0001) does not distinguish
 * them: then the same enterprise, project and kind is the same contract.
 */
export class ContractsByNumber1763600311502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(index(` AND number ~ '^HT-[0-9]{4}-[0-9]+$'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(index(''));
  }
}

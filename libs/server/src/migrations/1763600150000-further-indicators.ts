import type { MigrationInterface, QueryRunner } from 'typeorm';

const names = ['investment', 'output', 'tax', 'rd-spend', 'rd-share', 'rd-headcount', 'jobs', 'energy']
  .map((name) => `'${name}'`)
  .join(', ');

/**
 * All indicators are stored in the tables of investment, output and tax. The unit follows from the indicator
 * (docs/adr/0013).
 */
export class FurtherIndicators1763600150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['commitment', 'actual', 'assessment']) {
      await runner.query(
        `ALTER TABLE ${table} DROP CONSTRAINT ${table}_indicator_check, ADD CONSTRAINT ${table}_indicator_check CHECK (indicator IN (${names}))`,
      );
    }
    await runner.query(`
      -- A share derived from two figures has more than six places.
      ALTER TABLE assessment ALTER COLUMN actual_wan TYPE numeric;
      COMMENT ON COLUMN commitment_term.total_wan IS 'in the unit of the indicator: 万元, 人, %, 吨标准煤';
      COMMENT ON COLUMN actual.value_wan IS 'in the unit of the indicator: 万元, 人, %, 吨标准煤';
      COMMENT ON COLUMN assessment.required_wan_exact IS 'in the unit of the indicator';
      COMMENT ON COLUMN assessment.actual_wan IS 'in the unit of the indicator';
      COMMENT ON COLUMN assessment.shortfall_wan_exact IS 'in the unit of the indicator; of an upper bound what goes beyond it';
    `);
  }

  async down(): Promise<void> {
    throw new Error('promises of further indicators would be lost');
  }
}

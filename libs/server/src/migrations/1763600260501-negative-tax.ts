import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHECKS = [
  ['actual', 'actual_value_wan_check', 'value', `indicator = 'tax'`],
  ['assessment', 'assessment_actual_wan_check', 'actual', `indicator = 'tax'`],
  ['contract_year_summary', 'contract_year_summary_tax_actual_wan_check', 'tax_actual_wan', 'true'],
] as const;

/** A refund of an earlier year makes the tax of a year negative (退税); every other figure stays at least zero. */
export class NegativeTax1763600260501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, column, negative] of CHECKS)
      await runner.query(
        `ALTER TABLE ${table}
         DROP CONSTRAINT ${name},
         ADD CONSTRAINT ${name} CHECK (${column} <> 'NaN' AND (${column} >= 0 OR ${negative}))`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name, column] of CHECKS)
      await runner.query(
        `ALTER TABLE ${table}
         DROP CONSTRAINT ${name},
         ADD CONSTRAINT ${name} CHECK (${column} <> 'NaN' AND ${column} >= 0)`,
      );
  }
}

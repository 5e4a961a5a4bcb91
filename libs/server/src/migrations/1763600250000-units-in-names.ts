import type { MigrationInterface, QueryRunner } from 'typeorm';

/** These columns hold 万元, 人, % or 吨标准煤, by the indicator of their row; only some rows are in 万元. */
const RENAMED = [
  ['commitment_term', 'total_wan', 'total'],
  ['actual', 'value_wan', 'value'],
  ['assessment', 'required_wan_exact', 'required_exact'],
  ['assessment', 'actual_wan', 'actual'],
  ['assessment', 'shortfall_wan_exact', 'shortfall_exact'],
  ['consequence_decision', 'shortfall_wan_exact', 'shortfall_exact'],
] as const;

/**
 * Only names change and no row is rewritten, so a filled table is locked for a moment. Columns in 万元 keep it in their
 * name.
 */
export class UnitsInNames1763600250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, before, after] of RENAMED)
      await runner.query(`ALTER TABLE ${table} RENAME COLUMN ${before} TO ${after}`);
    await runner.query(
      `COMMENT ON COLUMN consequence_decision.shortfall_exact IS 'in the unit of the indicator; of an upper bound what goes beyond it'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, before, after] of [...RENAMED].reverse())
      await runner.query(`ALTER TABLE ${table} RENAME COLUMN ${after} TO ${before}`);
  }
}

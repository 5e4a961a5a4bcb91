import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the reused numbers of missed commitments are made from, besides the tables of the portfolio. */
const READ = ['assessment', 'consequence_clause', 'consequence_wording', 'consequence_decision', 'support_payment'];

/** Their changes are written to `portfolio_change` as well, once a transaction (docs/adr/0022). */
export class MissedReused1763600335001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of READ)
      await runner.query(
        `CREATE TRIGGER ${table}_portfolio AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION portfolio_changed()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of READ) await runner.query(`DROP TRIGGER ${table}_portfolio ON ${table}`);
  }
}

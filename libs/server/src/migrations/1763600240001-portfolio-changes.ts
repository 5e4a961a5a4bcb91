import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the reused answers of the portfolio are made from: stored sums, their contracts, and the names of groups and
 * standards.
 */
const READ = [
  'contract',
  'contract_summary',
  'contract_year_summary',
  'contract_standard',
  'provincial_standard',
  'park',
  'industry',
];

/**
 * Which transactions changed what the portfolio reads. Append-only, so that no two changes wait for each other;
 * maintenance deletes the oldest rows.
 */
export class PortfolioChanges1763600240001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE portfolio_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now()
      );
      CREATE FUNCTION portfolio_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- Once a transaction; what is set here is forgotten with it, or with the savepoint it was set in.
        IF current_setting('app.portfolio', true) = 'changed' THEN RETURN NULL; END IF;
        INSERT INTO portfolio_change DEFAULT VALUES;
        PERFORM set_config('app.portfolio', 'changed', true);
        RETURN NULL;
      END $$;
      -- Taking the oldest away is a change as well: or a state could come back that was another one.
      CREATE TRIGGER portfolio_change_swept AFTER DELETE ON portfolio_change FOR EACH STATEMENT EXECUTE FUNCTION portfolio_changed();
      -- Whether a project was signed more than once is asked of the index alone.
      CREATE INDEX contract_signings ON contract (project_id)
      WHERE kind IN ('substantive', 'performance') AND status IN ('signed', 'performing', 'completed', 'terminated');
    `);
    for (const table of READ)
      await runner.query(
        `CREATE TRIGGER ${table}_portfolio AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION portfolio_changed()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of READ) await runner.query(`DROP TRIGGER ${table}_portfolio ON ${table}`);
    await runner.query('DROP INDEX contract_signings; DROP TABLE portfolio_change; DROP FUNCTION portfolio_changed()');
  }
}

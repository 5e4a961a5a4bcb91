import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for the first page of long lists, in their default order, and for numbers searched by any part. */
export class ListsAtSize1763600335002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX actual_newest ON actual (year DESC NULLS LAST, id DESC) WHERE known_to IS NULL;
      CREATE INDEX assessment_newest ON assessment (year DESC NULLS LAST, id DESC) WHERE superseded_at IS NULL;
      -- The stored key of a name, so that no row is folded anew.
      CREATE INDEX investment_project_match_bigrams ON investment_project USING gin (bigrams(match_name)) WITH (fastupdate = off);
      DROP INDEX investment_project_bigrams;
      CREATE INDEX contract_number_bigrams ON contract USING gin (bigrams(folded(number))) WITH (fastupdate = off);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX investment_project_bigrams ON investment_project USING gin (bigrams(folded(name))) WITH (fastupdate = off);
      DROP INDEX actual_newest, assessment_newest, contract_number_bigrams, investment_project_match_bigrams;
    `);
  }
}

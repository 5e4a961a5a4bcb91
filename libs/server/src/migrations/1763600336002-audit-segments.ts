import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old entries leave as sealed files; what is left of them is a signed row that says where the chain goes on. */
export class AuditSegments1763600336002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_segment (
        chain smallint NOT NULL, first bigint NOT NULL, last bigint NOT NULL, entries bigint NOT NULL,
        before text NOT NULL, hash text NOT NULL, from_at timestamptz NOT NULL, to_at timestamptz NOT NULL,
        file text NOT NULL, sha256 text NOT NULL, at timestamptz NOT NULL, database text NOT NULL,
        key_id text NOT NULL, mac text NOT NULL,
        PRIMARY KEY (chain, last), CHECK (first <= last AND entries = last - first + 1));
      CREATE TRIGGER audit_segment_keep BEFORE UPDATE
        OR DELETE
        OR TRUNCATE ON audit_segment FOR EACH STATEMENT EXECUTE FUNCTION audit_unchangeable();

      -- Only who has the right to delete, the owner of the tables, may say that a segment leaves.
      CREATE OR REPLACE FUNCTION audit_unchangeable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('audit_entry', 'audit_link') AND current_setting('app.segment', true) = 'leaves'
        THEN RETURN NULL; END IF;
        RAISE EXCEPTION 'audit rows are only ever added' USING ERRCODE = 'insufficient_privilege';
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('what left as a segment is proved by its row');
  }
}

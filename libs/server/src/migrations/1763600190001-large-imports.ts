import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './audited.js';

/** Tables whose rows are removed by the thousand, with the columns that are not recorded (like AuditInSets). */
const inSets: readonly (readonly [table: string, ...unrecorded: string[]])[] = [
  ['enterprise', 'match_name', 'search_name', 'pinyin', 'initials'],
  ['investment_project', 'match_name'],
  ['contract'],
  ['parcel'],
  ['milestone'],
  ['commitment'],
  ['commitment_term'],
  ['actual'],
];

/** Ten thousand rows are imported and reverted as jobs with progress, and nobody waits for their seal. */
export class LargeImports1763600190001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      DROP TRIGGER import_audit ON import;
      DROP TRIGGER import_version ON import;
      ALTER TABLE import DROP CONSTRAINT import_status_check;
      ALTER TABLE import ADD CONSTRAINT import_status_check CHECK (
        status IN (
          'uploaded', 'needs-mapping', 'checking', 'checked', 'committing', 'committed', 'reverting', 'failed',
          'reverted'
        )
      );
      -- asked_at: when somebody asked for the step that runs or ran last; ended_at: when it came to rest. hidden_columns: of the sheet, from 0.
      ALTER TABLE import ADD COLUMN asked_at timestamptz NOT NULL DEFAULT now(), ADD COLUMN ended_at timestamptz,
      ADD COLUMN hidden_columns jsonb NOT NULL DEFAULT '[]';
      CREATE INDEX import_ended_at ON import (ended_at);
      -- Each contract and firm that is taken back is looked for here.
      CREATE INDEX contract_renews ON contract (renews_id) WHERE renews_id IS NOT NULL;
      CREATE INDEX contract_enterprise ON contract (enterprise_id);

      -- A seventeenth chain, for work that seals a hundred thousand rows at once: on one of the sixteen it would hold up whoever shares it for seconds.
      INSERT INTO audit_chain VALUES (16, 0, sha256(convert_to('chain 16', 'UTF8')));
      CREATE OR REPLACE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE head audit_chain; entry audit_entry; seqs bigint[] := '{}'; hashes bytea[] := '{}'; sealed bytea; last bigint;
      BEGIN
        IF NEW.seq <= coalesce(nullif(current_setting('app.sealed', true), '')::bigint, 0) THEN RETURN NULL; END IF;
        SELECT * INTO head
        FROM audit_chain
        WHERE chain = CASE WHEN current_setting('app.large', true) = 'on' THEN 16 ELSE pg_backend_pid() % 16 END
        FOR UPDATE ;
        sealed := head.hash;
        FOR entry IN
        SELECT *
        FROM audit_entry e
        WHERE e.seq >= NEW.seq AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.seq = e.seq)
        ORDER BY e.seq LOOP
          sealed := audit_digest(sealed, entry);
          seqs := seqs || entry.seq;
          hashes := hashes || sealed;
          last := entry.seq;
        END LOOP;
        IF last IS NULL THEN RETURN NULL; END IF;
        INSERT INTO audit_link (seq, chain, position, prev_hash, hash)
        SELECT s.seq, head.chain, head.length + s.n, coalesce(lag(s.hash) OVER (ORDER BY s.n), head.hash), s.hash
        FROM unnest(seqs, hashes)
        WITH ORDINALITY AS s(seq, hash, n);
        UPDATE audit_chain SET length = head.length + cardinality(seqs), hash = sealed WHERE chain = head.chain;
        PERFORM set_config('app.sealed', last::text, true);
        RETURN NULL;
      END $$;

      -- As audit_added(), for rows that are taken away.
      CREATE FUNCTION audit_removed() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE who text := nullif(current_setting('app.actor', true), '');
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM removed) THEN RETURN NULL; END IF;
        IF who IS NULL THEN RAISE EXCEPTION 'a change of % that nobody made', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END IF;
        INSERT INTO audit_entry (actor, request, action, subject, subject_id, before, after)
        SELECT
          who, coalesce(current_setting('app.request', true), ''), 'delete', TG_TABLE_NAME, to_jsonb(r) ->> 'id',
          to_jsonb(r) - coalesce(TG_ARGV, '{}'), NULL
        FROM removed r;
        RETURN NULL;
      END $$;
    `);
    for (const [table, ...unrecorded] of inSets) {
      const columns = unrecorded.map((column) => `'${column}'`).join(', ');
      await runner.query(`
        DROP TRIGGER ${table}_audit ON ${table};
        CREATE TRIGGER ${table}_audit AFTER UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_change(${columns});
        CREATE TRIGGER ${table}_audit_removed AFTER DELETE ON ${table} REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION audit_removed(${columns});
      `);
    }
    await audited(runner, 'import', {
      unrecorded: [
        'sheets',
        'merges',
        'unit_checks',
        'notices',
        'questions',
        'hidden_columns',
        'asked_at',
        'ended_at',
        'updated_at',
      ],
    });
  }

  async down(): Promise<void> {
    throw new Error('what is sealed stays sealed');
  }
}

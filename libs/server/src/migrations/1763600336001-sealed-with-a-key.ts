import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows are sealed with a key that is not in the database, and the heads of the chains are signed with it (ADR 0040).
 * Links that are there already keep their form: `version` 1.
 */
export class SealedWithAKey1763600336001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit_link
        ADD COLUMN version smallint NOT NULL DEFAULT 1, ADD COLUMN key_id text, ADD COLUMN nonce bytea,
        ADD COLUMN mac bytea;
      ALTER TABLE audit_link ALTER COLUMN version SET DEFAULT 2;

      -- Version 2: the transaction is part of the digest too.
      CREATE FUNCTION audit_digest_2(prev bytea, e audit_entry) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
        SELECT
          sha256(
            prev || convert_to(
              jsonb_build_array(
                e.seq, extract(epoch FROM e.at)::text, e.actor, e.request, e.action, e.subject, e.subject_id,
                e.before, e.after, e.tx::text
              )::text,
              'UTF8'
            )
          )
      $$;

      -- app.seal is given by the application for this transaction alone: key id, random number, and the two paddings of HMAC-SHA-256.
      -- Only rows of this transaction are linked: by xmin, which nobody can forge, or because their own trigger fires (after a savepoint).
      CREATE OR REPLACE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        head audit_chain; entry audit_entry; seqs bigint[] := '{}'; hashes bytea[] := '{}'; sealed bytea;
        given text[] := string_to_array(nullif(current_setting('app.seal', true), ''), ':');
        own xid8 := pg_current_xact_id(); told bytea;
      BEGIN
        IF NEW.seq <= coalesce(nullif(current_setting('app.sealed', true), '')::bigint, 0)
          AND EXISTS (SELECT 1 FROM audit_link l WHERE l.seq = NEW.seq) THEN RETURN NULL; END IF;
        SELECT * INTO head
        FROM audit_chain
        WHERE chain = CASE WHEN current_setting('app.large', true) = 'on' THEN 16 ELSE pg_backend_pid() % 16 END
        FOR UPDATE;
        sealed := head.hash;
        FOR entry IN
        SELECT *
        FROM audit_entry e
        WHERE
          e.seq >= NEW.seq AND (e.seq = NEW.seq OR e.xmin = own::xid)
          AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.seq = e.seq)
        ORDER BY e.seq LOOP
          sealed := audit_digest_2(sealed, entry);
          seqs := seqs || entry.seq;
          hashes := hashes || sealed;
        END LOOP;
        IF cardinality(seqs) = 0 THEN RETURN NULL; END IF;
        told := convert_to(head.chain || '/' || (head.length + cardinality(seqs)) || '/' || own || '/', 'UTF8') || sealed;
        INSERT INTO audit_link (seq, chain, position, prev_hash, hash, key_id, nonce, mac)
        SELECT
          s.seq, head.chain, head.length + s.n, coalesce(lag(s.hash) OVER (ORDER BY s.n), head.hash), s.hash,
          CASE WHEN s.n = cardinality(seqs) THEN given[1] END,
          CASE WHEN s.n = cardinality(seqs) THEN decode(given[2], 'hex') END,
          CASE WHEN s.n = cardinality(seqs) THEN sha256(decode(given[4], 'hex') || sha256(decode(given[3], 'hex') || told)) END
        FROM unnest(seqs, hashes)
        WITH ORDINALITY AS s(seq, hash, n);
        UPDATE audit_chain SET length = head.length + cardinality(seqs), hash = sealed WHERE chain = head.chain;
        PERFORM set_config('app.sealed', seqs[cardinality(seqs)]::text, true);
        RETURN NULL;
      END $$;

      -- The heads of the chains at one moment, signed outside. \`heads\` has all chains, or those that moved since the row before (reason 'seal').
      CREATE TABLE audit_head (
        n bigint PRIMARY KEY, at timestamptz NOT NULL,
        reason text NOT NULL CHECK (reason IN ('seal', 'anchor', 'adopted', 'segment')), day date NOT NULL,
        database text NOT NULL, guards text NOT NULL, heads jsonb NOT NULL, previous text NOT NULL, key_id text NOT NULL, mac text NOT NULL);
      CREATE INDEX audit_head_whole ON audit_head (n) WHERE reason <> 'seal';
      CREATE TRIGGER audit_head_keep BEFORE UPDATE
        OR DELETE
        OR TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_unchangeable();
    `);
  }

  async down(): Promise<void> {
    throw new Error('what is sealed stays sealed');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audit, idempotency, job requests and worker heartbeats, used by every room. */
export class Platform1763600010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        actor text NOT NULL, key text NOT NULL CHECK (length(key) <= 200), route text NOT NULL,
        request_hash text NOT NULL,
        response jsonb, created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (actor, key));
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

      CREATE TABLE job_request (
        id uuid PRIMARY KEY, job text NOT NULL, payload jsonb NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
        enqueued_at timestamptz, done_at timestamptz);
      CREATE INDEX job_request_open ON job_request (enqueued_at NULLS FIRST) WHERE done_at IS NULL;

      CREATE TABLE worker_heartbeat (
        worker text PRIMARY KEY, lanes text[] NOT NULL, started_at timestamptz NOT NULL, seen_at timestamptz NOT NULL
      );

      CREATE TABLE audit_entry (
        seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor text NOT NULL, request text NOT NULL, action text NOT NULL, subject text NOT NULL,
        subject_id text NOT NULL,
        before jsonb, after jsonb, tx xid8 NOT NULL DEFAULT pg_current_xact_id());
      CREATE INDEX audit_entry_subject ON audit_entry (subject, subject_id, seq);
      CREATE INDEX audit_entry_actor ON audit_entry (actor, seq);

      -- Sixteen chains, so that writers on different connections do not wait for one another's commit.
      CREATE TABLE audit_chain (chain smallint PRIMARY KEY, length bigint NOT NULL, hash bytea NOT NULL);
      INSERT INTO audit_chain SELECT n, 0, sha256(convert_to('chain ' || n, 'UTF8')) FROM generate_series(0, 15) AS n;
      CREATE TABLE audit_link (
        seq bigint PRIMARY KEY REFERENCES audit_entry (seq), chain smallint NOT NULL, position bigint NOT NULL,
        prev_hash bytea NOT NULL, hash bytea NOT NULL,
        UNIQUE (chain, position));
    `);
    await runner.query(`
      CREATE FUNCTION audit_digest(prev bytea, e audit_entry) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
        SELECT
          sha256(
            prev || convert_to(
              jsonb_build_array(
                e.seq, extract(epoch FROM e.at)::text, e.actor, e.request, e.action, e.subject, e.subject_id,
                e.before, e.after
              )::text,
              'UTF8'
            )
          )
      $$;

      -- Deferred to the commit: the chain is locked last and only for its own moment, so it can take part in no dead-lock. The first
      -- row that is reached seals all rows of its transaction, so that the head is written once: an import brings a hundred thousand.
      CREATE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE head audit_chain; e audit_entry; sealed bytea; reached bigint;
      BEGIN
        IF NEW.seq <= coalesce(nullif(current_setting('app.audit_sealed', true), ''), '0')::bigint THEN RETURN NULL; END IF;
        SELECT * INTO head FROM audit_chain WHERE chain = pg_backend_pid() % 16 FOR UPDATE;
        sealed := head.hash;
        FOR e IN SELECT * FROM audit_entry WHERE seq >= NEW.seq AND tx = pg_current_xact_id() ORDER BY seq LOOP
          head.length := head.length + 1;
          head.hash := sealed;
          sealed := audit_digest(sealed, e);
          INSERT INTO audit_link (seq, chain, position, prev_hash, hash)
          VALUES (e.seq, head.chain, head.length, head.hash, sealed);
          reached := e.seq;
        END LOOP;
        UPDATE audit_chain SET length = head.length, hash = sealed WHERE chain = head.chain;
        PERFORM set_config('app.audit_sealed', reached::text, true);
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER audit_entry_seal AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal();

      CREATE FUNCTION audit_unchangeable() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'audit rows are only ever added' USING ERRCODE = 'insufficient_privilege'; END $$;
      CREATE TRIGGER audit_entry_keep BEFORE UPDATE
        OR DELETE
        OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_unchangeable();
      CREATE TRIGGER audit_link_keep BEFORE UPDATE
        OR DELETE
        OR TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION audit_unchangeable();

      -- Arguments: columns whose value must not be copied (secrets) or says nothing (search columns).
      CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        -- Without arguments TG_ARGV is NULL, and a row less NULL is NULL.
        hidden text[] := coalesce(TG_ARGV, '{}');
        who text := nullif(current_setting('app.actor', true), '');
        old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) - hidden END;
        new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) - hidden END;
      BEGIN
        IF who IS NULL THEN RAISE EXCEPTION 'a change of % that nobody made', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END IF;
        IF TG_OP = 'UPDATE' THEN
          SELECT jsonb_object_agg(key, value) INTO old_row
          FROM jsonb_each(to_jsonb(OLD) - hidden)
          WHERE value IS DISTINCT FROM new_row -> key;
          SELECT jsonb_object_agg(key, value) INTO new_row
          FROM jsonb_each(to_jsonb(NEW) - hidden)
          WHERE value IS DISTINCT FROM to_jsonb(OLD) -> key;
          IF new_row IS NULL THEN RETURN NULL; END IF;
        END IF;
        INSERT INTO audit_entry (actor, request, action, subject, subject_id, before, after)
        VALUES
          (
            who, coalesce(current_setting('app.request', true), ''), lower(TG_OP), TG_TABLE_NAME,
            coalesce(to_jsonb(NEW) ->> 'id', to_jsonb(OLD) ->> 'id'), old_row, new_row
          );
        RETURN NULL;
      END $$;

      -- A stale save() would set the version back and let a later stale edit through (reliability O1).
      CREATE FUNCTION version_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.version <= OLD.version THEN RAISE EXCEPTION 'stale version of %', TG_TABLE_NAME USING ERRCODE = 'serialization_failure', DETAIL = 'stale-version'; END IF;
        RETURN NEW;
      END $$;

      -- The pairs of neighbouring characters of a name: what serves the two-character searches Chinese lives on (a trigram index cannot).
      CREATE FUNCTION bigrams(value text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT substr(value, n, 2)), '{}')
        FROM generate_series(1, greatest(char_length(value) - 1, 0)) AS n
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

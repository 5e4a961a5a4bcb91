import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that a ledger of ten thousand rows fills at once, with the columns that are not recorded. */
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

/** The same audit rows and chain, written set by set, so that the audit does not slow down an import. */
export class AuditInSets1763600062000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Once per transaction: the first row to be sealed takes all of its transaction along, in their order, and the head of the chain moves once.
      -- (Moving it for every row leaves a dead version of the head each time, and the next row walks through all of them.)
      CREATE OR REPLACE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE head audit_chain; entry audit_entry; seqs bigint[] := '{}'; hashes bytea[] := '{}'; sealed bytea; last bigint;
      BEGIN
        IF NEW.seq <= coalesce(nullif(current_setting('app.sealed', true), '')::bigint, 0) THEN RETURN NULL; END IF;
        SELECT * INTO head FROM audit_chain WHERE chain = pg_backend_pid() % 16 FOR UPDATE;
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

      -- As audit_change() for rows that are added, but for a whole statement at once.
      CREATE FUNCTION audit_added() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE who text := nullif(current_setting('app.actor', true), '');
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM added) THEN RETURN NULL; END IF;
        IF who IS NULL THEN RAISE EXCEPTION 'a change of % that nobody made', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END IF;
        INSERT INTO audit_entry (actor, request, action, subject, subject_id, before, after)
        SELECT
          who, coalesce(current_setting('app.request', true), ''), 'insert', TG_TABLE_NAME, to_jsonb(a) ->> 'id',
          NULL, to_jsonb(a) - coalesce(TG_ARGV, '{}')
        FROM added a;
        RETURN NULL;
      END $$;
    `);
    for (const [table, ...unrecorded] of inSets) {
      const columns = unrecorded.map((column) => `'${column}'`).join(', ');
      await runner.query(`
        DROP TRIGGER ${table}_audit ON ${table};
        CREATE TRIGGER ${table}_audit AFTER UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_change(${columns});
        CREATE TRIGGER ${table}_audit_added AFTER INSERT ON ${table} REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit_added(${columns});
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

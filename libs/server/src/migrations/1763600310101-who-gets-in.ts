import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhoGetsIn1763600310101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A session ends when it is not used; every token it ever gave away is known again.
      ALTER TABLE session
        ADD COLUMN last_seen_at timestamptz NOT NULL DEFAULT now(), ADD COLUMN address text NOT NULL DEFAULT '';
      CREATE INDEX session_by_token ON session (token_hash);
      CREATE INDEX session_by_previous ON session (previous_hash) WHERE previous_hash IS NOT NULL;
      CREATE TABLE spent_token (
        token_hash bytea PRIMARY KEY, session_id uuid NOT NULL REFERENCES session (id) ON DELETE CASCADE);
      CREATE INDEX spent_token_of_session ON spent_token (session_id);

      -- Whoever disables a person, by whatever way: the sessions end and don't come back with the account.
      CREATE FUNCTION sessions_end_with_the_account() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE session SET ended_at = now(), ended_because = 'the account was disabled'
        WHERE user_id = NEW.id AND ended_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER app_user_disabled AFTER UPDATE OF disabled_at ON app_user FOR EACH ROW
        WHEN (NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL) EXECUTE FUNCTION sessions_end_with_the_account();
      UPDATE session s SET ended_at = now(), ended_because = 'the account was disabled'
      FROM app_user u
      WHERE u.id = s.user_id AND u.disabled_at IS NOT NULL AND s.ended_at IS NULL;

      -- Guesses under way count as well, so that many at once are no more than the bound.
      DELETE FROM login_failure;
      ALTER TABLE login_failure ADD COLUMN trying int NOT NULL DEFAULT 0, ADD COLUMN tried_at timestamptz;

      -- What was stored until now were whole answers and plain hashes over what was sent.
      DELETE FROM idempotency_key WHERE actor LIKE 'system:%';
      UPDATE idempotency_key SET request_hash = '', response = '{}' WHERE response IS NOT NULL;
    `);
    // Calls of a costly verb since the minute of the first call began, for all processes together. After a crash it
    // starts again, so the table needs no WAL.
    await runner.query(
      'CREATE UNLOGGED TABLE rate_use (user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE, verb text NOT NULL, since timestamptz NOT NULL, calls int NOT NULL, PRIMARY KEY (user_id, verb))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE rate_use, spent_token;
      DROP TRIGGER app_user_disabled ON app_user;
      DROP FUNCTION sessions_end_with_the_account;
      DROP INDEX session_by_token, session_by_previous;
      ALTER TABLE session DROP COLUMN last_seen_at, DROP COLUMN address;
      ALTER TABLE login_failure DROP COLUMN trying, DROP COLUMN tried_at;
    `);
  }
}

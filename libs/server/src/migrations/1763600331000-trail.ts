import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = `('insert', 'update', 'delete')`;

/** Columns of a reminder that move while it is being sent; the trail tells what was planned and what came of it. */
const UNDER_WAY = [
  ...['dedupe_key', 'facts', 'link', 'rule_version', 'unit', 'gathered_in'],
  ...['attempt', 'token', 'lease_until', 'enqueued_at', 'provider_msg_id', 'last_error'],
]
  .map((column) => `'${column}'`)
  .join(', ');

/** The same trail tells acts that change nothing (sign-ins, reads, refusals), and sessions, corrections, reminders. */
export class Trail1763600331000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Histories read changes only, however often the record was read.
      CREATE INDEX audit_entry_changes ON audit_entry (subject, subject_id, seq) WHERE action IN ${CHANGES};
      CREATE INDEX audit_entry_acts ON audit_entry (action, seq) WHERE action NOT IN ${CHANGES};

      -- A session that begins is a sign-in. Its tokens and the minute it was last seen are not recorded.
      CREATE FUNCTION audit_session() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        who text := nullif(current_setting('app.actor', true), '');
        quiet text[] := '{token_hash,previous_hash,rotated_at,last_seen_at}';
        told session := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) - quiet END;
        new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) - quiet END;
        act text := lower(TG_OP);
      BEGIN
        IF TG_OP = 'INSERT' THEN act := 'sign-in'; END IF;
        IF TG_OP = 'UPDATE' THEN
          IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL THEN
            act := CASE NEW.ended_because WHEN 'signed out' THEN 'sign-out' ELSE 'session-ended' END;
          END IF;
          SELECT jsonb_object_agg(key, value) INTO old_row
          FROM jsonb_each(to_jsonb(OLD) - quiet)
          WHERE value IS DISTINCT FROM new_row -> key;
          SELECT jsonb_object_agg(key, value) INTO new_row
          FROM jsonb_each(new_row)
          WHERE value IS DISTINCT FROM to_jsonb(OLD) -> key OR key IN ('user_id', 'address');
        END IF;
        -- Nobody but the person signs out.
        IF act = 'sign-out' THEN who := 'user:' || told.user_id; END IF;
        IF who IS NULL THEN RAISE EXCEPTION 'a change of % that nobody made', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END IF;
        INSERT INTO audit_entry (actor, request, action, subject, subject_id, before, after)
        VALUES (who, coalesce(current_setting('app.request', true), ''), act, 'session', told.id::text, old_row, new_row);
        RETURN NULL;
      END $$;
      CREATE TRIGGER session_audit_begun AFTER INSERT ON session FOR EACH ROW EXECUTE FUNCTION audit_session();
      CREATE TRIGGER session_audit AFTER UPDATE ON session FOR EACH ROW WHEN (
        (OLD.user_id, OLD.expires_at, OLD.ended_at, OLD.ended_because, OLD.client, OLD.address)
        IS DISTINCT FROM (NEW.user_id, NEW.expires_at, NEW.ended_at, NEW.ended_because, NEW.client, NEW.address)
      ) EXECUTE FUNCTION audit_session();
      CREATE TRIGGER session_audit_removed AFTER DELETE ON session FOR EACH ROW WHEN (OLD.ended_at IS NULL) EXECUTE FUNCTION audit_session();

      -- What a person put in the place of a cell; everything else of the row follows from the file.
      CREATE FUNCTION audit_import_fix() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE who text := nullif(current_setting('app.actor', true), '');
      BEGIN
        IF who IS NULL THEN RAISE EXCEPTION 'a change of % that nobody made', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END IF;
        INSERT INTO audit_entry (actor, request, action, subject, subject_id, before, after)
        VALUES
          (
            who, coalesce(current_setting('app.request', true), ''), 'update', TG_TABLE_NAME,
            NEW.import_id || '/' || NEW.row, jsonb_build_object('fixes', OLD.fixes),
            jsonb_build_object('fixes', NEW.fixes)
          );
        RETURN NULL;
      END $$;
      CREATE TRIGGER import_row_audit AFTER UPDATE OF fixes ON import_row FOR EACH ROW WHEN (OLD.fixes IS DISTINCT FROM NEW.fixes) EXECUTE FUNCTION audit_import_fix();

      -- Planned by the thousand, so written set by set. That one is being sent, or gathered into another, is no news; what came of it is.
      CREATE TRIGGER reminder_occurrence_audit_added AFTER INSERT ON reminder_occurrence REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit_added(${UNDER_WAY});
      CREATE TRIGGER reminder_occurrence_audit AFTER UPDATE ON reminder_occurrence FOR EACH ROW WHEN (
        NEW.status NOT IN ('sending', 'gathered')
        AND (OLD.status, OLD.recipient_id) IS DISTINCT FROM (NEW.status, NEW.recipient_id)
      ) EXECUTE FUNCTION audit_change(${UNDER_WAY});
      CREATE TRIGGER reminder_occurrence_audit_removed AFTER DELETE ON reminder_occurrence REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION audit_removed(${UNDER_WAY});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER reminder_occurrence_audit_removed ON reminder_occurrence;
      DROP TRIGGER reminder_occurrence_audit ON reminder_occurrence;
      DROP TRIGGER reminder_occurrence_audit_added ON reminder_occurrence;
      DROP TRIGGER import_row_audit ON import_row;
      DROP FUNCTION audit_import_fix;
      DROP TRIGGER session_audit_removed ON session;
      DROP TRIGGER session_audit ON session;
      DROP TRIGGER session_audit_begun ON session;
      DROP FUNCTION audit_session;
      DROP INDEX audit_entry_acts, audit_entry_changes;
    `);
  }
}

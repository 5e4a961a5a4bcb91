import type { MigrationInterface, QueryRunner } from 'typeorm';
import { personalIn } from './audited.js';

/**
 * Personal values stand beside the trail, and in it only a salted hash of each: a person can be erased, and the chain
 * still verifies (ADR 0040). Entries from before keep what they have.
 */
export class PersonalInTheTrail1763600336003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One key per person, wrapped by a key drawn from AUDIT_KEY. Erasing the person destroys it: one asks, another agrees.
      CREATE TABLE audit_person (
        subject text NOT NULL, subject_id text NOT NULL, key_id text NOT NULL, wrapped bytea, asked_at timestamptz,
        asked_by uuid REFERENCES app_user (id), reason text, erased_at timestamptz,
        erased_by uuid REFERENCES app_user (id),
        PRIMARY KEY (subject, subject_id), CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL)),
        CHECK (erased_at IS NULL OR asked_by <> erased_by));
      CREATE INDEX audit_person_asked_by ON audit_person (asked_by);
      CREATE INDEX audit_person_erased_by ON audit_person (erased_by);
      -- What the trail tells of a person. \`plain\` and \`salt\` are there until the worker has encrypted them.
      CREATE TABLE audit_personal (
        entry bigint NOT NULL, side text NOT NULL CHECK (side IN ('before', 'after')), field text NOT NULL,
        subject text NOT NULL, subject_id text NOT NULL, salt bytea, plain text, cipher bytea,
        PRIMARY KEY (entry, side, field), CHECK (num_nonnulls(salt, plain) = CASE WHEN cipher IS NULL THEN 2 ELSE 0 END));
      CREATE INDEX audit_personal_plain ON audit_personal (entry) WHERE cipher IS NULL;
      CREATE INDEX audit_personal_subject ON audit_personal (subject, subject_id);

      -- Arguments: the personal columns. Each value is replaced by {"personal": sha256(salt and value)}.
      CREATE FUNCTION audit_part_personal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE told jsonb; salted bytea; given text; which text; name text;
      BEGIN
        FOREACH which IN ARRAY ARRAY['before', 'after'] LOOP
          told := CASE which WHEN 'before' THEN NEW.before ELSE NEW.after END;
          FOREACH name IN ARRAY TG_ARGV LOOP
            CONTINUE WHEN told IS NULL OR NOT told ? name OR told -> name IN ('null', '""');
            given := (told -> name)::text;
            salted := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
            INSERT INTO audit_personal (entry, side, field, subject, subject_id, salt, plain)
            VALUES (NEW.seq, which, name, NEW.subject, NEW.subject_id, salted, given);
            told := jsonb_set(
              told, ARRAY[name],
              jsonb_build_object('personal', encode(sha256(salted || convert_to(given, 'UTF8')), 'hex'))
            );
          END LOOP;
          IF which = 'before' THEN NEW.before := told; ELSE NEW.after := told; END IF;
        END LOOP;
        RETURN NEW;
      END $$;
    `);
    await personalIn(runner, 'contact', ['name', 'phone', 'note']);
    await personalIn(runner, 'co_report', ['contact_name', 'contact_phone']);
    await personalIn(runner, 'app_user', ['email', 'phone']);
  }

  async down(): Promise<void> {
    throw new Error('what was told of persons would be lost');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

export class Reminders1763600080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Why a requested job was closed without being done.
      ALTER TABLE job_request ADD COLUMN error text;
      CREATE INDEX job_request_recent ON job_request (job, enqueued_at);
      CREATE INDEX job_request_closed ON job_request (done_at) WHERE done_at IS NOT NULL;

      -- Where a person gets mail; nobody without one is written to.
      ALTER TABLE app_user ADD COLUMN email text;

      -- Each room brings its rules with their defaults (domain §6); from then on an administrator's word holds.
      CREATE TABLE reminder_rule (
        id uuid PRIMARY KEY, code text NOT NULL UNIQUE, days_before int[] NOT NULL,
        overdue_every_days int CHECK (overdue_every_days BETWEEN 1 AND 365),
        recipients text[] NOT NULL CHECK (recipients <> '{}'), channels text[] NOT NULL DEFAULT '{inbox}' CHECK (channels <> '{}'), enabled boolean NOT NULL DEFAULT true, ${recordColumns});

      -- The ledger of what is to be told: one row per (rule, subject, step, due day, channel, recipient), whoever plans it and however often.
      CREATE TABLE reminder_occurrence (
        id uuid PRIMARY KEY, dedupe_key text NOT NULL CONSTRAINT reminder_occurrence_once UNIQUE, rule text NOT NULL,
        rule_version int NOT NULL,
        subject_type text NOT NULL, subject_id text NOT NULL, recipient_id uuid NOT NULL REFERENCES app_user (id),
        channel text NOT NULL,
        step text NOT NULL, due_day date NOT NULL, remind_on date NOT NULL, due_at timestamptz NOT NULL,
        facts jsonb NOT NULL, link text NOT NULL,
        -- Told together with others of its kind: such a row is never sent itself, it is gathered in one that is.
        digest boolean NOT NULL DEFAULT false, gathered_in uuid REFERENCES reminder_occurrence (id),
        status text NOT NULL DEFAULT 'pending' CHECK (
          status IN ('pending', 'gathered', 'sending', 'sent', 'uncertain', 'cancelled', 'dead')
        ),
        attempt int NOT NULL DEFAULT 0, token uuid, lease_until timestamptz, enqueued_at timestamptz,
        sent_at timestamptz, provider_msg_id text, last_error text,
        created_at timestamptz NOT NULL DEFAULT now(), CHECK ((status = 'gathered') = (gathered_in IS NOT NULL)));
      CREATE INDEX reminder_occurrence_due ON reminder_occurrence (due_at) WHERE status = 'pending';
      CREATE INDEX reminder_occurrence_leased ON reminder_occurrence (lease_until) WHERE status = 'sending';
      CREATE INDEX reminder_occurrence_open ON reminder_occurrence (id) WHERE status IN ('uncertain', 'dead');
      CREATE INDEX reminder_occurrence_gathered ON reminder_occurrence (gathered_in) WHERE gathered_in IS NOT NULL;
      CREATE INDEX reminder_occurrence_recipient ON reminder_occurrence (recipient_id);

      -- The inbox, and the exactly-once record of "told": the row is claimed and this one written in one transaction.
      CREATE TABLE reminder (
        id uuid PRIMARY KEY, occurrence_id uuid NOT NULL UNIQUE REFERENCES reminder_occurrence (id),
        user_id uuid NOT NULL REFERENCES app_user (id),
        rule text NOT NULL, step text NOT NULL, subject_type text NOT NULL, subject_id text NOT NULL,
        due_day date NOT NULL, facts jsonb NOT NULL, link text NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'snoozed', 'done')), snooze_until date,
        done_at timestamptz,
        -- Closed by the next step of the same deadline, not by a person.
        superseded boolean NOT NULL DEFAULT false, created_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((status = 'snoozed') = (snooze_until IS NOT NULL)), CHECK ((status = 'done') = (done_at IS NOT NULL)));
      CREATE INDEX reminder_inbox ON reminder (user_id, status, created_at DESC);
      CREATE INDEX reminder_subject ON reminder (subject_type, subject_id);
      CREATE TRIGGER reminder_audit AFTER UPDATE OR DELETE ON reminder FOR EACH ROW EXECUTE FUNCTION audit_change();

      -- As the rules call them: 企业秘书, 专业企业秘书, 下企业干部.
      ALTER TABLE secretary_assignment DROP CONSTRAINT secretary_assignment_kind_check,
      ADD CONSTRAINT secretary_assignment_kind_check CHECK (kind IN ('general', 'specialist', 'other-cadre'));
    `);
    await audited(runner, 'reminder_rule');
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

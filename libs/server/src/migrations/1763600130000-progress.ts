import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amount, audited } from './audited.js';

const known = `known_from timestamptz NOT NULL DEFAULT now(), known_to timestamptz, CHECK (known_to IS NULL OR known_to >= known_from)`;

export class Progress1763600130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- 延期: granted, never changed afterwards; the planned day stays what it was.
      CREATE TABLE milestone_extension (
        id uuid PRIMARY KEY, milestone_id uuid NOT NULL REFERENCES milestone (id), from_day date NOT NULL,
        to_day date NOT NULL, reason text NOT NULL,
        requested_by uuid REFERENCES app_user (id), approved_by uuid REFERENCES app_user (id), granted_at timestamptz NOT NULL DEFAULT now(), CHECK (to_day > from_day));
      CREATE INDEX milestone_extension_milestone ON milestone_extension (milestone_id);
      CREATE INDEX milestone_extension_requested_by ON milestone_extension (requested_by);
      CREATE INDEX milestone_extension_approved_by ON milestone_extension (approved_by);

      -- When a milestone was known to be reached, whoever wrote it: the check-up can be asked as known then.
      CREATE TABLE milestone_reached (
        milestone_id uuid NOT NULL REFERENCES milestone (id) ON DELETE CASCADE, actual_on date NOT NULL, ${known}
      );
      CREATE UNIQUE INDEX milestone_reached_in_force ON milestone_reached (milestone_id) WHERE known_to IS NULL;
      CREATE INDEX milestone_reached_milestone ON milestone_reached (milestone_id);
      CREATE INDEX milestone_reached_on ON milestone (kind, actual_on) WHERE actual_on IS NOT NULL;
      INSERT INTO milestone_reached (milestone_id, actual_on, known_from)
      SELECT id, actual_on, updated_at
      FROM milestone
      WHERE actual_on IS NOT NULL;
      CREATE FUNCTION keep_milestone_reached() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          UPDATE milestone_reached SET known_to = now() WHERE milestone_id = NEW.id AND known_to IS NULL;
        END IF;
        IF NEW.actual_on IS NOT NULL THEN
          INSERT INTO milestone_reached (milestone_id, actual_on) VALUES (NEW.id, NEW.actual_on);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER milestone_reached_first AFTER INSERT ON milestone FOR EACH ROW WHEN (
        NEW.actual_on IS NOT NULL
      ) EXECUTE FUNCTION keep_milestone_reached();
      CREATE TRIGGER milestone_reached_later AFTER UPDATE ON milestone FOR EACH ROW WHEN (
        NEW.actual_on IS DISTINCT FROM OLD.actual_on
      ) EXECUTE FUNCTION keep_milestone_reached();

      -- 到位资金: what arrived on a day. Only ever added to; a correction keeps the old entry.
      CREATE TABLE receipt (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id),
        kind text NOT NULL CHECK (kind IN ('bank-slip', 'invoice', 'land-receipt', 'other')),
        arrived_on date NOT NULL, ${amount('amount_wan', false)}, entered jsonb NOT NULL,
        note text NOT NULL DEFAULT '', entered_by uuid REFERENCES app_user (id),
        verified_by uuid REFERENCES app_user (id), verified_at timestamptz, corrects_id uuid REFERENCES receipt (id),
        correction_reason text, ${known},
        CHECK ((verified_at IS NULL) = (verified_by IS NULL)), CHECK ((corrects_id IS NULL) = (correction_reason IS NULL)));
      CREATE INDEX receipt_contract ON receipt (contract_id, arrived_on);
      CREATE INDEX receipt_arrived_on ON receipt (arrived_on) WHERE known_to IS NULL;
      CREATE UNIQUE INDEX receipt_corrects ON receipt (corrects_id) WHERE corrects_id IS NOT NULL;
      CREATE INDEX receipt_entered_by ON receipt (entered_by);
      CREATE INDEX receipt_verified_by ON receipt (verified_by);

      -- The limits of the check-up; one version in force, earlier ones kept.
      CREATE TABLE check_up_limit (
        id uuid PRIMARY KEY, months_to_start int NOT NULL CHECK (months_to_start BETWEEN 1 AND 120),
        months_to_first_money int NOT NULL CHECK (months_to_first_money BETWEEN 1 AND 120),
        least_percent numeric(9,6) NOT NULL CHECK (least_percent > 0 AND least_percent <= 100),
        months_between_money int NOT NULL CHECK (months_between_money BETWEEN 1 AND 120),
        reason text NOT NULL DEFAULT '', entered_by uuid REFERENCES app_user (id), ${known});
      CREATE UNIQUE INDEX check_up_limit_in_force ON check_up_limit ((true)) WHERE known_to IS NULL;
      CREATE INDEX check_up_limit_entered_by ON check_up_limit (entered_by);
      INSERT INTO check_up_limit (
        id, months_to_start, months_to_first_money, least_percent, months_between_money, known_from
      )
      VALUES ('01938000-0000-7000-8000-000000000130', 12, 6, 15, 3, '1990-01-01');
    `);
    for (const table of ['milestone_extension', 'receipt', 'check_up_limit'])
      await audited(runner, table, { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('what was entered is not taken down');
  }
}

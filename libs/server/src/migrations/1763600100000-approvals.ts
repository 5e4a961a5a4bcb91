import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amount, audited, recordColumns } from './audited.js';

const kind = `kind text NOT NULL CHECK (kind IN ('contract-signing', 'supplement', 'waiver', 'consequence-decision', 'milestone-extension'))`;

export class Approvals1763600100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Known from one instant to another, as standards are: a case shows which rows asked for its levels. changed_by null: ours.
      CREATE TABLE approval_policy (
        id uuid PRIMARY KEY, ${kind}, ${amount('from_wan', false)}, below_standard_only boolean NOT NULL,
        levels jsonb NOT NULL CHECK (jsonb_typeof(levels) = 'array'),
        changed_by uuid REFERENCES app_user (id), known_from timestamptz NOT NULL DEFAULT now(), known_to timestamptz, CHECK (known_to IS NULL OR known_to >= known_from));
      CREATE UNIQUE INDEX approval_policy_once ON approval_policy (kind, from_wan, below_standard_only)
      WHERE known_to IS NULL;
      CREATE INDEX approval_policy_changed_by ON approval_policy (changed_by);

      -- What is asked for is of any room: its subject is known by kind and id. level: the one that waits; null once it is closed. levels: how many it passes in all.
      CREATE TABLE approval (
        id uuid PRIMARY KEY, ${kind}, subject_id uuid NOT NULL, contract_id uuid REFERENCES contract (id),
        title jsonb NOT NULL, payload jsonb NOT NULL, ${amount('amount_wan')}, below_standard boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'granted', 'returned', 'revoked')), level int,
        levels int NOT NULL CHECK (levels >= 0),
        requested_by uuid NOT NULL REFERENCES app_user (id), closed_by uuid REFERENCES app_user (id),
        closed_at timestamptz, reason text, ${recordColumns},
        CHECK ((state = 'pending') = (level IS NOT NULL)), CHECK ((state = 'pending') = (closed_at IS NULL)), CHECK (state <> 'returned' OR reason IS NOT NULL));
      CREATE UNIQUE INDEX approval_open_once ON approval (kind, subject_id) WHERE state = 'pending';
      CREATE INDEX approval_subject ON approval (subject_id, created_at);
      CREATE INDEX approval_contract ON approval (contract_id);
      CREATE INDEX approval_requested_by ON approval (requested_by, created_at);
      CREATE INDEX approval_closed_by ON approval (closed_by);
      CREATE INDEX approval_waiting ON approval (created_at) WHERE state = 'pending';

      -- One signature: of a role, or of one of the people named. Decided once; added_by: a signer added while it waited.
      CREATE TABLE approval_step (
        id uuid PRIMARY KEY, approval_id uuid NOT NULL REFERENCES approval (id),
        level int NOT NULL CHECK (level >= 1), role text CHECK (role IN ('manager', 'admin')), user_ids uuid[],
        added_by uuid REFERENCES app_user (id), added_reason text, decided_by uuid REFERENCES app_user (id),
        decision text CHECK (decision IN ('approved', 'returned')), note text NOT NULL DEFAULT '', at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((role IS NULL) = (user_ids IS NOT NULL)), CHECK (cardinality(user_ids) > 0), CHECK ((decided_by IS NULL) = (decision IS NULL) AND (decided_by IS NULL) = (at IS NULL)));
      CREATE INDEX approval_step_approval ON approval_step (approval_id);
      CREATE UNIQUE INDEX approval_step_once ON approval_step (approval_id, decided_by) WHERE decided_by IS NOT NULL;
      CREATE INDEX approval_step_decided_by ON approval_step (decided_by);
      CREATE INDEX approval_step_added_by ON approval_step (added_by);
      CREATE FUNCTION decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.decided_by IS NOT NULL THEN RAISE EXCEPTION 'a decision is not taken back' USING ERRCODE = 'check_violation'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER approval_step_decided BEFORE UPDATE ON approval_step FOR EACH ROW EXECUTE FUNCTION decided_once();
    `);
    // Our default policies, inserted before changes need an author.
    await runner.query(`
      INSERT INTO approval_policy (id, kind, from_wan, below_standard_only, levels)
      VALUES
        (gen_random_uuid(), 'contract-signing', 0, true, '[{"role":"manager"}]'),
        (gen_random_uuid(), 'contract-signing', 10000, false, '[{"role":"manager"}]'),
        (gen_random_uuid(), 'contract-signing', 100000, false, '[{"role":"manager"},{"role":"manager"}]'),
        (gen_random_uuid(), 'supplement', 0, false, '[{"role":"manager"}]'),
        (gen_random_uuid(), 'waiver', 0, false, '[{"role":"manager"}]'),
        (gen_random_uuid(), 'consequence-decision', 0, false, '[{"role":"manager"}]'),
        (gen_random_uuid(), 'milestone-extension', 0, false, '[{"role":"manager"}]')
    `);
    await audited(runner, 'approval_policy', { versioned: false });
    await audited(runner, 'approval');
    await audited(runner, 'approval_step', { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('a floor that is lived on is not taken down');
  }
}

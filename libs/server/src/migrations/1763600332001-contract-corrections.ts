import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

const kinds = `CHECK (kind IN ('contract-signing', 'supplement', 'waiver', 'consequence-decision', 'milestone-extension', 'contract-correction'))`;

/** 更正 of signed contracts: known from an instant, right from the beginning (docs/adr/0035). */
export class ContractCorrections1763600332001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      ALTER TABLE approval DROP CONSTRAINT approval_kind_check, ADD CONSTRAINT approval_kind_check ${kinds};
      ALTER TABLE approval_policy DROP CONSTRAINT approval_policy_kind_check,
      ADD CONSTRAINT approval_policy_kind_check ${kinds};
      INSERT INTO approval_policy (id, kind, from_wan, below_standard_only, levels)
      VALUES (gen_random_uuid(), 'contract-correction', 0, false, '[{"role":"manager"}]');

      -- A correction: what was asked for, every fact before and after it, and the import whose row has the right values.
      CREATE TABLE contract_correction (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id),
        state text NOT NULL CHECK (state IN ('pending', 'in-force', 'withdrawn')), reason text NOT NULL,
        facts jsonb NOT NULL, before jsonb NOT NULL, after jsonb NOT NULL, asked_by uuid REFERENCES app_user (id),
        known_from timestamptz, import_id uuid REFERENCES import (id), import_row int, ${recordColumns},
        CHECK ((state = 'in-force') = (known_from IS NOT NULL)), CHECK ((import_id IS NULL) = (import_row IS NULL))
      );
      CREATE INDEX contract_correction_contract ON contract_correction (contract_id, created_at);
      CREATE UNIQUE INDEX contract_correction_open ON contract_correction (contract_id) WHERE state = 'pending';
      CREATE INDEX contract_correction_import ON contract_correction (import_id, import_row) WHERE import_id IS NOT NULL;
      CREATE INDEX contract_correction_asked_by ON contract_correction (asked_by);

      -- The columns of a contract as they were known until a correction; what is known now stands in the contract.
      CREATE TABLE contract_as_known (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id), was jsonb NOT NULL,
        known_from timestamptz NOT NULL, known_to timestamptz NOT NULL, CHECK (known_to >= known_from)
      );
      CREATE INDEX contract_as_known_contract ON contract_as_known (contract_id, known_to);

      -- A corrected signing day or place has other standards; the earlier ones stay as known until then.
      ALTER TABLE contract_standard
      ADD COLUMN known_from timestamptz NOT NULL DEFAULT '-infinity', ADD COLUMN known_to timestamptz,
      ADD CHECK (known_to >= known_from), DROP CONSTRAINT contract_standard_pkey,
      ADD PRIMARY KEY (contract_id, indicator, known_from);
      CREATE UNIQUE INDEX contract_standard_in_force ON contract_standard (contract_id, indicator)
      WHERE known_to IS NULL;
    `);
    await audited(runner, 'contract_correction');
    await audited(runner, 'contract_as_known', { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('what was corrected is not wrong again');
  }
}

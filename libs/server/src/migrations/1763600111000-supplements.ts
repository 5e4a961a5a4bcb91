import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

export class Supplements1763600111000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- parent_id: the contract a supplement amends; of a supplement amount_wan is the increment. renews_id: the contract whose place this one takes.
      ALTER TABLE contract ADD COLUMN parent_id uuid REFERENCES contract (id),
      ADD COLUMN renews_id uuid REFERENCES contract (id), ADD COLUMN term_from date, ADD COLUMN term_to date,
        ADD CONSTRAINT contract_term CHECK (term_to >= term_from),
        ADD CONSTRAINT contract_parent_kind CHECK (parent_id IS NULL OR kind = 'supplement');
      CREATE INDEX contract_parent ON contract (parent_id) WHERE parent_id IS NOT NULL;
      CREATE UNIQUE INDEX contract_renewed_once ON contract (renews_id)
      WHERE renews_id IS NOT NULL AND status <> 'void';
      -- A renewal is the same firm, project and kind once more.
      DROP INDEX contract_once;
      CREATE UNIQUE INDEX contract_once ON contract (enterprise_id, project_id, kind)
      WHERE status <> 'void' AND kind IN ('substantive', 'performance') AND renews_id IS NULL;

      -- What the full production was, until an instant; what it is stands in the contract.
      CREATE TABLE contract_full_production (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id), year int, day date, known_from timestamptz NOT NULL, known_to timestamptz NOT NULL DEFAULT now(), CHECK (known_to >= known_from));
      CREATE INDEX contract_full_production_contract ON contract_full_production (contract_id);

      -- A supplement: what was asked for, and every fact of the contract before and after it.
      CREATE TABLE contract_amendment (
        id uuid PRIMARY KEY REFERENCES contract (id), contract_id uuid NOT NULL REFERENCES contract (id),
        state text NOT NULL CHECK (state IN ('pending', 'in-force', 'withdrawn')), reason text NOT NULL,
        changes jsonb NOT NULL,
        before jsonb, after jsonb, parent_version int, asked_by uuid REFERENCES app_user (id), in_force_from timestamptz, ${recordColumns}, CHECK ((state = 'in-force') = (in_force_from IS NOT NULL)));
      CREATE INDEX contract_amendment_contract ON contract_amendment (contract_id, in_force_from);
      CREATE UNIQUE INDEX contract_amendment_open ON contract_amendment (contract_id) WHERE state = 'pending';
      CREATE INDEX contract_amendment_asked_by ON contract_amendment (asked_by);
    `);
    await audited(runner, 'contract_amendment');
    await audited(runner, 'contract_full_production', { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('what was amended is not un-amended');
  }
}

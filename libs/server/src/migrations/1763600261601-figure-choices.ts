import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './audited.js';

export class FigureChoices1763600261601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A manager lets a figure speak although a source of a higher rank has another. A correction of the figure is not chosen with it.
      CREATE TABLE figure_choice (
        id uuid PRIMARY KEY, actual_id uuid NOT NULL REFERENCES actual (id), contract_id uuid NOT NULL REFERENCES contract (id), indicator text NOT NULL, year int NOT NULL, reason text NOT NULL, chosen_by uuid REFERENCES app_user (id),
        known_from timestamptz NOT NULL DEFAULT now(), known_to timestamptz, CHECK (known_to >= known_from));
      CREATE UNIQUE INDEX figure_choice_in_force ON figure_choice (contract_id, indicator, year) WHERE known_to IS NULL;
      CREATE INDEX figure_choice_actual ON figure_choice (actual_id);
      CREATE INDEX figure_choice_contract ON figure_choice (contract_id);
      CREATE INDEX figure_choice_chosen_by ON figure_choice (chosen_by);

      -- Which doubts the person who entered it has confirmed.
      ALTER TABLE actual ADD COLUMN confirmed jsonb NOT NULL DEFAULT '[]';
    `);
    await audited(runner, 'figure_choice', { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('reasons that managers gave are not taken down');
  }
}

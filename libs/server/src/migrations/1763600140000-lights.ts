import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amount, audited, recordColumns } from './audited.js';

const known = `known_from timestamptz NOT NULL DEFAULT now(), known_to timestamptz, CHECK (known_to IS NULL OR known_to >= known_from)`;

export class Lights1763600140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How far behind the plan is which light. One table in force; a change ends it and begins the next.
      CREATE TABLE light_bands (
        id uuid PRIMARY KEY, number int NOT NULL CONSTRAINT light_bands_number UNIQUE, bands jsonb NOT NULL,
        reason text NOT NULL, entered_by uuid REFERENCES app_user (id), ${known}
      );
      CREATE UNIQUE INDEX light_bands_in_force ON light_bands ((true)) WHERE known_to IS NULL;
      CREATE INDEX light_bands_entered_by ON light_bands (entered_by);
      INSERT INTO light_bands (id, number, bands, reason, known_from) VALUES ('01938000-0000-7000-8000-000000000140', 1,
        '[{"light":"green","aboveBehind":null,"uptoBehind":"0"},{"light":"yellow","aboveBehind":"0","uptoBehind":"50"},{"light":"red","aboveBehind":"50","uptoBehind":null}]', '', '1990-01-01');

      -- Whose pace is watched: the zone (no reference), a park, a project or a contract; one indicator in one year.
      CREATE TABLE pace_target (
        id uuid PRIMARY KEY,
        subject_kind text NOT NULL CHECK (subject_kind IN ('zone', 'park', 'project', 'contract')),
        park_id uuid REFERENCES park (id), project_id uuid REFERENCES investment_project (id),
        contract_id uuid REFERENCES contract (id),
        indicator text NOT NULL, year int NOT NULL CHECK (year BETWEEN 1990 AND 2100),
        created_by uuid REFERENCES app_user (id), ${recordColumns},
        CHECK ((subject_kind = 'park') = (park_id IS NOT NULL)),
        CHECK ((subject_kind = 'project') = (project_id IS NOT NULL)),
        CHECK ((subject_kind = 'contract') = (contract_id IS NOT NULL)),
        CONSTRAINT pace_target_once UNIQUE NULLS NOT DISTINCT (year, indicator, subject_kind, park_id, project_id, contract_id));
      CREATE INDEX pace_target_park ON pace_target (park_id);
      CREATE INDEX pace_target_project ON pace_target (project_id);
      CREATE INDEX pace_target_contract ON pace_target (contract_id);
      CREATE INDEX pace_target_created_by ON pace_target (created_by);

      -- Plan and actual since 1 January at a month's end, and from when it was known; a correction ends the old value.
      CREATE TABLE pace_figure (
        id uuid PRIMARY KEY, target_id uuid NOT NULL REFERENCES pace_target (id),
        month int NOT NULL CHECK (month BETWEEN 1 AND 12), kind text NOT NULL CHECK (kind IN ('plan', 'actual')),
        ${amount('value_wan', false)}, entered jsonb NOT NULL, source text NOT NULL, reason text, entered_by uuid REFERENCES app_user (id), ${known});
      CREATE UNIQUE INDEX pace_figure_in_force ON pace_figure (target_id, month, kind) WHERE known_to IS NULL;
      CREATE INDEX pace_figure_target ON pace_figure (target_id);
      CREATE INDEX pace_figure_entered_by ON pace_figure (entered_by);
    `);
    await audited(runner, 'pace_target');
    for (const table of ['light_bands', 'pace_figure']) await audited(runner, table, { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

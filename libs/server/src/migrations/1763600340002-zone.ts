import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

/** The zone's own name, the one-time link of the first visit, and what an administrator said of the checklist. */
export class Zone1763600340002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE zone (
        id uuid PRIMARY KEY, sole boolean NOT NULL DEFAULT true UNIQUE CHECK (sole),
        name text NOT NULL, name_en text NOT NULL, short_name text NOT NULL,
        checklist_away_at timestamptz, ${recordColumns});

      -- A newer link ends the older ones. Its secret is known to who printed it alone.
      CREATE TABLE setup_link (
        id uuid PRIMARY KEY, token_hash bytea NOT NULL UNIQUE, created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL, used_at timestamptz);

      CREATE TABLE checklist_step (
        id uuid PRIMARY KEY, step text NOT NULL UNIQUE, answer text NOT NULL CHECK (answer IN ('done', 'later')),
        answered_by uuid NOT NULL REFERENCES app_user (id), answered_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX checklist_step_answered_by ON checklist_step (answered_by);
    `);
    await audited(runner, 'zone');
    await audited(runner, 'setup_link', { versioned: false, unrecorded: ['token_hash'] });
    await audited(runner, 'checklist_step', { versioned: false });
    // A database in use was that of this zone, by the name the pages had.
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      INSERT INTO zone (id, name, name_en, short_name, checklist_away_at)
      SELECT gen_random_uuid(), '海口国家高新区', 'Haikou Hi-tech Zone', '海口国家高新区', now()
      WHERE EXISTS (SELECT 1 FROM app_user);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE checklist_step, setup_link, zone');
  }
}

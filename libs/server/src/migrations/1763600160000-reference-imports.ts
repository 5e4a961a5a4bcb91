import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './audited.js';

/** Standards and working days can be imported as sheets; mappings are remembered per office. */
export class ReferenceImports1763600160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      ALTER TABLE import DROP CONSTRAINT import_kind_check;
      ALTER TABLE import ADD CONSTRAINT import_kind_check CHECK (
        kind IN ('contract-ledger', 'annual-actuals', 'provincial-standards', 'working-days')
      );
      -- questions: what only a person may decide, as the check found it; confirmed: the keys of those that were; undo: what a revert puts back.
      ALTER TABLE import ADD COLUMN questions jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN confirmed jsonb NOT NULL DEFAULT '[]', ADD COLUMN undo jsonb;
      DROP TRIGGER import_audit ON import;
      DROP TRIGGER import_version ON import;

      -- entered: as typed, with its unit; null: by hand, in 万元/亩. closed_by: the import that ended an open-ended version the day before its own.
      ALTER TABLE provincial_standard ADD COLUMN entered jsonb, ADD COLUMN import_id uuid REFERENCES import (id),
      ADD COLUMN closed_by uuid REFERENCES import (id);
      CREATE INDEX provincial_standard_import ON provincial_standard (import_id);
      CREATE INDEX provincial_standard_closed_by ON provincial_standard (closed_by);
      ALTER TABLE calendar_year ADD COLUMN import_id uuid REFERENCES import (id);
      CREATE INDEX calendar_year_import ON calendar_year (import_id);

      ALTER TABLE import_mapping ADD COLUMN department_id uuid REFERENCES department (id);
      UPDATE import_mapping m
      SET department_id = u.department_id, version = m.version + 1
      FROM app_user u
      WHERE u.id = m.saved_by AND u.department_id IS NOT NULL;
      ALTER TABLE import_mapping DROP CONSTRAINT import_mapping_kind_fingerprint_key;
      ALTER TABLE import_mapping ADD CONSTRAINT import_mapping_once UNIQUE NULLS NOT DISTINCT (
        kind, fingerprint, department_id
      );
      CREATE INDEX import_mapping_department ON import_mapping (department_id);
    `);
    await audited(runner, 'import', {
      unrecorded: ['sheets', 'merges', 'unit_checks', 'notices', 'questions', 'updated_at'],
    });
  }

  async down(): Promise<void> {
    throw new Error('an import of a standard cannot be told of without its kind');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

export class Imports1763600070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import (
        id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('contract-ledger', 'annual-actuals')), file_name text NOT NULL, bytes int NOT NULL, sha256 text NOT NULL,
        status text NOT NULL DEFAULT 'uploaded' CHECK (status IN ('uploaded', 'needs-mapping', 'checking', 'checked', 'committing', 'committed', 'failed', 'reverted')),
        sheet text, sheets jsonb NOT NULL DEFAULT '[]', date_system int NOT NULL DEFAULT 1900, merges jsonb NOT NULL DEFAULT '[]', header_first int, header_last int,
        columns jsonb NOT NULL DEFAULT '[]', units jsonb NOT NULL DEFAULT '{}', skipped jsonb NOT NULL DEFAULT '[]',
        unit_checks jsonb NOT NULL DEFAULT '[]', notices jsonb NOT NULL DEFAULT '[]', counts jsonb, failure jsonb, result jsonb,
        created_by uuid NOT NULL REFERENCES app_user (id), committed_by uuid REFERENCES app_user (id), committed_at timestamptz, reverted_by uuid REFERENCES app_user (id), reverted_at timestamptz, ${recordColumns});
      CREATE INDEX import_created_at ON import (created_at DESC, id DESC);
      CREATE INDEX import_created_by ON import (created_by);
      CREATE INDEX import_committed_by ON import (committed_by);
      CREATE INDEX import_reverted_by ON import (reverted_by);

      -- The file as it came, in the same transaction as its record: no orphan, part of every backup, and read by any worker on any machine.
      -- EXTERNAL: it is packed already.
      CREATE TABLE import_file (import_id uuid PRIMARY KEY REFERENCES import (id), content bytea NOT NULL);
      ALTER TABLE import_file ALTER COLUMN content SET STORAGE EXTERNAL;

      -- Moves while a job runs, outside its transaction.
      CREATE TABLE import_progress (import_id uuid PRIMARY KEY REFERENCES import (id), done int NOT NULL, total int NOT NULL);

      -- The rows of the sheet as they were, what a person put in their place, and what became of them. Derived from the file and the fixes.
      CREATE TABLE import_row (
        import_id uuid NOT NULL REFERENCES import (id), row int NOT NULL, kind text, hidden boolean NOT NULL DEFAULT false, cells jsonb NOT NULL, fixes jsonb NOT NULL DEFAULT '{}',
        outcome text CHECK (outcome IN ('valid', 'invalid', 'skipped', 'unchanged', 'differs')), faults jsonb NOT NULL DEFAULT '[]', notices jsonb NOT NULL DEFAULT '[]', entry jsonb,
        PRIMARY KEY (import_id, row));

      -- What a header meant the last time somebody imported under it.
      CREATE TABLE import_mapping (id uuid PRIMARY KEY, kind text NOT NULL, fingerprint text NOT NULL, columns jsonb NOT NULL, units jsonb NOT NULL, saved_by uuid NOT NULL REFERENCES app_user (id), ${recordColumns}, UNIQUE (kind, fingerprint));
      CREATE INDEX import_mapping_saved_by ON import_mapping (saved_by);
    `);
    await audited(runner, 'import', { unrecorded: ['sheets', 'merges', 'unit_checks', 'notices', 'updated_at'] });
    await audited(runner, 'import_mapping');
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

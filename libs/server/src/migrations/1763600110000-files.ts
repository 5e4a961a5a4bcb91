import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

export class Files1763600110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A record per file; the bytes lie under DATA_DIR/files by this id. Never deleted: taken off means marked, with the reason.
      CREATE TABLE file (
        id uuid PRIMARY KEY, subject_type text NOT NULL, subject_id uuid NOT NULL,
        contract_id uuid REFERENCES contract (id), name text NOT NULL, kind text NOT NULL,
        bytes int NOT NULL CHECK (bytes > 0), sha256 text NOT NULL, note text NOT NULL DEFAULT '',
        uploaded_by uuid REFERENCES app_user (id), removed_at timestamptz, removed_by uuid REFERENCES app_user (id), removed_reason text, ${recordColumns}, CHECK ((removed_at IS NULL) = (removed_reason IS NULL)));
      CREATE UNIQUE INDEX file_once ON file (subject_type, subject_id, sha256) WHERE removed_at IS NULL;
      CREATE INDEX file_subject ON file (subject_id);
      CREATE INDEX file_contract ON file (contract_id);
      CREATE INDEX file_uploaded_by ON file (uploaded_by);
      CREATE INDEX file_removed_by ON file (removed_by);
    `);
    await audited(runner, 'file');
  }

  async down(): Promise<void> {
    throw new Error('files are never taken down: their bytes would be nobody’s');
  }
}

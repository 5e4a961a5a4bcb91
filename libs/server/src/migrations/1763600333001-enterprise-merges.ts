import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

/** Two records of one firm become one, and can be taken apart again for a while. */
export class EnterpriseMerges1763600333001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The merged record leaves its table, so that nothing can be added to it. This row keeps all that an undo needs.
      CREATE TABLE enterprise_merge (
        id uuid PRIMARY KEY, winner_id uuid NOT NULL REFERENCES enterprise (id), loser_id uuid NOT NULL,
        loser_name text NOT NULL, loser_code text, reason text NOT NULL, merged_by uuid REFERENCES app_user (id),
        merged_on date NOT NULL, merged_at timestamptz NOT NULL DEFAULT now(), record jsonb NOT NULL,
        undone_at timestamptz, undone_by uuid REFERENCES app_user (id), undo_reason text, ${recordColumns},
        CHECK ((undone_at IS NULL) = (undo_reason IS NULL)));
      CREATE INDEX enterprise_merge_winner ON enterprise_merge (winner_id);
      CREATE UNIQUE INDEX enterprise_merge_once ON enterprise_merge (loser_id) WHERE undone_at IS NULL;
      CREATE INDEX enterprise_merge_merged_by ON enterprise_merge (merged_by);
      CREATE INDEX enterprise_merge_undone_by ON enterprise_merge (undone_by);

      -- A name that came with a merge; its days belong to another record than those of the other former names.
      ALTER TABLE enterprise_former_name ADD COLUMN merge_id uuid REFERENCES enterprise_merge (id);
      CREATE INDEX enterprise_former_name_merge ON enterprise_former_name (merge_id) WHERE merge_id IS NOT NULL;
      -- Names that stand twice are counted in the index alone.
      CREATE INDEX enterprise_match_name_code ON enterprise (match_name, (credit_code IS NULL));
      DROP INDEX enterprise_match_name;
    `);
    await audited(runner, 'enterprise_merge', { unrecorded: ['record'] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX enterprise_match_name ON enterprise (match_name);
      DROP INDEX enterprise_match_name_code;
      ALTER TABLE enterprise_former_name DROP COLUMN merge_id;
      DROP TABLE enterprise_merge;
    `);
  }
}

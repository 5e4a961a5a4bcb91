import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

/** Two records that look like one firm and are two: said by a person, until what they were judged by changes. */
export class FirmsToldApart1763600338001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What two records are told apart by: name, code and telephone numbers. Another text means: look again.
      CREATE FUNCTION enterprise_mark(firm uuid) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT encode(sha256(convert_to(jsonb_build_array(e.name, e.credit_code, (
            SELECT jsonb_agg(c.phone ORDER BY c.phone) FROM contact c WHERE c.enterprise_id = e.id AND c.phone <> ''
          ))::text, 'UTF8')), 'hex')
        FROM enterprise e
        WHERE e.id = firm
      $$;

      -- Without foreign keys to the records: a merge takes one of them out of its table, and an undo brings it back.
      CREATE TABLE enterprise_distinction (
        id uuid PRIMARY KEY, first_id uuid NOT NULL, second_id uuid NOT NULL, first_mark text NOT NULL,
        second_mark text NOT NULL, reason text NOT NULL, decided_by uuid REFERENCES app_user (id),
        decided_at timestamptz NOT NULL DEFAULT now(), withdrawn_at timestamptz,
        withdrawn_by uuid REFERENCES app_user (id), withdrawn_reason text, ${recordColumns},
        CHECK (first_id < second_id), CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)));
      CREATE UNIQUE INDEX enterprise_distinction_pair ON enterprise_distinction (first_id, second_id) WHERE withdrawn_at IS NULL;
      CREATE INDEX enterprise_distinction_latest ON enterprise_distinction (decided_at DESC, id) WHERE withdrawn_at IS NULL;
      CREATE INDEX enterprise_distinction_decided_by ON enterprise_distinction (decided_by);
      CREATE INDEX enterprise_distinction_withdrawn_by ON enterprise_distinction (withdrawn_by);
    `);
    await audited(runner, 'enterprise_distinction');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE enterprise_distinction; DROP FUNCTION enterprise_mark(uuid);');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './audited.js';

export class SupportClauses1763600180002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- 扶持条款: what the contract promises the firm, and through which day. Only ever added to; what was taken back stays known until then, with the reason.
      CREATE TABLE support_clause (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id), text text NOT NULL,
        ends_on date NOT NULL, entered_by uuid REFERENCES app_user (id), ended_by uuid REFERENCES app_user (id),
        end_reason text,
        known_from timestamptz NOT NULL DEFAULT now(), known_to timestamptz, CHECK (known_to IS NULL OR known_to >= known_from), CHECK ((known_to IS NULL) = (end_reason IS NULL)));
      CREATE INDEX support_clause_contract ON support_clause (contract_id);
      CREATE INDEX support_clause_ends_on ON support_clause (ends_on) WHERE known_to IS NULL;
      CREATE INDEX support_clause_entered_by ON support_clause (entered_by);
      CREATE INDEX support_clause_ended_by ON support_clause (ended_by);
      CREATE INDEX contract_term_to ON contract (term_to) WHERE term_to IS NOT NULL;
    `);
    await audited(runner, 'support_clause', { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('what was promised is not taken down');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amount, audited, recordColumns } from './audited.js';

const known = `known_from timestamptz NOT NULL DEFAULT now(), known_to timestamptz, CHECK (known_to IS NULL OR known_to >= known_from)`;

export class Decisions1763600120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a contract says may follow a missed promise. Its wordings are only ever added to; without one in force it has ended.
      CREATE TABLE consequence_clause (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id), kind text NOT NULL CHECK (kind IN ('cure-period', 'pay-gap', 'claw-back', 'take-back-land')), created_by uuid REFERENCES app_user (id), ${recordColumns});
      CREATE INDEX consequence_clause_contract ON consequence_clause (contract_id);
      CREATE INDEX consequence_clause_created_by ON consequence_clause (created_by);

      CREATE TABLE consequence_wording (
        id uuid PRIMARY KEY, clause_id uuid NOT NULL REFERENCES consequence_clause (id), text text NOT NULL,
        indicators text[] NOT NULL CHECK (cardinality(indicators) > 0),
        bites_from text NOT NULL CHECK (bites_from IN ('breach', 'warning')),
        cure_days int CHECK (cure_days BETWEEN 1 AND 3650), percent numeric(10,6) CHECK (percent > 0 AND percent <= 1000), reason text, end_reason text, entered_by uuid REFERENCES app_user (id), ${known});
      CREATE UNIQUE INDEX consequence_wording_in_force ON consequence_wording (clause_id) WHERE known_to IS NULL;
      CREATE INDEX consequence_wording_clause ON consequence_wording (clause_id);
      CREATE INDEX consequence_wording_entered_by ON consequence_wording (entered_by);

      -- What was decided about a promise and a year, with the numbers of the moment it was asked for; its state is moved on, nothing else is.
      CREATE TABLE consequence_decision (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id),
        commitment_id uuid NOT NULL REFERENCES commitment (id), indicator text NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 1990 AND 2100),
        kind text NOT NULL CHECK (kind IN ('enforce', 'extend', 'waive')), until date, reason text NOT NULL,
        verdict text, attainment_percent numeric, shortfall_wan_exact numeric, amount_wan_exact numeric,
        clauses jsonb NOT NULL DEFAULT '[]',
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'granted', 'returned', 'revoked')),
        requested_by uuid REFERENCES app_user (id), requested_at timestamptz NOT NULL DEFAULT now(),
        approval_id uuid, decided_by uuid REFERENCES app_user (id), decided_at timestamptz, return_reason text,
        demo boolean NOT NULL DEFAULT false,
        CHECK ((kind = 'extend') = (until IS NOT NULL)), CHECK ((state = 'waiting') = (decided_at IS NULL)));
      CREATE UNIQUE INDEX consequence_decision_waiting ON consequence_decision (commitment_id, year)
      WHERE state = 'waiting';
      CREATE INDEX consequence_decision_contract ON consequence_decision (contract_id);
      CREATE INDEX consequence_decision_commitment ON consequence_decision (commitment_id, year);
      CREATE INDEX consequence_decision_requested_by ON consequence_decision (requested_by);
      CREATE INDEX consequence_decision_decided_by ON consequence_decision (decided_by);

      CREATE TABLE consequence_outcome (
        id uuid PRIMARY KEY, decision_id uuid NOT NULL REFERENCES consequence_decision (id), ${amount('received_wan', false)}, entered jsonb NOT NULL, received_on date NOT NULL, note text NOT NULL DEFAULT '', entered_by uuid REFERENCES app_user (id), ${known});
      CREATE INDEX consequence_outcome_decision ON consequence_outcome (decision_id);
      CREATE INDEX consequence_outcome_entered_by ON consequence_outcome (entered_by);

      -- Who asked for a waiver and who approved it; of those from before approvals the decider alone is known.
      ALTER TABLE waiver ADD COLUMN requested_by uuid REFERENCES app_user (id);
      CREATE INDEX waiver_requested_by ON waiver (requested_by);
    `);
    await audited(runner, 'consequence_clause');
    for (const table of ['consequence_wording', 'consequence_decision', 'consequence_outcome'])
      await audited(runner, table, { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('decisions that were taken are not taken down');
  }
}

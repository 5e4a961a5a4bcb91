import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amount, audited, recordColumns } from './audited.js';

const known = `known_from timestamptz NOT NULL DEFAULT now(), known_to timestamptz, CHECK (known_to IS NULL OR known_to >= known_from)`;
const indicator = `indicator text NOT NULL CHECK (indicator IN ('investment', 'output', 'tax'))`;
const verdict = (column: string) =>
  `${column} text NOT NULL CHECK (${column} IN ('met', 'warning', 'breach', 'no-data', 'not-due', 'waived'))`;
const indicators = ['investment', 'output', 'tax'] as const;

export class Commitments1763600061000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE commitment (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id), ${indicator},
        created_by uuid REFERENCES app_user (id), import_id uuid, ${recordColumns},
        CONSTRAINT commitment_once UNIQUE (contract_id, indicator));
      CREATE INDEX commitment_created_by ON commitment (created_by);
      CREATE INDEX commitment_import ON commitment (import_id) WHERE import_id IS NOT NULL;

      -- One wording of a promise. Only the master side is stored; the other follows the area. A term is never overwritten, it ends.
      CREATE TABLE commitment_term (
        id uuid PRIMARY KEY, commitment_id uuid NOT NULL REFERENCES commitment (id),
        master text NOT NULL CHECK (master IN ('per-mu', 'total')), ${amount('per_mu_wan')}, ${amount('total_wan')},
        entered jsonb NOT NULL,
        from_year int, due_on date, last_year int, ramp jsonb NOT NULL DEFAULT '[]', tolerance_percent numeric(9,6),
        clause text, measured_by text CHECK (measured_by IN ('output-value', 'revenue')),
        reason text, entered_by uuid REFERENCES app_user (id), ${known},
        CHECK ((master = 'per-mu') = (per_mu_wan IS NOT NULL)), CHECK ((master = 'total') = (total_wan IS NOT NULL)));
      CREATE UNIQUE INDEX commitment_term_in_force ON commitment_term (commitment_id) WHERE known_to IS NULL;
      CREATE INDEX commitment_term_commitment ON commitment_term (commitment_id);
      CREATE INDEX commitment_term_entered_by ON commitment_term (entered_by);

      CREATE TABLE waiver (
        id uuid PRIMARY KEY, commitment_id uuid NOT NULL REFERENCES commitment (id), year int NOT NULL, reason text NOT NULL, decided_by uuid REFERENCES app_user (id), ${known});
      CREATE UNIQUE INDEX waiver_in_force ON waiver (commitment_id, year) WHERE known_to IS NULL;
      CREATE INDEX waiver_commitment ON waiver (commitment_id);
      CREATE INDEX waiver_decided_by ON waiver (decided_by);

      -- A figure belongs to a year and was known from an instant; of investment it is the sum since the beginning.
      CREATE TABLE actual (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id), ${indicator},
        year int NOT NULL CHECK (year BETWEEN 1990 AND 2100), ${amount('value_wan', false)}, entered jsonb NOT NULL,
        source text NOT NULL CHECK (source IN ('firm', 'statistics', 'tax-office', 'other')),
        note text NOT NULL DEFAULT '', entered_by uuid REFERENCES app_user (id),
        verified_by uuid REFERENCES app_user (id), verified_at timestamptz, corrects_id uuid REFERENCES actual (id), correction_reason text, import_id uuid, ${known});
      CREATE UNIQUE INDEX actual_in_force ON actual (contract_id, indicator, year, source) WHERE known_to IS NULL;
      CREATE INDEX actual_contract ON actual (contract_id);
      CREATE INDEX actual_year ON actual (year);
      CREATE INDEX actual_entered_by ON actual (entered_by);
      CREATE INDEX actual_verified_by ON actual (verified_by);
      CREATE INDEX actual_corrects ON actual (corrects_id);
      CREATE INDEX actual_import ON actual (import_id) WHERE import_id IS NOT NULL;

      -- The tolerance of the zone where no clause writes one; one row in force.
      CREATE TABLE assessment_default (
        id uuid PRIMARY KEY,
        tolerance_percent numeric(9,6) NOT NULL CHECK (tolerance_percent > 0 AND tolerance_percent <= 100),
        entered_by uuid REFERENCES app_user (id), ${known}
      );
      CREATE UNIQUE INDEX assessment_default_in_force ON assessment_default ((true)) WHERE known_to IS NULL;
      CREATE INDEX assessment_default_entered_by ON assessment_default (entered_by);
      INSERT INTO assessment_default (id, tolerance_percent, known_from)
      VALUES ('01938000-0000-7000-8000-000000000080', 80, '1990-01-01');

      -- What was judged, by what was known: derived, and kept when a later judgement replaces it. Why follows from as_of and known_at: what it stands on is only ever added to.
      CREATE TABLE assessment (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id),
        commitment_id uuid NOT NULL REFERENCES commitment (id), ${indicator}, year int NOT NULL, due_on date NOT NULL,
        ${verdict('verdict')},
        ${amount('area_mu')}, required_wan_exact numeric NOT NULL, ${amount('actual_wan')},
        attainment_percent numeric, shortfall_wan_exact numeric, clawback_wan_exact numeric,
        as_of date NOT NULL, known_at timestamptz NOT NULL DEFAULT now(), superseded_at timestamptz);
      CREATE UNIQUE INDEX assessment_current ON assessment (commitment_id, year) WHERE superseded_at IS NULL;
      CREATE INDEX assessment_commitment ON assessment (commitment_id);
      CREATE INDEX assessment_contract ON assessment (contract_id) WHERE superseded_at IS NULL;
      CREATE INDEX assessment_contract_all ON assessment (contract_id);
      CREATE INDEX assessment_verdict ON assessment (verdict, year) WHERE superseded_at IS NULL;

      -- Sums of a counted contract (signed, with commitments), written in the same transaction as what they follow from: lists and the portfolio read them.
      -- Exact products, 万元: a product of two values of six places has twelve. changes_on: the next day on which a verdict changes by the calendar alone.
      CREATE TABLE contract_summary (
        contract_id uuid PRIMARY KEY REFERENCES contract (id), as_of date NOT NULL, changes_on date NOT NULL,
        ${amount('area_mu')}, last_year int,
        ${indicators.map((name) => `${name}_promised_wan_exact numeric, ${name}_standard_wan_exact numeric`).join(', ')});
      CREATE INDEX contract_summary_changes ON contract_summary (changes_on);

      -- What a contract comes to in a year, the worst speaking. own: something was judged in the year itself; an investment also stands on in later years.
      -- required and actual of what is due, reported and not waived.
      CREATE TABLE contract_year_summary (
        contract_id uuid NOT NULL REFERENCES contract (id), year int NOT NULL, last boolean NOT NULL,
        own boolean NOT NULL, ${verdict('verdict')}, lowest_attainment numeric, clawback_wan_exact numeric,
        ${indicators.map((name) => `${name}_verdict text, ${name}_required_wan_exact numeric, ${amount(`${name}_actual_wan`)}`).join(', ')}, PRIMARY KEY (contract_id, year));
      CREATE UNIQUE INDEX contract_year_summary_last ON contract_year_summary (contract_id) INCLUDE (
        year, verdict, lowest_attainment
      )
      WHERE last;
      CREATE INDEX contract_year_summary_year ON contract_year_summary (year, verdict);
    `);
    await audited(runner, 'commitment');
    for (const table of ['commitment_term', 'waiver', 'actual', 'assessment_default'])
      await audited(runner, table, { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

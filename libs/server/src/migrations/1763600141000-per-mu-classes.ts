import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

const known = `known_from timestamptz NOT NULL DEFAULT now(), known_to timestamptz, CHECK (known_to IS NULL OR known_to >= known_from)`;
const formula = `items jsonb NOT NULL, capped boolean NOT NULL, bands jsonb NOT NULL`;

const ITEMS = [
  ['tax-per-mu', '亩均税收', '万元/亩', '24.097', '30'],
  ['added-value-per-mu', '亩均增加值', '万元/亩', '136.16', '20'],
  ['added-value-per-energy', '单位能耗增加值', '万元/吨标煤', '2.694', '20'],
  ['added-value-per-emission', '单位排放增加值', '万元/吨', '4929.81', '10'],
  ['labour-productivity', '全员劳动生产率', '万元/人', '18.14', '10'],
  ['rd-share', 'R&D 经费占比', '比值', '0.0302', '10'],
].map(([key, name, unit, base, weight]) => ({ key, name, unit, base, weight }));
const BANDS = [
  ['A', '20'],
  ['B', '40'],
  ['C', '35'],
  ['D', '5'],
].map(([name, percent]) => ({ name, percent }));

export class PerMuClasses1763600141000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The formula new rounds begin with (worked case 11); one in force.
      CREATE TABLE evaluation_formula (
        id uuid PRIMARY KEY, number int NOT NULL CONSTRAINT evaluation_formula_number UNIQUE, ${formula},
        reason text NOT NULL, entered_by uuid REFERENCES app_user (id), ${known}
      );
      CREATE UNIQUE INDEX evaluation_formula_in_force ON evaluation_formula ((true)) WHERE known_to IS NULL;
      CREATE INDEX evaluation_formula_entered_by ON evaluation_formula (entered_by);

      CREATE TABLE evaluation_round (
        id uuid PRIMARY KEY,
        year int NOT NULL CONSTRAINT evaluation_round_year UNIQUE CHECK (year BETWEEN 1990 AND 2100),
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'closed')), ${formula},
        closed_at timestamptz, closed_by uuid REFERENCES app_user (id), reopen_reason text, created_by uuid REFERENCES app_user (id), ${recordColumns}, CHECK ((status = 'closed') = (closed_at IS NOT NULL)));
      CREATE INDEX evaluation_round_closed_by ON evaluation_round (closed_by);
      CREATE INDEX evaluation_round_created_by ON evaluation_round (created_by);

      CREATE TABLE evaluation_firm (
        id uuid PRIMARY KEY, round_id uuid NOT NULL REFERENCES evaluation_round (id), enterprise_id uuid NOT NULL REFERENCES enterprise (id), left_out_reason text, CONSTRAINT evaluation_firm_once UNIQUE (round_id, enterprise_id));
      CREATE INDEX evaluation_firm_enterprise ON evaluation_firm (enterprise_id);

      -- In the unit of the item; a correction ends the old value.
      CREATE TABLE evaluation_value (
        id uuid PRIMARY KEY, firm_id uuid NOT NULL REFERENCES evaluation_firm (id), item text NOT NULL, value numeric(18,6) NOT NULL CHECK (value <> 'NaN' AND value >= 0), source text NOT NULL, reason text, entered_by uuid REFERENCES app_user (id), ${known});
      CREATE UNIQUE INDEX evaluation_value_in_force ON evaluation_value (firm_id, item) WHERE known_to IS NULL;
      CREATE INDEX evaluation_value_firm ON evaluation_value (firm_id);
      CREATE INDEX evaluation_value_entered_by ON evaluation_value (entered_by);

      -- What a closing froze; a reopening supersedes it and keeps it. Quotients, unrounded as far as they are computed.
      CREATE TABLE evaluation_result (
        id uuid PRIMARY KEY, firm_id uuid NOT NULL REFERENCES evaluation_firm (id), score numeric NOT NULL, rank int NOT NULL, class text NOT NULL, parts jsonb NOT NULL, frozen_at timestamptz NOT NULL DEFAULT now(), superseded_at timestamptz);
      CREATE UNIQUE INDEX evaluation_result_in_force ON evaluation_result (firm_id) WHERE superseded_at IS NULL;
      CREATE INDEX evaluation_result_firm ON evaluation_result (firm_id);
    `);
    await runner.query(
      `INSERT INTO evaluation_formula (id, number, items, capped, bands, reason, known_from)
       VALUES ('01938000-0000-7000-8000-000000000141', 1, $1, false, $2, '', '1990-01-01')`,
      [JSON.stringify(ITEMS), JSON.stringify(BANDS)],
    );
    await audited(runner, 'evaluation_round');
    for (const table of ['evaluation_formula', 'evaluation_firm', 'evaluation_value', 'evaluation_result'])
      await audited(runner, table, { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

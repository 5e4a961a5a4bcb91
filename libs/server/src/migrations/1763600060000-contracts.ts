import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amount, audited, recordColumns } from './audited.js';

/** Known from one instant to another: a query “as known then” must find the data on which people decided. */
const known = `known_from timestamptz NOT NULL DEFAULT now(), known_to timestamptz, CHECK (known_to IS NULL OR known_to >= known_from)`;

export class Contracts1763600060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE investment_project (
        id uuid PRIMARY KEY, enterprise_id uuid NOT NULL REFERENCES enterprise (id),
        park_id uuid REFERENCES park (id), industry_id uuid REFERENCES industry (id),
        name text NOT NULL, match_name text NOT NULL, import_id uuid, ${recordColumns},
        CONSTRAINT investment_project_once UNIQUE (enterprise_id, match_name));
      CREATE INDEX investment_project_park ON investment_project (park_id);
      CREATE INDEX investment_project_industry ON investment_project (industry_id);
      CREATE INDEX investment_project_import ON investment_project (import_id);
      CREATE INDEX investment_project_bigrams ON investment_project USING gin (bigrams(name)) WITH (fastupdate = off);

      CREATE SEQUENCE contract_number;
      -- area_mu follows the parcels in force; null: without land.
      CREATE TABLE contract (
        id uuid PRIMARY KEY, number text NOT NULL,
        kind text NOT NULL CHECK (
          kind IN ('letter-of-intent', 'framework', 'substantive', 'performance', 'supplement', 'one-firm-one-policy')
        ),
        status text NOT NULL DEFAULT 'draft' CHECK (
          status IN ('draft', 'in-review', 'signed', 'performing', 'completed', 'terminated', 'void')
        ),
        enterprise_id uuid NOT NULL REFERENCES enterprise (id),
        project_id uuid NOT NULL REFERENCES investment_project (id), park_id uuid NOT NULL REFERENCES park (id),
        industry_id uuid NOT NULL REFERENCES industry (id),
        signed_on date, ${amount('amount_wan')}, amount_entered jsonb, ${amount('area_mu')},
        land_free boolean NOT NULL DEFAULT false,
        channel text, handler_name text, officer_id uuid REFERENCES app_user (id), first_contact_on date,
        full_production_year int, full_production_on date,
        energy_tce numeric(18,6), rd_percent numeric(9,6), note text NOT NULL DEFAULT '',
        below_standard boolean NOT NULL DEFAULT false, below_standard_reason text,
        below_standard_approved_by uuid REFERENCES app_user (id), signed_by uuid REFERENCES app_user (id),
        created_by uuid REFERENCES app_user (id), import_id uuid, ${recordColumns},
        CHECK (status IN ('draft', 'in-review', 'void') OR signed_on IS NOT NULL), CHECK (NOT land_free OR area_mu IS NULL));
      CREATE UNIQUE INDEX contract_number_once ON contract (number);
      -- A row of a ledger is the same contract when firm, project and kind agree.
      CREATE UNIQUE INDEX contract_once ON contract (enterprise_id, project_id, kind)
      WHERE status <> 'void' AND kind IN ('substantive', 'performance');
      CREATE INDEX contract_project ON contract (project_id);
      CREATE INDEX contract_park ON contract (park_id, signed_on);
      CREATE INDEX contract_industry ON contract (industry_id, signed_on);
      CREATE INDEX contract_signed_on ON contract (signed_on);
      CREATE INDEX contract_officer ON contract (officer_id);
      CREATE INDEX contract_import ON contract (import_id);
      CREATE INDEX contract_created_by ON contract (created_by);
      CREATE INDEX contract_signed_by ON contract (signed_by);
      CREATE INDEX contract_approved_by ON contract (below_standard_approved_by);

      CREATE TABLE parcel (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id), code text NOT NULL DEFAULT '',
        phase text NOT NULL DEFAULT '',
        basis text NOT NULL DEFAULT 'granted' CHECK (basis IN ('granted', 'actual-use', 'leased-floor')),
        entered_value numeric(18,6) NOT NULL, entered_unit text NOT NULL CHECK (entered_unit IN ('mu', 'sqm', 'hectare')), ${amount('area_mu', false)}, entered_by uuid REFERENCES app_user (id), import_id uuid, ${known});
      CREATE INDEX parcel_contract ON parcel (contract_id);
      CREATE INDEX parcel_entered_by ON parcel (entered_by);
      CREATE INDEX parcel_import ON parcel (import_id) WHERE import_id IS NOT NULL;

      CREATE TABLE milestone (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id),
        kind text NOT NULL CHECK (
          kind IN (
            'land-granted', 'construction-start', 'completion', 'production-start', 'above-scale', 'full-production'
          )
        ),
        planned_on date, actual_on date, ${recordColumns}, CONSTRAINT milestone_once UNIQUE (contract_id, kind));
      CREATE INDEX milestone_open ON milestone (planned_on) WHERE actual_on IS NULL;

      -- The standard in force on the signing day, kept with its value: a later version never rewrites it. per_mu_wan null: 不设.
      CREATE TABLE contract_standard (
        contract_id uuid NOT NULL REFERENCES contract (id),
        indicator text NOT NULL CHECK (indicator IN ('investment', 'output', 'tax')),
        standard_id uuid NOT NULL REFERENCES provincial_standard (id),
        ${amount('per_mu_wan')}, PRIMARY KEY (contract_id, indicator));
      CREATE INDEX contract_standard_standard ON contract_standard (standard_id);

      CREATE TABLE support_payment (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id), ${amount('paid_wan', false)}, entered jsonb NOT NULL, paid_on date NOT NULL, note text NOT NULL DEFAULT '', entered_by uuid REFERENCES app_user (id), ${known});
      CREATE INDEX support_payment_contract ON support_payment (contract_id);
      CREATE INDEX support_payment_entered_by ON support_payment (entered_by);
    `);
    await audited(runner, 'investment_project', { unrecorded: ['match_name'] });
    await audited(runner, 'contract');
    await audited(runner, 'milestone');
    await audited(runner, 'parcel', { versioned: false });
    await audited(runner, 'support_payment', { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amount, audited, recordColumns } from './audited.js';

/** Lists are read newest first with nulls last; an index in another order is not used for them. */
const newest = (column: string): string => `${column} DESC NULLS LAST, id DESC`;

export class Leads1763600050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A name as it is searched: width, case, blanks, brackets and punctuation folded away, as the rule matchingProjectName does.
      CREATE FUNCTION folded(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT
          regexp_replace(
            lower(normalize(name, NFKC)),
            '[\\s\\u200B-\\u200D\\uFEFF()\\[\\]{}【】〔〕《》〈〉「」『』"''“”‘’·•.、，,_\\-\\u2010-\\u2015\\u2212]', '', 'g'
          )
      $$;
      ALTER TABLE enterprise ADD COLUMN search_name text GENERATED ALWAYS AS (folded(name)) STORED;
      DROP INDEX enterprise_bigrams;
      CREATE INDEX enterprise_bigrams ON enterprise USING gin (bigrams(search_name)) WITH (fastupdate = off);
      DROP TRIGGER enterprise_audit ON enterprise;
      CREATE INDEX enterprise_credit_code_prefix ON enterprise (credit_code text_pattern_ops);
      CREATE INDEX enterprise_pinyin ON enterprise (pinyin text_pattern_ops);
      CREATE INDEX enterprise_updated ON enterprise (${newest('updated_at')});

      CREATE TABLE contact_unmasking (
        id uuid PRIMARY KEY, contact_id uuid NOT NULL REFERENCES contact (id), user_id uuid NOT NULL REFERENCES app_user (id), reason text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX contact_unmasking_contact ON contact_unmasking (contact_id);
      CREATE INDEX contact_unmasking_user ON contact_unmasking (user_id);

      CREATE TABLE lead (
        id uuid PRIMARY KEY, enterprise_id uuid NOT NULL REFERENCES enterprise (id), project_name text NOT NULL,
        project_match_name text NOT NULL, search_text text NOT NULL,
        stage text NOT NULL DEFAULT 'registered' CHECK (
          stage IN (
            'registered', 'contact', 'site-visit', 'negotiation', 'admission-review', 'signed', 'lost', 'withdrawn'
          )
        ),
        stage_since timestamptz NOT NULL DEFAULT now(), loss_reason text,
        park_id uuid NOT NULL REFERENCES park (id), industry_id uuid REFERENCES industry (id),
        channel text CHECK (channel IN ('industry', 'platform', 'merger', 'referral', 'entrusted')),
        ${amount('investment_wan', false)}, investment_typed text, ${amount('area_mu')}, area_typed text,
        owner_id uuid NOT NULL REFERENCES app_user (id), created_by uuid NOT NULL REFERENCES app_user (id),
        contact_id uuid REFERENCES contact (id),
        next_step text, next_on date, note text NOT NULL DEFAULT '', override_reason text, transfer_reason text,
        answered_at timestamptz, followed_up_at timestamptz, import_id uuid, ${recordColumns},
        CHECK ((loss_reason IS NOT NULL) = (stage IN ('lost', 'withdrawn'))));
      -- What stops two people logging one project in the same second; one that was logged over another's first report stands beside it.
      CREATE UNIQUE INDEX lead_worked_once ON lead (enterprise_id, project_match_name)
      WHERE stage NOT IN ('lost', 'withdrawn') AND override_reason IS NULL;
      CREATE UNIQUE INDEX lead_overridden_once ON lead (enterprise_id, project_match_name, owner_id)
      WHERE stage NOT IN ('lost', 'withdrawn') AND override_reason IS NOT NULL;
      CREATE INDEX lead_enterprise ON lead (enterprise_id);
      CREATE INDEX lead_updated ON lead (${newest('updated_at')});
      CREATE INDEX lead_stage_park_updated ON lead (stage, park_id, ${newest('updated_at')});
      CREATE INDEX lead_park_updated ON lead (park_id, ${newest('updated_at')});
      CREATE INDEX lead_owner_updated ON lead (owner_id, ${newest('updated_at')});
      CREATE INDEX lead_industry ON lead (industry_id);
      CREATE INDEX lead_next_on ON lead (next_on) WHERE stage NOT IN ('signed', 'lost', 'withdrawn');
      CREATE INDEX lead_unanswered ON lead (created_at)
      WHERE answered_at IS NULL AND stage NOT IN ('signed', 'lost', 'withdrawn');
      CREATE INDEX lead_created_by ON lead (created_by);
      CREATE INDEX lead_contact ON lead (contact_id);
      CREATE INDEX lead_import ON lead (import_id) WHERE import_id IS NOT NULL;
      CREATE INDEX lead_bigrams ON lead USING gin (bigrams(search_text)) WITH (fastupdate = off);

      -- Written once and never changed: what was said and agreed on that day.
      CREATE TABLE follow_up (
        id uuid PRIMARY KEY, lead_id uuid NOT NULL REFERENCES lead (id),
        kind text NOT NULL CHECK (kind IN ('call', 'visit', 'meeting', 'reception')), on_day date NOT NULL,
        met text NOT NULL DEFAULT '', result text NOT NULL, next_step text, next_on date,
        created_by uuid NOT NULL REFERENCES app_user (id),
        created_at timestamptz NOT NULL DEFAULT now(), demo boolean NOT NULL DEFAULT false, CHECK ((next_step IS NULL) = (next_on IS NULL)));
      CREATE INDEX follow_up_lead ON follow_up (lead_id, on_day DESC NULLS LAST, id DESC);
      CREATE INDEX follow_up_author ON follow_up (created_by, on_day DESC NULLS LAST, id DESC);
      CREATE INDEX follow_up_newest ON follow_up (on_day DESC NULLS LAST, id DESC);

      -- A second reporter of a firm (domain: first-report right): what was sent is kept, the right stays with the first.
      CREATE TABLE co_report (
        id uuid PRIMARY KEY, lead_id uuid NOT NULL REFERENCES lead (id),
        user_id uuid NOT NULL REFERENCES app_user (id), project_name text NOT NULL,
        contact_name text NOT NULL DEFAULT '', contact_phone text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(), CONSTRAINT co_report_once UNIQUE (lead_id, user_id));
      CREATE INDEX co_report_user ON co_report (user_id);
    `);
    await audited(runner, 'enterprise', {
      versioned: false,
      unrecorded: ['match_name', 'search_name', 'pinyin', 'initials'],
    });
    await audited(runner, 'lead', { unrecorded: ['search_text', 'project_match_name'] });
    await audited(runner, 'follow_up', { versioned: false });
    await audited(runner, 'co_report', { versioned: false });
    await audited(runner, 'contact_unmasking', { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

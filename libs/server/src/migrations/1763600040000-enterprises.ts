import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

export class Enterprises1763600040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE enterprise (
        id uuid PRIMARY KEY, name text NOT NULL, match_name text NOT NULL, short_name text NOT NULL DEFAULT '',
        pinyin text NOT NULL DEFAULT '', initials text NOT NULL DEFAULT '',
        credit_code text, park_id uuid REFERENCES park (id), industry_id uuid REFERENCES industry (id),
        address text NOT NULL DEFAULT '',
        import_id uuid, ${recordColumns});
      -- What stops two people registering one firm in the same second.
      CREATE UNIQUE INDEX enterprise_credit_code ON enterprise (credit_code);
      CREATE INDEX enterprise_match_name ON enterprise (match_name);
      CREATE INDEX enterprise_park ON enterprise (park_id);
      CREATE INDEX enterprise_industry ON enterprise (industry_id);
      CREATE INDEX enterprise_import ON enterprise (import_id);
      CREATE INDEX enterprise_initials ON enterprise (initials text_pattern_ops);
      CREATE INDEX enterprise_bigrams ON enterprise USING gin (bigrams(name)) WITH (fastupdate = off);

      CREATE TABLE contact (
        id uuid PRIMARY KEY, enterprise_id uuid NOT NULL REFERENCES enterprise (id), name text NOT NULL,
        title text NOT NULL DEFAULT '', phone text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '', created_by uuid REFERENCES app_user (id), ${recordColumns});
      CREATE INDEX contact_enterprise ON contact (enterprise_id);
      CREATE INDEX contact_created_by ON contact (created_by);
      CREATE INDEX contact_phone ON contact (phone) WHERE phone <> '';

      -- Who looks after a firm, from day to day (domain: exactly one primary on every day, so the day ranges of primaries may not touch).
      CREATE TABLE secretary_assignment (
        id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES app_user (id),
        enterprise_id uuid NOT NULL REFERENCES enterprise (id),
        role text NOT NULL CHECK (role IN ('primary', 'deputy', 'specialist')),
        kind text NOT NULL DEFAULT 'general' CHECK (kind IN ('general', 'specialist', 'cadre')),
        from_day date NOT NULL, to_day date, reason text NOT NULL DEFAULT '',
        assigned_by uuid REFERENCES app_user (id), ${recordColumns},
        CHECK (to_day IS NULL OR to_day >= from_day),
        CONSTRAINT secretary_assignment_one_primary EXCLUDE USING gist (
          enterprise_id WITH =, daterange(from_day, to_day, '[]') WITH &&
        )
        WHERE (role = 'primary'),
        CONSTRAINT secretary_assignment_once EXCLUDE USING gist (enterprise_id WITH =, user_id WITH =, role WITH =, daterange(from_day, to_day, '[]') WITH &&));
      CREATE INDEX secretary_assignment_user ON secretary_assignment (user_id, enterprise_id);
      CREATE INDEX secretary_assignment_assigned_by ON secretary_assignment (assigned_by);
    `);
    await audited(runner, 'enterprise', { unrecorded: ['match_name', 'pinyin', 'initials'] });
    await audited(runner, 'contact');
    await audited(runner, 'secretary_assignment');
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

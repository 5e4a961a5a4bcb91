import type { MigrationInterface, QueryRunner } from 'typeorm';
import { pinyinOf } from '../enterprises/pinyin-of.js';
import { audited } from './audited.js';

const UNRECORDED = ['match_name', 'search_name', 'pinyin', 'initials', 'spellings', 'former_text'] as const;
const columns = UNRECORDED.map((column) => `'${column}'`).join(', ');

/** Former names, pinyin from every word on, and one search for all records of a contract. */
export class NamesAndSearch1763600300602 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      -- 曾用名. The firm bore it up to and with to_day.
      CREATE TABLE enterprise_former_name (
        id uuid PRIMARY KEY, enterprise_id uuid NOT NULL REFERENCES enterprise (id), name text NOT NULL, match_name text NOT NULL, to_day date NOT NULL, recorded_by uuid REFERENCES app_user (id), created_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX enterprise_former_name_enterprise ON enterprise_former_name (enterprise_id);
      CREATE INDEX enterprise_former_name_match ON enterprise_former_name (match_name);
      CREATE INDEX enterprise_former_name_recorded_by ON enterprise_former_name (recorded_by);

      DROP INDEX enterprise_bigrams, enterprise_initials, enterprise_pinyin;
      ALTER TABLE enterprise DROP COLUMN search_name;
      -- former_text: former names, each behind a bar. spellings: what pinyin and initials begin with, from every word on.
      ALTER TABLE enterprise ADD COLUMN former_text text NOT NULL DEFAULT '', ADD COLUMN spellings text NOT NULL DEFAULT '';
      ALTER TABLE enterprise ADD COLUMN search_name text GENERATED ALWAYS AS (folded(name) || former_text) STORED;
      CREATE INDEX enterprise_bigrams ON enterprise USING gin (bigrams(search_name)) WITH (fastupdate = off);
      CREATE INDEX enterprise_spellings ON enterprise USING gin (array_to_tsvector(string_to_array(spellings, ' '))) WITH (fastupdate = off);
      DROP TRIGGER enterprise_audit ON enterprise;
      DROP TRIGGER enterprise_audit_removed ON enterprise;
      DROP TRIGGER enterprise_audit_added ON enterprise;
      CREATE TRIGGER enterprise_audit AFTER UPDATE ON enterprise FOR EACH ROW EXECUTE FUNCTION audit_change(${columns});
      CREATE TRIGGER enterprise_audit_removed AFTER DELETE ON enterprise REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION audit_removed(${columns});
      CREATE TRIGGER enterprise_audit_added AFTER INSERT ON enterprise REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit_added(${columns});

      -- Projects are found as enterprises are: width, case, blanks and brackets forgiven.
      DROP INDEX investment_project_bigrams;
      CREATE INDEX investment_project_bigrams ON investment_project USING gin (bigrams(folded(name))) WITH (fastupdate = off);
      DROP INDEX contract_number_prefix;
      CREATE INDEX contract_number_folded ON contract (folded(number) text_pattern_ops);
    `);
    await audited(runner, 'enterprise_former_name', { versioned: false });
    await this.spell(runner);
  }

  /** A thousand names at a time: pinyin is not computed in SQL. */
  private async spell(runner: QueryRunner): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const firms = (await runner.query('SELECT id, name FROM enterprise WHERE id > $1 ORDER BY id LIMIT 1000', [
        after,
      ])) as { id: string; name: string }[];
      const last = firms.at(-1);
      if (!last) return;
      after = last.id;
      await runner.query(
        `UPDATE enterprise e
         SET spellings = s.spellings, version = e.version + 1
         FROM unnest($1::uuid[], $2::text[]) AS s (id, spellings)
         WHERE e.id = s.id`,
        [firms.map(({ id }) => id), firms.map(({ name }) => pinyinOf(name).spellings)],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('former names that were kept are not taken down');
  }
}

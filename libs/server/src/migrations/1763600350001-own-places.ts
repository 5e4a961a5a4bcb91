import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amount, audited, recordColumns } from './audited.js';

const entry: readonly string[] = [
  `name_en text NOT NULL DEFAULT ''`,
  'valid_from date',
  'closed_from date',
  'closed_reason text',
  'CHECK (closed_from > valid_from)',
  'CHECK ((closed_from IS NULL) = (closed_reason IS NULL))',
];
const columns = entry.join(', ');
const added = entry.map((part) => `ADD ${part}`).join(', ');

/** Parks, industries and chains as an office keeps them: closed by a day, never deleted; chains are a tree. */
export class OwnPlaces1763600350001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      CREATE TABLE industry_chain (
        id uuid PRIMARY KEY, code text NOT NULL UNIQUE, name text NOT NULL UNIQUE, position int NOT NULL DEFAULT 0,
        parent_id uuid REFERENCES industry_chain (id) CHECK (parent_id <> id),
        chief text NOT NULL DEFAULT '', goal text NOT NULL DEFAULT '', ${columns}, ${recordColumns});
      CREATE INDEX industry_chain_parent ON industry_chain (parent_id);

      ALTER TABLE park ${added},
        ADD ${amount('area_mu')}, ADD leading_industry_ids uuid[] NOT NULL DEFAULT '{}',
        ADD expansion_sites text[] NOT NULL DEFAULT '{}';
      ALTER TABLE industry ${added},
        ADD chain_id uuid REFERENCES industry_chain (id), ADD aliases text[] NOT NULL DEFAULT '{}',
        ADD task text CHECK (task IN ('strengthen', 'fill', 'extend'));
      CREATE INDEX industry_chain_id ON industry (chain_id);

      -- A cluster was a word beside the industry; it becomes a chain.
      INSERT INTO industry_chain (id, code, name, position)
      SELECT gen_random_uuid(), 'CHAIN-' || row_number() OVER (ORDER BY min(position)), cluster,
        row_number() OVER (ORDER BY min(position))
      FROM industry WHERE cluster IS NOT NULL GROUP BY cluster;
      UPDATE industry i SET chain_id = c.id, version = i.version + 1 FROM industry_chain c WHERE c.name = i.cluster;
      ALTER TABLE industry DROP COLUMN cluster;
    `);
    await audited(runner, 'industry_chain');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      ALTER TABLE industry ADD cluster text;
      UPDATE industry i SET cluster = c.name, version = i.version + 1 FROM industry_chain c WHERE c.id = i.chain_id;
      ALTER TABLE industry DROP COLUMN chain_id, DROP COLUMN aliases, DROP COLUMN task;
      ALTER TABLE park DROP COLUMN area_mu, DROP COLUMN leading_industry_ids, DROP COLUMN expansion_sites;
      DROP TABLE industry_chain;
    `);
    for (const table of ['park', 'industry'])
      await runner.query(
        `ALTER TABLE ${table} DROP COLUMN name_en, DROP COLUMN valid_from, DROP COLUMN closed_from, DROP COLUMN closed_reason`,
      );
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amount, audited, recordColumns } from './audited.js';

export class Reference1763600030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE park (id uuid PRIMARY KEY, code text NOT NULL UNIQUE, name text NOT NULL UNIQUE, short_name text NOT NULL, focus text NOT NULL DEFAULT '', park_class text, region text, position int NOT NULL DEFAULT 0, ${recordColumns});
      CREATE TABLE industry (id uuid PRIMARY KEY, code text NOT NULL UNIQUE, name text NOT NULL UNIQUE, cluster text, position int NOT NULL DEFAULT 0, ${recordColumns});

      -- A version is never rewritten; a value that is absent (不设) is a row without one.
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE TABLE provincial_standard (
        id uuid PRIMARY KEY, indicator text NOT NULL CHECK (indicator IN ('investment', 'output', 'tax')),
        place_level text NOT NULL CHECK (place_level IN ('park', 'park-class', 'region', 'zone')), place_key text,
        industry_id uuid REFERENCES industry (id), valid_from date NOT NULL, valid_to date, ${amount('per_mu_wan')},
        document_no text NOT NULL, source text NOT NULL DEFAULT '', derived boolean NOT NULL DEFAULT false, ${recordColumns},
        CHECK ((place_level = 'zone') = (place_key IS NULL)), CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CONSTRAINT provincial_standard_overlap EXCLUDE USING gist (
          indicator WITH =, place_level WITH =, coalesce(place_key, '') WITH =, coalesce(industry_id::text, '') WITH =, daterange(valid_from, valid_to, '[]') WITH &&));
      CREATE INDEX provincial_standard_industry ON provincial_standard (industry_id);

      -- Only what departs from Monday to Friday; a year is loaded when it has a row in calendar_year.
      CREATE TABLE calendar_year (id uuid PRIMARY KEY, year int NOT NULL UNIQUE, source text NOT NULL, ${recordColumns});
      CREATE TABLE working_day (id uuid PRIMARY KEY, day date NOT NULL UNIQUE, kind text NOT NULL CHECK (kind IN ('holiday', 'make-up')), name text NOT NULL DEFAULT '', ${recordColumns});
    `);
    for (const table of ['park', 'industry', 'provincial_standard', 'calendar_year', 'working_day'])
      await audited(runner, table);
  }

  async down(): Promise<void> {
    throw new Error('the first floor is not taken down');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './audited.js';

export class KeysAndDefaults1763600121000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A programme at the API. It acts as a user of its own, who has no password and cannot sign in; only the digest of the key is kept.
      CREATE TABLE api_key (
        id uuid PRIMARY KEY, user_id uuid NOT NULL UNIQUE REFERENCES app_user (id), name text NOT NULL, key_hash bytea NOT NULL UNIQUE, hint text NOT NULL, scope text NOT NULL CHECK (scope IN ('read', 'actuals', 'all')), expires_on date,
        created_by uuid REFERENCES app_user (id), created_at timestamptz NOT NULL DEFAULT now(), last_used_at timestamptz, revoked_by uuid REFERENCES app_user (id), revoked_at timestamptz);
      CREATE INDEX api_key_created_by ON api_key (created_by);
      CREATE INDEX api_key_revoked_by ON api_key (revoked_by);

      ALTER TABLE assessment_default ADD COLUMN reason text;
    `);
    await audited(runner, 'api_key', { versioned: false, unrecorded: ['key_hash', 'last_used_at'] });
  }

  async down(): Promise<void> {
    throw new Error('keys that were handed out are not taken down');
  }
}

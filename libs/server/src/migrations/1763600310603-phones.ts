import { phonesIn } from '@crm/api-contract/enterprises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every number is normalised, so that two contacts can be compared by number. A text that is no number stays as typed.
 */
export class Phones1763600310603 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SELECT set_config('app.actor', 'system:migrate', true);
      -- The numbers of a text, without their extensions.
      CREATE FUNCTION phone_numbers(phones text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT string_to_array(regexp_replace(phones, '转[0-9]+', '', 'g'), '、')
      $$;
      DROP INDEX contact_phone;
      CREATE INDEX contact_phone ON contact USING gin (phone_numbers(phone)) WITH (fastupdate = off);
    `);
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const contacts = (await runner.query(
        `SELECT id, phone FROM contact WHERE id > $1 AND phone <> '' ORDER BY id LIMIT 1000`,
        [after],
      )) as { id: string; phone: string }[];
      const last = contacts.at(-1);
      if (!last) return;
      after = last.id;
      const read = contacts.map(({ id, phone }) => ({ id, phone, now: phonesIn(phone)?.join('、') ?? phone }));
      const changed = read.filter(({ phone, now }) => phone !== now);
      await runner.query(
        `UPDATE contact c
         SET phone = n.phone, version = c.version + 1
         FROM unnest($1::uuid[], $2::text[]) AS n (id, phone)
         WHERE c.id = n.id`,
        [changed.map(({ id }) => id), changed.map(({ now }) => now)],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('numbers in one form are not taken apart again');
  }
}

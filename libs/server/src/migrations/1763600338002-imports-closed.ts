import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = (...further: readonly string[]): string =>
  [
    ...['uploaded', 'needs-mapping', 'checking', 'checked', 'committing', 'committed', 'reverting', 'failed'],
    ...['reverted', ...further],
  ]
    .map((state) => `'${state}'`)
    .join(', ');

/** An import that waits for a person can be closed: every import comes to an end. */
export class ImportsClosed1763600338002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import DROP CONSTRAINT import_status_check;
      ALTER TABLE import ADD CONSTRAINT import_status_check CHECK (status IN (${states('closed')}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import DROP CONSTRAINT import_status_check;
      ALTER TABLE import ADD CONSTRAINT import_status_check CHECK (status IN (${states()}));
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The seal runs as the owner of the tables, so that the runtime role needs no right to change chains and links. */
export class TwoRoles1763600336000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION audit_seal() SECURITY DEFINER SET search_path = public, pg_temp');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION audit_seal() SECURITY INVOKER RESET search_path');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Timeline1763600180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Reminders of a record, sent alone or in a digest; every other source of the timeline has its index.
    await runner.query(
      `CREATE INDEX reminder_occurrence_subject ON reminder_occurrence (subject_type, subject_id)
       WHERE status IN ('sent', 'gathered')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX reminder_occurrence_subject');
  }
}

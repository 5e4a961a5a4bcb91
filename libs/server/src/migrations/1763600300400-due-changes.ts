import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a changed row reports: kinds and ids of the records whose reminders are planned again. */
const NAMED: Readonly<Record<string, string>> = {
  lead: `SELECT 'lead', c.id FROM changed c`,
  contract: `
    SELECT 'contract', x.id
    FROM changed c
    CROSS JOIN LATERAL (VALUES (c.id), (c.renews_id), (c.parent_id)) AS x(id)
  `,
  commitment: `SELECT 'contract', c.contract_id FROM changed c`,
  commitment_term: `SELECT 'contract', m.contract_id FROM changed c JOIN commitment m ON m.id = c.commitment_id`,
  assessment: `SELECT 'contract', c.contract_id FROM changed c`,
  milestone: `SELECT 'contract', c.contract_id FROM changed c`,
  milestone_extension: `SELECT 'contract', m.contract_id FROM changed c JOIN milestone m ON m.id = c.milestone_id`,
  milestone_reached: `SELECT 'contract', m.contract_id FROM changed c JOIN milestone m ON m.id = c.milestone_id`,
  support_clause: `SELECT 'contract', c.contract_id FROM changed c`,
  receipt: `SELECT 'contract', c.contract_id FROM changed c`,
  approval: `SELECT 'approval', c.id FROM changed c`,
  approval_step: `SELECT 'approval', c.approval_id FROM changed c`,
  secretary_assignment: `SELECT 'enterprise', c.enterprise_id FROM changed c`,
  pace_target: `SELECT 'pace-target', c.id FROM changed c`,
  pace_figure: `SELECT 'pace-target', c.target_id FROM changed c`,
};

/** The transition tables of each event. A trigger with such a table accepts only one event. */
const EVENTS = [
  ['insert', 'NEW'],
  ['update', 'NEW'],
  ['delete', 'OLD'],
] as const;

/**
 * The record that a reminder was planned with. A deleted record leaves none; the first sweep then cancels the reminder.
 */
const UNIT = `
  CASE
    WHEN o.subject_type = 'commitment' THEN (SELECT m.contract_id FROM commitment m WHERE m.id::text = o.subject_id)
    WHEN o.subject_type = 'milestone' THEN (SELECT m.contract_id FROM milestone m WHERE m.id::text = o.subject_id)
    WHEN o.subject_type = 'support-clause' THEN (
      SELECT s.contract_id FROM support_clause s WHERE s.id::text = o.subject_id
    )
    WHEN o.subject_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-' THEN split_part(o.subject_id, ':', 1)::uuid
  END
`;

/**
 * Reminders follow single records. Stored are the changes, how far a room is planned, and the record of each reminder.
 */
export class DueChanges1763600300400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE due_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, record uuid NOT NULL,
        bulk boolean NOT NULL DEFAULT false, at timestamptz NOT NULL DEFAULT now(), tries int NOT NULL DEFAULT 0,
        not_before timestamptz, error text
      );
      CREATE INDEX due_change_next ON due_change (bulk, id);
      CREATE TABLE due_ask (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, room text NOT NULL, at timestamptz NOT NULL DEFAULT now()
      );
      -- One row per room. The lease says who is at it: it works behind a pooler, where a session's lock does not.
      CREATE TABLE due_sweep (
        id uuid PRIMARY KEY, room text NOT NULL UNIQUE, on_day date, running boolean NOT NULL DEFAULT false, after uuid,
        token uuid, lease_until timestamptz, ended_at timestamptz, units int NOT NULL DEFAULT 0,
        failed int NOT NULL DEFAULT 0, error text, failed_at timestamptz, checked_at timestamptz,
        missing int NOT NULL DEFAULT 0, CHECK ((token IS NULL) = (lease_until IS NULL))
      );

      ALTER TABLE reminder_occurrence ADD COLUMN unit uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
      ALTER TABLE reminder ADD COLUMN unit uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
      ADD COLUMN withdrawn text CHECK (withdrawn IN ('settled', 'handed-on')),
      ADD CHECK (withdrawn IS NULL OR status = 'done');
      UPDATE reminder_occurrence o
      SET unit = coalesce(${UNIT}, unit)
      WHERE status IN ('pending', 'gathered')
          OR EXISTS (SELECT 1 FROM reminder t WHERE t.occurrence_id = o.id AND t.status <> 'done');
      SELECT set_config('app.actor', 'system:migrate', true);
      UPDATE reminder t
      SET unit = o.unit
      FROM reminder_occurrence o
      WHERE o.id = t.occurrence_id AND t.status <> 'done' AND t.unit <> o.unit;

      CREATE INDEX reminder_occurrence_planned ON reminder_occurrence (rule, unit) WHERE status = 'pending';
      CREATE INDEX reminder_occurrence_in_digest ON reminder_occurrence (rule, unit, remind_on) WHERE status = 'gathered';
      CREATE INDEX reminder_occurrence_to_gather ON reminder_occurrence (recipient_id, channel, due_day, id)
      WHERE digest AND status = 'pending';
      -- Each person's next; and what is on its way, of which there is never much.
      CREATE INDEX reminder_occurrence_next ON reminder_occurrence (recipient_id, due_at, id)
      WHERE status = 'pending' AND NOT digest;
      CREATE INDEX reminder_occurrence_enqueued ON reminder_occurrence (enqueued_at)
      WHERE status = 'pending' AND enqueued_at IS NOT NULL;
      DROP INDEX reminder_occurrence_due;
      CREATE INDEX reminder_occurrence_due ON reminder_occurrence (due_at) WHERE status = 'pending' AND NOT digest;
      CREATE INDEX reminder_planned ON reminder (rule, unit) WHERE status <> 'done';
      CREATE INDEX reminder_withdrawn ON reminder (rule, unit) WHERE withdrawn IS NOT NULL;
      -- A sweep walks the leads somebody works on, in the order of their ids.
      CREATE INDEX lead_worked ON lead (id) WHERE stage NOT IN ('signed', 'lost', 'withdrawn');
    `);
    for (const [table, named] of Object.entries(NAMED)) {
      await runner.query(`
        CREATE FUNCTION ${table}_due() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO due_change (kind, record, bulk)
          SELECT n.kind, n.record, count(*) OVER () > 50
          FROM (SELECT DISTINCT * FROM (${named}) AS named(kind, record) WHERE record IS NOT NULL) n;
          RETURN NULL;
        END $$
      `);
      for (const [event, rows] of EVENTS)
        await runner.query(
          `CREATE TRIGGER ${table}_due_${event} AFTER ${event} ON ${table} REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ${table}_due()`,
        );
    }
    await runner.query(`
      -- Who joins or leaves a role changes whom rules name: what they work on at once, the rest by a sweep.
      CREATE FUNCTION app_user_due() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO due_change (kind, record) VALUES ('user', NEW.id);
        INSERT INTO due_ask (room) SELECT room FROM due_sweep;
        RETURN NULL;
      END $$;
      CREATE TRIGGER app_user_due AFTER UPDATE ON app_user FOR EACH ROW
      WHEN ((OLD.role, OLD.department_id, OLD.disabled_at, OLD.email) IS DISTINCT FROM (NEW.role, NEW.department_id, NEW.disabled_at, NEW.email))
      EXECUTE FUNCTION app_user_due();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...Object.keys(NAMED), 'app_user']) await runner.query(`DROP FUNCTION ${table}_due() CASCADE`);
    await runner.query(`
      DROP TABLE due_change, due_ask, due_sweep;
      DROP INDEX lead_worked, reminder_occurrence_due;
      ALTER TABLE reminder_occurrence DROP COLUMN unit;
      ALTER TABLE reminder DROP COLUMN unit, DROP COLUMN withdrawn;
      CREATE INDEX reminder_occurrence_due ON reminder_occurrence (due_at) WHERE status = 'pending';
    `);
  }
}

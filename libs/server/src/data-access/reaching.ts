import { reachOf, type Permission } from '@crm/api-contract/permissions';
import { Refusal } from '@crm/domain/refusal';
import { Where, type Rows } from '@crm/platform/db';
import type { Actor } from './actor.js';
import { tiedTables, type Tied, type TiedTable } from './tied-rows.js';

/** A condition for `Where.and(...)`: SQL with `?` for each value. */
export type Condition = readonly [sql: string, ...values: unknown[]];

/** A table of the statement and its alias there. */
export type RowsAs = readonly [table: TiedTable, alias: string];

const NOBODY: Condition = ['false'];
const EVERYBODY: Condition = ['true'];

/** Whether the condition holds for every row, for none, or (undefined) for some. */
export const isAlways = (condition: Condition): boolean | undefined =>
  condition === EVERYBODY ? true : condition === NOBODY ? false : undefined;

/**
 * The rows that an actor may access, by the table of permissions. It serves reads and writes of every room.
 * The alias stands only to the left of `IN` and `= ANY`, never inside a subquery. So no name inside can shadow it.
 */
export function reaching(actor: Actor, [action, subject]: Permission, rows: RowsAs, today?: string): Condition {
  const reach = reachOf(actor.role, action, subject);
  const row = at(rows);
  switch (reach) {
    case undefined:
      return NOBODY;
    case 'zone':
      return EVERYBODY;
    case 'own':
      return either(row.people.map((person) => [`${person} = ?`, actor.userId]));
    case 'assigned':
      return ofEnterprises(row, assigned(actor, today));
    case 'scope':
      return withinScope(actor, row);
    case 'signed':
      return either([[`${rows[1]}.signed_on IS NOT NULL`], withinScope(actor, row)]);
  }
}

/** Whether the actor reaches every row of the subject: their answer is then the same as that of others who do. */
export function seesAll(actor: Actor, [action, subject]: Permission): boolean {
  const reach = reachOf(actor.role, action, subject);
  return reach === 'zone' || (reach === 'scope' && actor.dataScope === 'all');
}

/**
 * Refuses `access.scope` if the actor may read the record but not do this. Reading is checked first and refuses with
 * 404.
 */
export async function assertReach(
  db: Rows,
  actor: Actor,
  permission: Permission,
  table: TiedTable,
  id: string,
  today?: string,
): Promise<void> {
  const reached = reaching(actor, permission, [table, 't'], today);
  if (reached === EVERYBODY) return;
  const where = new Where().and('t.id = ?', id).and(...reached);
  if (await db.one(`SELECT 1 FROM ${table} t ${where.sql}`, where.values)) return;
  throw Refusal.forbidden('access.scope', { action: permission[0], subject: permission[1] });
}

/**
 * Enterprises an officer works with: registered within scope, or by a lead or a signed contract there. A lead logged
 * over a colleague's first report does not count, so that it opens nothing.
 */
export function workingWith(actor: Actor, enterprise: string): Condition {
  if (actor.dataScope === 'all') return EVERYBODY;
  const [owner, ...owners] = anyInScope(actor, 'own_lead.owner_id');
  const [officer, ...officers] = anyInScope(actor, 'own_contract.officer_id');
  const [registered, ...registering] = anyInScope(actor, 'own_firm.created_by');
  return [
    `${enterprise} IN (
       SELECT own_lead.enterprise_id FROM lead own_lead WHERE own_lead.override_reason IS NULL AND ${owner}
       UNION ALL
       SELECT own_contract.enterprise_id
       FROM contract own_contract
       WHERE own_contract.signed_on IS NOT NULL AND ${officer}
       UNION ALL
       SELECT own_firm.id FROM enterprise own_firm WHERE ${registered}
     )`,
    ...owners,
    ...officers,
    ...registering,
  ];
}

interface RowAt {
  readonly people: readonly string[];
  readonly enterprise: string | undefined;
  readonly contract: string | undefined;
}

const ALIAS = /^[a-z][a-z_]*$/;

function at([table, alias]: RowsAs): RowAt {
  if (!ALIAS.test(alias)) throw new Error(`not an alias: ${alias}`);
  const tied: Tied = tiedTables[table];
  const column = (name: string) => `${alias}.${name}`;
  return {
    people: tied.people.map(column),
    enterprise: tied.enterprise && column(tied.enterprise),
    contract: tied.contract && column(tied.contract),
  };
}

function withinScope(actor: Actor, row: RowAt): Condition {
  if (actor.dataScope === 'all') return EVERYBODY;
  const tied = row.people.map((person) => anyInScope(actor, person));
  return either(row.enterprise === undefined ? tied : [...tied, workingWith(actor, row.enterprise)]);
}

/** People within the data scope: oneself; the department; it and those below; the departments named. */
function anyInScope(actor: Actor, person: string): Condition {
  switch (actor.dataScope) {
    case 'all':
      return EVERYBODY;
    case 'named':
      return [
        `(${person} = ? OR ${person} = ANY (
           ARRAY(
             SELECT u.id
             FROM app_user u
             JOIN scope_department s ON s.department_id = u.department_id
             WHERE s.user_id = ?
           )
         ))`,
        actor.userId,
        actor.userId,
      ];
    case 'department':
      if (actor.departmentId !== null)
        return [`${person} = ANY (ARRAY(SELECT u.id FROM app_user u WHERE u.department_id = ?))`, actor.departmentId];
      break;
    case 'department-and-below':
      if (actor.departmentId !== null)
        return [
          `${person} = ANY (
             ARRAY(
               WITH RECURSIVE below AS (
                 SELECT d.id
                 FROM department d
                 WHERE d.id = ?
                 UNION
                 SELECT d.id
                 FROM department d
                 JOIN below b ON d.parent_id = b.id
               )
               SELECT u.id
               FROM app_user u
               JOIN below b ON u.department_id = b.id
             )
           )`,
          actor.departmentId,
        ];
      break;
    case 'self':
  }
  return [`${person} = ?`, actor.userId];
}

/** Enterprises assigned to the actor on the day. */
function assigned(actor: Actor, today: string | undefined): Condition {
  if (today === undefined) throw new Error('assignments need the day');
  return [
    `SELECT sa.enterprise_id
     FROM secretary_assignment sa
     WHERE sa.user_id = ? AND sa.from_day <= ? AND (sa.to_day IS NULL OR sa.to_day >= ?)`,
    actor.userId,
    today,
    today,
  ];
}

function ofEnterprises({ enterprise, contract }: RowAt, [within, ...values]: Condition): Condition {
  if (enterprise) return [`${enterprise} IN (${within})`, ...values];
  if (contract) return [`${contract} IN (SELECT k.id FROM contract k WHERE k.enterprise_id IN (${within}))`, ...values];
  return NOBODY;
}

function either(conditions: readonly Condition[]): Condition {
  if (conditions.some((condition) => condition === EVERYBODY)) return EVERYBODY;
  if (conditions.length === 0) return NOBODY;
  return [`(${conditions.map(([sql]) => sql).join(' OR ')})`, ...conditions.flatMap(([, ...values]) => values)];
}

import type { Actor } from './actor.js';
import type { Condition } from './assigned-to.js';

/**
 * Records an actor may see by owner. Administrators, managers and auditors see all; an officer by data scope (own,
 * department, department and below, all); a secretary none. `owner` is the column of the user, such as `t.owner_id`.
 */
export function ownedWithin(actor: Actor, owner: string): Condition {
  if (actor.role === 'secretary') return ['false'];
  if (actor.role !== 'officer' || actor.dataScope === 'all') return ['true'];
  if (actor.dataScope === 'self' || actor.departmentId === null) return [`${owner} = ?`, actor.userId];
  if (actor.dataScope === 'department')
    return [`${owner} = ANY (ARRAY(SELECT id FROM app_user WHERE department_id = ?))`, actor.departmentId];
  return [
    `${owner} = ANY (
       ARRAY(
         WITH RECURSIVE below AS (
           SELECT id
           FROM department
           WHERE id = ?
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
}

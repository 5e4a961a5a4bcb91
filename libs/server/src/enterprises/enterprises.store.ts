import type { Rows } from '@crm/platform/db';
import { Where, reaching, workingWith, type Actor, type Condition } from '../data-access/index.js';
import { ENTERPRISE_COLUMNS, ENTERPRISE_FROM, type EnterpriseRow } from './enterprise.view.js';

/** Enterprises that an actor may see: all of the zone for an officer, those assigned today for a secretary. */
export const visibleEnterprises = (actor: Actor, alias: string, today: string): Condition =>
  reaching(actor, ['read', 'Enterprise'], ['enterprise', alias], today);

/**
 * Who sees whole phone numbers: the secretary of the enterprise, and officers with a lead or signed contract there in
 * scope. All others see them masked, whatever their rank; so does every key. `enterpriseId` is the column.
 */
export function worksWith(actor: Actor, enterpriseId: string): Condition {
  if (actor.keyScope) return ['false'];
  if (actor.role === 'secretary') return ['true'];
  return actor.role === 'officer' ? workingWith(actor, enterpriseId) : ['false'];
}

/** The enterprises of my leads, or those assigned to me. */
export function mine(actor: Actor, today: string): Condition {
  if (actor.role === 'secretary') return visibleEnterprises(actor, 't', today);
  return ['t.id IN (SELECT ml.enterprise_id FROM lead ml WHERE ml.owner_id = ?)', actor.userId];
}

export async function enterpriseById(
  rows: Rows,
  actor: Actor,
  id: string,
  today: string,
): Promise<EnterpriseRow | undefined> {
  const where = new Where().and('t.id = ?', id).and(...visibleEnterprises(actor, 't', today));
  return (
    await rows.hot<EnterpriseRow>(`SELECT ${ENTERPRISE_COLUMNS} FROM ${ENTERPRISE_FROM} ${where.sql}`, where.values)
  )[0];
}

export interface AboutRow {
  leads: number;
  worked: number;
  contracts: number;
  contacts: number;
  secretaryId: string | null;
  secretaryName: string | null;
  secretarySince: string | null;
}

/** Counts of the enterprise's records; only leads in scope count. */
export async function aboutEnterprise(rows: Rows, actor: Actor, id: string, today: string): Promise<AboutRow> {
  const where = new Where([id, today])
    .and('l.enterprise_id = $1')
    .and(...reaching(actor, ['read', 'Lead'], ['lead', 'l'], today));
  const [row] = await rows.rows<AboutRow>(
    `SELECT
       l.*, (SELECT count(*)::int FROM contact c WHERE c.enterprise_id = $1) AS contacts,
       (SELECT count(*)::int FROM contract k WHERE k.enterprise_id = $1 AND k.status <> 'void') AS contracts,
       s.user_id AS "secretaryId", s.name AS "secretaryName", s.from_day AS "secretarySince"
     FROM
       (
         SELECT
           count(*)::int AS leads,
           count(*) FILTER (WHERE l.stage NOT IN ('signed', 'lost', 'withdrawn'))::int AS worked
         FROM lead l ${where.sql}
       ) l
     LEFT JOIN LATERAL (
       SELECT sa.user_id, u.name, sa.from_day
       FROM secretary_assignment sa
       JOIN app_user u ON u.id = sa.user_id
       WHERE sa.enterprise_id = $1
           AND sa.role = 'primary'
           AND sa.from_day <= $2
           AND (sa.to_day IS NULL OR sa.to_day >= $2)
       LIMIT 1
     ) s
       ON true`,
    where.values,
  );
  return row as AboutRow;
}

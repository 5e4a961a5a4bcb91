import type { RowOf, Rows, Tx } from '@crm/platform/db';
import { matchingName } from '@crm/domain/enterprises';
import { Where, reaching, workingWith, type Actor, type Condition } from '../data-access/index.js';
import { enterpriseTable } from './enterprise.entity.js';
import { ENTERPRISE_COLUMNS, ENTERPRISE_FROM, type EnterpriseRow } from './enterprise.view.js';
import { pinyinOf } from './pinyin-of.js';

/** Enterprises an actor may see: an officer all of the zone, a secretary those assigned today. */
export const visibleEnterprises = (actor: Actor, alias: string, today: string): Condition =>
  reaching(actor, ['read', 'Enterprise'], ['enterprise', alias], today);

/**
 * Who works with an enterprise sees the phone numbers: its secretary, and officers by a lead or signed contract in
 * scope. Others see them masked, whatever their rank; so does every key. `enterpriseId` is the column.
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

/**
 * Locks one name and one code until the transaction ends, so that two people cannot create the same enterprise twice.
 */
export const lockIdentity = (tx: Tx, matchName: string, creditCode: string | null) =>
  tx.hot(
    `SELECT pg_advisory_xact_lock(key)
     FROM (SELECT hashtextextended(identity, 91) AS key FROM unnest($1::text[]) AS identity ORDER BY 1) AS keys`,
    [creditCode ? [`name:${matchName}`, `code:${creditCode}`] : [`name:${matchName}`]],
  );

/** The enterprise meant: by credit code; otherwise by name, unless both have codes that differ. */
const FOUND_BY_IDENTITY = `(credit_code = $2 OR (match_name = $1 AND (credit_code IS NULL OR $2::text IS NULL)))`;

export const enterpriseByIdentity = async (rows: Rows, matchName: string, creditCode: string | null) =>
  (
    await rows.hot<Pick<RowOf<typeof enterpriseTable>, 'id' | 'name' | 'creditCode'>>(
      `SELECT ${enterpriseTable.pick('enterprise', 'id', 'name', 'creditCode')}
       FROM enterprise
       WHERE ${FOUND_BY_IDENTITY}
       ORDER BY (credit_code = $2) DESC NULLS LAST, created_at, id
       LIMIT 1`,
      [matchName, creditCode],
    )
  )[0];

/**
 * Updates the matching and search texts of an enterprise and its leads after a new name. An editor does not set them,
 * so they are not part of the guarded change.
 */
export async function followName(tx: Tx, id: string, name: string): Promise<void> {
  const { pinyin, initials } = pinyinOf(name);
  await enterpriseTable.update(tx, { id }, { matchName: matchingName(name), pinyin, initials });
  await tx.run(
    `UPDATE lead
     SET search_text = folded($2) || '|' || folded(project_name), version = version + 1
     WHERE enterprise_id = $1`,
    [id, name],
  );
}

import type { RowOf, Rows, Tx } from '@crm/platform/db';
import { addDays } from '@crm/domain/days';
import { enterpriseMeant, isSameName, matchingName, matchingProjectName } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import { Where, reaching, workingWith, type Actor, type Condition } from '../data-access/index.js';
import { enterpriseTable, formerNameTable } from './enterprise.entity.js';
import { ENTERPRISE_COLUMNS, ENTERPRISE_FROM, type EnterpriseRow } from './enterprise.view.js';
import { pinyinOf } from './pinyin-of.js';

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

/**
 * Locks one name and one code until the transaction ends, so that two people cannot create the same enterprise twice.
 */
export const lockIdentity = (tx: Tx, matchName: string, creditCode: string | null) =>
  tx.hot(
    `SELECT pg_advisory_xact_lock(key)
     FROM (SELECT hashtextextended(identity, 91) AS key FROM unnest($1::text[]) AS identity ORDER BY 1) AS keys`,
    [creditCode ? [`name:${matchName}`, `code:${creditCode}`] : [`name:${matchName}`]],
  );

type Found = Pick<RowOf<typeof enterpriseTable>, 'id' | 'name' | 'creditCode' | 'formerText'>;

/** The enterprise that a name and a code refer to, see {@link enterpriseMeant}. Of equals, the oldest. */
export async function enterpriseByIdentity(
  rows: Rows,
  typed: { readonly name: string; readonly matchName: string; readonly creditCode: string | null },
  options: { readonly exact?: boolean } = {},
): Promise<Found | undefined> {
  const found = await rows.hot<Found>(
    `SELECT ${enterpriseTable.pick('enterprise', 'id', 'name', 'creditCode', 'formerText')}
     FROM enterprise
     WHERE credit_code = $2 OR match_name = $1
     ORDER BY created_at, id
     LIMIT 100`,
    [typed.matchName, typed.creditCode],
  );
  return enterpriseMeant(typed, found, options);
}

/** Refuses `enterprise.renamed` if an enterprise once had this name: otherwise it would be registered twice. */
export async function refuseFormerName(
  rows: Rows,
  typed: { readonly name: string; readonly matchName: string },
  pointer: string,
): Promise<void> {
  const bore = await rows.hot<{ id: string; name: string; former: string; to_day: string }>(
    `SELECT e.id, e.name, f.name AS former, f.to_day
     FROM enterprise_former_name f
     JOIN enterprise e ON e.id = f.enterprise_id
     WHERE f.match_name = $1
     ORDER BY f.to_day DESC
     LIMIT 20`,
    [typed.matchName],
  );
  const renamed = bore.find(({ former }) => isSameName(former, typed.name));
  if (!renamed) return;
  const { id, name, former, to_day: toDay } = renamed;
  throw Refusal.fields([{ pointer, code: 'enterprise.renamed', params: { enterpriseId: id, name, former, toDay } }]);
}

/** Former names of an enterprise, the latest first; each begins on the day after the previous one. */
export async function formerNamesOf(rows: Rows, enterpriseId: string) {
  const former = await formerNameTable.find(rows, { enterpriseId }, 'ORDER BY to_day DESC, id');
  return former.map(({ name, toDay }, at) => {
    const before = former[at + 1];
    return { name, fromDay: before ? addDays(before.toDay, 1) : null, toDay };
  });
}

/**
 * Updates the matching and search texts of an enterprise and its leads after a new name. An editor does not set them,
 * so they are not part of the guarded change.
 */
export async function followName(tx: Tx, id: string, name: string): Promise<void> {
  const former = await formerNameTable.find(tx, { enterpriseId: id }, 'ORDER BY to_day DESC, id');
  const spelt = [name, ...former.map((one) => one.name)].map(pinyinOf);
  await enterpriseTable.update(
    tx,
    { id },
    {
      matchName: matchingName(name),
      pinyin: spelt[0]!.pinyin,
      initials: spelt[0]!.initials,
      spellings: [...new Set(spelt.flatMap(({ spellings }) => spellings.split(' ')))].join(' '),
      formerText: former.map((one) => `|${matchingProjectName(one.name)}`).join(''),
    },
  );
  await tx.run(
    `UPDATE lead
     SET search_text = e.search_name || '|' || folded(lead.project_name), version = lead.version + 1
     FROM enterprise e
     WHERE e.id = $1 AND lead.enterprise_id = $1`,
    [id],
  );
}

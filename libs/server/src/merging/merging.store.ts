import type { AlongRecord } from '@crm/api-contract/enterprises';
import type { ProbableDuplicate } from '@crm/api-contract/merging';
import { couldBeSameName } from '@crm/domain/enterprises';
import type { Rows } from '@crm/platform/db';
import { grouped } from '../data-access/index.js';
import { ENTERPRISE_COLUMNS, ENTERPRISE_FROM, enterpriseView, type EnterpriseRow } from '../enterprises/index.js';
import { apartAmong, pairKey, toldApart } from './distinctions.store.js';

/** The most names, and the most pairs, that the list of probable duplicates shows. */
export const SHOWN = 200;

interface Named extends EnterpriseRow {
  readonly matchName: string;
}

const NAMED = `SELECT ${ENTERPRISE_COLUMNS}, t.match_name AS "matchName" FROM ${ENTERPRISE_FROM}`;

/** Of the records of this name, two that could be one firm are not told apart. */
const SOME_OPEN = `EXISTS (
  SELECT 1
  FROM enterprise a
  JOIN enterprise b ON b.match_name = a.match_name AND b.id > a.id
  WHERE a.match_name = t.match_name AND (a.credit_code IS NULL OR b.credit_code IS NULL) AND NOT ${toldApart('a', 'b')}
)`;

/**
 * Pairs of records that are probably one firm: one normalised name and legal form, or a present and a former name. Two
 * codes are two firms, so one of each pair has none. What a person told apart is left out.
 */
export async function probableDuplicates(rows: Rows): Promise<{ pairs: ProbableDuplicate[]; more: boolean }> {
  const twice = await rows.rows<{ name: string }>(
    `SELECT match_name AS name
     FROM enterprise t
     GROUP BY match_name
     HAVING count(*) > 1 AND bool_or(credit_code IS NULL) AND ${SOME_OPEN}
     ORDER BY match_name
     LIMIT ${SHOWN + 1}`,
  );
  const names = twice.slice(0, SHOWN).map(({ name }) => name);
  const same = await rows.rows<Named>(`${NAMED} WHERE t.match_name = ANY($1) ORDER BY t.created_at, t.id LIMIT 2000`, [
    names,
  ]);
  const groups = grouped(same, ({ matchName }) => matchName);
  const apart = await apartAmong(
    rows,
    same.map(({ id }) => id),
  );
  const byName = [...groups.values()].flatMap((group) => pairsOf(group, apart));
  const renamed = await formerlyNamed(rows);
  const pairs = [...byName, ...renamed];
  return { pairs: pairs.slice(0, SHOWN), more: twice.length > SHOWN || pairs.length > SHOWN };
}

/** Each record without a code, with the first that it could be: one with a code, else the oldest. */
function pairsOf(group: readonly Named[], apart: ReadonlySet<string>): ProbableDuplicate[] {
  const coded = group.filter(({ creditCode }) => creditCode !== null);
  const without = group.filter(({ creditCode }) => creditCode === null);
  return without.flatMap((going, at) => {
    const staying = [...coded, ...without.slice(0, at)].find(
      (one) => couldBeSameName(one.name, going.name) && !apart.has(pairKey(one.id, going.id)),
    );
    return staying ? [pair('name', staying, going)] : [];
  });
}

/** A record whose name another one bore before. The other one stays: it has the later name. */
async function formerlyNamed(rows: Rows): Promise<ProbableDuplicate[]> {
  const found = await rows.rows<{ staying: string; going: string; former: string }>(
    `SELECT f.enterprise_id AS staying, g.id AS going, f.name AS former
     FROM enterprise_former_name f
     JOIN enterprise g ON g.match_name = f.match_name AND g.id <> f.enterprise_id
     JOIN enterprise s ON s.id = f.enterprise_id
     WHERE (g.credit_code IS NULL OR s.credit_code IS NULL)
         AND s.match_name <> f.match_name
         AND NOT ${toldApart('g', 's')}
     ORDER BY f.to_day DESC, f.id, g.id
     LIMIT ${SHOWN}`,
  );
  const firms = await rows.rows<Named>(`${NAMED} WHERE t.id = ANY($1)`, [
    found.flatMap(({ staying, going }) => [staying, going]),
  ]);
  const byId = new Map(firms.map((firm) => [firm.id, firm]));
  return found.flatMap(({ staying, going, former }) => {
    const [stays, goes] = [byId.get(staying), byId.get(going)];
    return stays && goes && couldBeSameName(former, goes.name) ? [pair('former-name', stays, goes)] : [];
  });
}

const pair = (why: ProbableDuplicate['why'], staying: Named, going: Named): ProbableDuplicate => ({
  why,
  staying: shown(staying),
  going: shown(going),
});
const shown = ({ matchName: _, ...row }: Named) => enterpriseView(row);

/** What goes along with leads and contracts that move. */
export async function alongWith(
  rows: Rows,
  leads: readonly string[],
  contracts: readonly string[],
): Promise<{ what: AlongRecord; count: number }[]> {
  const counts = await rows.rows<{ what: AlongRecord; count: number }>(
    `SELECT 'follow-ups' AS what, count(*)::int AS count FROM follow_up WHERE lead_id = ANY($1)
     UNION ALL
     SELECT 'promises', count(*)::int FROM commitment WHERE contract_id = ANY($2)
     UNION ALL
     SELECT 'figures', count(*)::int FROM actual WHERE contract_id = ANY($2) AND known_to IS NULL
     UNION ALL
     SELECT 'files', count(*)::int FROM file WHERE contract_id = ANY($2) AND removed_at IS NULL
     UNION ALL
     SELECT 'reminders', count(*)::int FROM reminder WHERE unit = ANY($1 || $2) AND status <> 'done'`,
    [leads, contracts],
  );
  return counts.filter(({ count }) => count > 0);
}

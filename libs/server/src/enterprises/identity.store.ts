import type { RowOf, Rows, Tx } from '@crm/platform/db';
import { addDays } from '@crm/domain/days';
import { bearsName, enterpriseMeant, isSameName, matchingName, matchingProjectName } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import { enterpriseTable, formerNameTable } from './enterprise.entity.js';
import { pinyinOf } from './pinyin-of.js';

/**
 * Locks one name and one code until the transaction ends, so that two people cannot create the same enterprise twice.
 */
export const lockIdentity = (tx: Tx, matchName: string, creditCode: string | null) =>
  lockIdentities(tx, [{ matchName, creditCode }]);

/** The same for several, in one order for everybody. */
export const lockIdentities = (
  tx: Tx,
  firms: readonly { readonly matchName: string; readonly creditCode: string | null }[],
) =>
  tx.hot(
    `SELECT pg_advisory_xact_lock(key)
     FROM (SELECT hashtextextended(identity, 91) AS key FROM unnest($1::text[]) AS identity ORDER BY 1) AS keys`,
    [
      firms.flatMap(({ matchName, creditCode }) => [
        `name:${matchName}`,
        ...(creditCode ? [`code:${creditCode}`] : []),
      ]),
    ],
  );

type Found = Pick<RowOf<typeof enterpriseTable>, 'id' | 'name' | 'shortName' | 'creditCode' | 'formerText'>;

/** The enterprise that a name and a code refer to, see {@link enterpriseMeant}. Of equals, the oldest. */
export async function enterpriseByIdentity(
  rows: Rows,
  typed: { readonly name: string; readonly matchName: string; readonly creditCode: string | null },
  options: { readonly exact?: boolean } = {},
): Promise<Found | undefined> {
  const found = await rows.hot<Found>(
    `SELECT ${enterpriseTable.pick('enterprise', 'id', 'name', 'shortName', 'creditCode', 'formerText')}
     FROM enterprise
     WHERE credit_code = $2 OR match_name = $1
     ORDER BY created_at, id
     LIMIT 100`,
    [typed.matchName, typed.creditCode],
  );
  return enterpriseMeant(typed, found, options);
}

/** Whether the firm found by a typed code bears the typed name, now or formerly. */
export async function isOfName(rows: Rows, firm: Found, typed: string): Promise<boolean> {
  if (bearsName({ ...firm, former: [] }, typed)) return true;
  const former = await formerNameTable.find(rows, { enterpriseId: firm.id });
  return bearsName({ ...firm, former: former.map(({ name }) => name) }, typed);
}

/**
 * Refuses `enterprise.renamed` if another enterprise once had this name: otherwise one firm would be registered twice.
 * `except` is the enterprise itself.
 */
export async function refuseFormerName(
  rows: Rows,
  typed: { readonly name: string; readonly matchName: string },
  pointer: string,
  except: string | null = null,
): Promise<void> {
  const bore = await rows.hot<{ id: string; name: string; former: string; to_day: string }>(
    `SELECT e.id, e.name, f.name AS former, f.to_day
     FROM enterprise_former_name f
     JOIN enterprise e ON e.id = f.enterprise_id
     WHERE f.match_name = $1 AND e.id IS DISTINCT FROM $2::uuid
     ORDER BY f.to_day DESC
     LIMIT 20`,
    [typed.matchName, except],
  );
  const renamed = bore.find(({ former }) => isSameName(former, typed.name));
  if (!renamed) return;
  const { id, name, former, to_day: toDay } = renamed;
  throw Refusal.fields([{ pointer, code: 'enterprise.renamed', params: { enterpriseId: id, name, former, toDay } }]);
}

/**
 * Former names of an enterprise, the latest first; each begins on the day after the previous one. Names that came with
 * a merge are those of another record: their days follow each other alone.
 */
export async function formerNamesOf(rows: Rows, enterpriseId: string) {
  const former = await formerNameTable.find(rows, { enterpriseId }, 'ORDER BY to_day DESC, id');
  return former.map(({ name, toDay, mergeId }, at) => {
    const before = former.slice(at + 1).find((one) => one.mergeId === mergeId);
    return { name, fromDay: before ? addDays(before.toDay, 1) : null, toDay, merged: mergeId !== null };
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

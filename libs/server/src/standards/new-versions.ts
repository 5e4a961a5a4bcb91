import { admitVersions, type Admission, type ProvincialStandard } from '@crm/domain/standards';
import type { Rows, Tx } from '@crm/platform/db';
import { Refusal } from '@crm/domain/refusal';
import { provincialStandardTable } from './standard.entity.js';
import { allStandards, type StoredStandard } from './standards.store.js';

/** A new version, with the id it will have. */
export interface NewVersion extends ProvincialStandard {
  readonly source: string;
  readonly derived: boolean;
  /** As typed; null: in 万元/亩. */
  readonly entered: { readonly value: string; readonly unit: string | null } | null;
}

export interface Admitted<Version> {
  readonly version: Version;
  readonly admission: Admission;
}

/**
 * A version entered by hand is new or refused: `standard.validity`, `standard.overlap`, or `standard.follows-open` if
 * ending the earlier one would make room.
 */
export function refuseUnlessNew(admission: Admission, version: ProvincialStandard): void {
  if (version.validTo !== null && version.validTo < version.validFrom)
    throw new Refusal('standard.validity', { validFrom: version.validFrom, validTo: version.validTo }).at('/validTo');
  switch (admission.is) {
    case 'new':
      return;
    case 'follows-open':
      throw Refusal.conflict('standard.follows-open', {
        with: admission.with,
        validFrom: admission.validFrom,
        closesOn: admission.closesOn,
      });
    case 'overlap':
      throw Refusal.conflict('standard.overlap', {
        with: admission.with,
        validFrom: admission.validFrom,
        validTo: admission.validTo,
      });
    default:
      throw Refusal.conflict('standard.overlap', {});
  }
}

/** How these versions relate to the stored ones, in their order; only reads. */
export async function admissionsOf<Version extends ProvincialStandard>(
  rows: Rows,
  versions: readonly Version[],
  closing: boolean,
): Promise<{ admitted: Admitted<Version>[]; existing: StoredStandard[] }> {
  const existing = await allStandards(rows);
  const admissions = admitVersions(existing, versions, closing);
  return { existing, admitted: versions.map((version, at) => ({ version, admission: admissions[at]! })) };
}

export interface EnteredVersions {
  readonly entered: number;
  /** Stored versions that now end the day before a new one begins. */
  readonly closed: number;
}

/**
 * Adds new versions and ends those that a person confirmed; stored values are never rewritten. If two people add at
 * once, the database admits one (`provincial_standard_overlap`).
 */
export async function enterVersions(
  tx: Tx,
  importId: string | null,
  admitted: readonly Admitted<NewVersion>[],
): Promise<EnteredVersions> {
  const added = admitted.filter(({ admission }) => admission.is === 'new');
  const endOf = new Map(
    added.flatMap(({ admission }) =>
      admission.is === 'new' && admission.closes ? [[admission.closes, admission.closesOn!] as const] : [],
    ),
  );
  const fresh = new Set(added.map(({ version }) => version.id));
  const closing = [...endOf].filter(([id]) => !fresh.has(id));
  const closed =
    closing.length === 0
      ? 0
      : await tx.run(
          `UPDATE provincial_standard t
           SET valid_to = k.ends, closed_by = $3, version = t.version + 1, updated_at = now()
           FROM unnest($1::uuid[], $2::date[]) AS k(id, ends)
           WHERE t.id = k.id AND t.valid_to IS NULL`,
          [closing.map(([id]) => id), closing.map(([, on]) => on), importId],
        );
  if (closed !== closing.length) throw Refusal.conflict('standard.overlap', {});
  const entered = await provincialStandardTable.insertMany(
    tx,
    added.map(({ version }) => ({
      id: version.id,
      indicator: version.indicator,
      placeLevel: version.place.kind,
      placeKey: version.place.kind === 'zone' ? null : version.place.key,
      industryId: version.industry,
      validFrom: version.validFrom,
      validTo: endOf.get(version.id) ?? version.validTo,
      perMuWan: version.perMuWan,
      documentNo: version.documentNo,
      source: version.source,
      derived: version.derived,
      entered: version.entered,
      importId,
    })),
  );
  return { entered, closed };
}

/**
 * Refuses `standard.in-use` (a contract was signed under an imported version) and `standard.followed` (a later version
 * would have a gap before it, or overlap).
 */
export async function demandVersionsFree(rows: Rows, importId: string): Promise<void> {
  const used = await rows.one<{ count: number }>(
    `SELECT count(DISTINCT k.contract_id)::int AS count
     FROM contract_standard k
     JOIN provincial_standard s ON s.id = k.standard_id
     WHERE s.import_id = $1`,
    [importId],
  );
  if (used && used.count > 0) throw Refusal.conflict('standard.in-use', { count: used.count });
  const followed = await rows.one<{ count: number }>(
    `SELECT count(*)::int AS count
     FROM provincial_standard s
     WHERE (s.import_id = $1 OR s.closed_by = $1)
         AND EXISTS (
           SELECT 1
           FROM provincial_standard n
           WHERE n.import_id IS DISTINCT FROM $1
               AND n.id <> s.id
               AND n.indicator = s.indicator
               AND n.place_level = s.place_level
               AND n.place_key IS NOT DISTINCT FROM s.place_key
               AND n.industry_id IS NOT DISTINCT FROM s.industry_id
               AND n.valid_from > s.valid_from
         )`,
    [importId],
  );
  if (followed && followed.count > 0) throw Refusal.conflict('standard.followed', { count: followed.count });
}

/** Removes the imported versions and reopens those they ended. Refuses what {@link demandVersionsFree} refuses. */
export async function revertVersions(tx: Tx, importId: string): Promise<void> {
  await demandVersionsFree(tx, importId);
  await tx.run('DELETE FROM provincial_standard WHERE import_id = $1', [importId]);
  await tx.run(
    `UPDATE provincial_standard
     SET valid_to = NULL, closed_by = NULL, version = version + 1, updated_at = now()
     WHERE closed_by = $1`,
    [importId],
  );
}

import { isOffered, type Validity } from '@crm/domain/parks';
import { officeZone } from '@crm/domain/days';
import type { FieldFault } from '@crm/domain/refusal';
import type { Rows } from '@crm/platform/db';

interface Named {
  readonly parkId?: string | null | undefined;
  readonly industryId?: string | null | undefined;
}

interface Found extends Validity {
  readonly what: 'park' | 'industry';
  readonly name: string;
  readonly today: string;
}

/**
 * The faults of a park and an industry that a record is to name: `park.unknown`, `industry.unknown`, and for a new
 * choice `park.closed`, `industry.closed`. `on`: the day of the record, today by default. `before`: what it names
 * already, which stays even if it is closed by now.
 */
export async function placeFaults(
  rows: Rows,
  { parkId, industryId }: Named,
  { on, before = {} }: { readonly on?: string | undefined; readonly before?: Named } = {},
): Promise<FieldFault[]> {
  if (!parkId && !industryId) return [];
  const found = await rows.hot<Found>(
    `SELECT
       k.what, k.name, k.valid_from AS "validFrom", k.closed_from AS "closedFrom",
       (now() AT TIME ZONE $3)::date AS today
     FROM (
       SELECT 'park' AS what, name, valid_from, closed_from FROM park WHERE id = $1
       UNION ALL
       SELECT 'industry', name, valid_from, closed_from FROM industry WHERE id = $2
     ) k`,
    [parkId ?? null, industryId ?? null, officeZone],
  );
  const faultOf = (what: 'park' | 'industry', id: string | null | undefined, had: string | null | undefined) => {
    if (!id) return [];
    const pointer = `/${what}Id`;
    const one = found.find((row) => row.what === what);
    if (!one) return [{ pointer, code: `${what}.unknown` }];
    if (id === had || isOffered(one, on ?? one.today)) return [];
    const { name, validFrom, closedFrom } = one;
    return [
      closedFrom !== null && (on ?? one.today) >= closedFrom
        ? { pointer, code: `${what}.closed`, params: { name, closedFrom } }
        : { pointer, code: `${what}.not-yet`, params: { name, validFrom: validFrom ?? '' } },
    ];
  };
  return [...faultOf('park', parkId, before.parkId), ...faultOf('industry', industryId, before.industryId)];
}

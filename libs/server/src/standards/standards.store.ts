import { indicators, standardInForce, type Indicator, type ProvincialStandard } from '@crm/domain/standards';
import type { Rows, ShownOf } from '@crm/platform/db';
import { provincialStandardTable } from './standard.entity.js';

export interface StandardRow extends ShownOf<typeof provincialStandardTable> {
  readonly industryName: string | null;
  readonly parkName: string | null;
}

export const STANDARD_COLUMNS = `
  ${provincialStandardTable.columns('t')}, i.name AS "industryName", p.name AS "parkName"
`;
export const STANDARD_FROM = `
  provincial_standard t
  LEFT JOIN industry i ON i.id = t.industry_id
  LEFT JOIN park p ON t.place_level = 'park' AND p.id::text = t.place_key
`;

export const standardById = (rows: Rows, id: string): Promise<StandardRow | undefined> =>
  rows.one(`SELECT ${STANDARD_COLUMNS} FROM ${STANDARD_FROM} WHERE t.id = $1`, [id]);

export type StoredStandard = ProvincialStandard & { readonly derived: boolean };

/** All versions: some hundred rows at most, so the rule chooses in memory. */
export async function allStandards(rows: Rows): Promise<StoredStandard[]> {
  return (await rows.rows<StandardRow>(`SELECT ${STANDARD_COLUMNS} FROM ${STANDARD_FROM}`)).map(standardOf);
}

const standardOf = (row: StandardRow): StoredStandard => ({
  id: row.id,
  indicator: row.indicator,
  place: row.placeLevel === 'zone' ? { kind: 'zone' } : { kind: row.placeLevel, key: row.placeKey ?? '' },
  industry: row.industryId,
  perMuWan: row.perMuWan,
  validFrom: row.validFrom,
  validTo: row.validTo,
  documentNo: row.documentNo,
  derived: row.derived,
});

export interface ParkPlace {
  readonly id: string;
  readonly parkClass: string | null;
  readonly region: string | null;
}

export const placeOfPark = (rows: Rows, parkId: string): Promise<ParkPlace | undefined> =>
  rows.one('SELECT id, park_class AS "parkClass", region FROM park WHERE id = $1', [parkId]);

export type StandardsInForce = Readonly<Record<Indicator, StoredStandard | null>>;

/** The version in force of each indicator, at a place on a day. */
export function inForceAt(
  standards: readonly StoredStandard[],
  park: ParkPlace,
  industry: string | null,
  day: string,
): StandardsInForce {
  const at = (indicator: Indicator) =>
    standardInForce(standards, {
      indicator,
      park: park.id,
      parkClass: park.parkClass,
      region: park.region,
      industry,
      day,
    }) as StoredStandard | null;
  return Object.fromEntries(indicators.map((indicator) => [indicator, at(indicator)])) as Record<
    Indicator,
    StoredStandard | null
  >;
}

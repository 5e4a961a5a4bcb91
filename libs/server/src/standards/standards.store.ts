import {
  indicators,
  standardInForce,
  type Indicator,
  type ProvincialStandard,
  type StandardPlace,
} from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';

export interface StandardRow {
  id: string;
  indicator: Indicator;
  place_level: StandardPlace['kind'];
  place_key: string | null;
  industry_id: string | null;
  industry_name: string | null;
  park_name: string | null;
  valid_from: string;
  valid_to: string | null;
  per_mu_wan: string | null;
  document_no: string;
  source: string;
  derived: boolean;
  version: number;
}

export const STANDARD_COLUMNS = `t.id, t.indicator, t.place_level, t.place_key, t.industry_id, i.name AS industry_name, p.name AS park_name,
   t.valid_from, t.valid_to, t.per_mu_wan, t.document_no, t.source, t.derived, t.version`;
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
  place: row.place_level === 'zone' ? { kind: 'zone' } : { kind: row.place_level, key: row.place_key ?? '' },
  industry: row.industry_id,
  perMuWan: row.per_mu_wan,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  documentNo: row.document_no,
  derived: row.derived,
});

export interface ParkPlace {
  readonly id: string;
  readonly park_class: string | null;
  readonly region: string | null;
}

export const placeOfPark = (rows: Rows, parkId: string): Promise<ParkPlace | undefined> =>
  rows.one('SELECT id, park_class, region FROM park WHERE id = $1', [parkId]);

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
      parkClass: park.park_class,
      region: park.region,
      industry,
      day,
    }) as StoredStandard | null;
  return Object.fromEntries(indicators.map((indicator) => [indicator, at(indicator)])) as Record<
    Indicator,
    StoredStandard | null
  >;
}

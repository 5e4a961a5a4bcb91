import type { ZoneFile } from '@crm/api-contract/configuration';
import type { Rows } from '@crm/platform/db';
import { storedYears } from '../standards/index.js';

const entry = (t: string): string =>
  `${t}.code, ${t}.name, ${t}.name_en AS "nameEn", ${t}.position, ${t}.valid_from AS "validFrom",
   ${t}.closed_from AS "closedFrom", ${t}.closed_reason AS "closedReason"`;

/** The reference data and rules as a file writes them: by codes, in their order. Each list is some hundred rows. */
export async function zoneFileOf(rows: Rows): Promise<ZoneFile> {
  const years = await rows.rows<{ year: number }>('SELECT year FROM calendar_year ORDER BY year');
  return {
    format: 'zone-configuration',
    formatVersion: 1,
    chains: await rows.rows<ZoneFile['chains'][number]>(
      `SELECT ${entry('t')}, p.code AS parent, t.chief, t.goal
       FROM industry_chain t
       LEFT JOIN industry_chain p ON p.id = t.parent_id
       ORDER BY t.position, t.code`,
    ),
    industries: await rows.rows<ZoneFile['industries'][number]>(
      `SELECT ${entry('t')}, c.code AS chain, t.task, t.aliases
       FROM industry t
       LEFT JOIN industry_chain c ON c.id = t.chain_id
       ORDER BY t.position, t.code`,
    ),
    parks: await rows.rows<ZoneFile['parks'][number]>(
      `SELECT
         ${entry('t')}, t.short_name AS "shortName", t.focus, t.area_mu AS "areaMu", t.park_class AS "parkClass",
         t.region,
         ARRAY(
           SELECT i.code
           FROM unnest(t.leading_industry_ids) WITH ORDINALITY AS l(id, n)
           JOIN industry i ON i.id = l.id
           ORDER BY l.n
         ) AS "leadingIndustries",
         t.expansion_sites AS "expansionSites"
       FROM park t
       ORDER BY t.position, t.code`,
    ),
    standards: await rows.rows<ZoneFile['standards'][number]>(
      `SELECT
         t.indicator, t.place_level AS "placeLevel", coalesce(p.code, t.place_key) AS place, i.code AS industry,
         t.valid_from AS "validFrom", t.valid_to AS "validTo", t.per_mu_wan AS "perMuWan",
         t.document_no AS "documentNo", t.source, t.derived
       FROM provincial_standard t
       LEFT JOIN park p ON t.place_level = 'park' AND p.id::text = t.place_key
       LEFT JOIN industry i ON i.id = t.industry_id
       ORDER BY t.valid_from, t.indicator, t.place_level, place NULLS FIRST, industry NULLS FIRST`,
    ),
    calendar: (
      await storedYears(
        rows,
        years.map(({ year }) => year),
      )
    ).map(({ year, source, days }) => ({ year, source, days: [...days] })),
    reminderRules: await rows.rows<ZoneFile['reminderRules'][number]>(
      `SELECT
         t.code, t.days_before AS "daysBefore", t.overdue_every_days AS "overdueEveryDays", t.recipients, t.channels,
         t.enabled
       FROM reminder_rule t
       ORDER BY t.code`,
    ),
  };
}

/** What an entry is known by: its code, its year, or of a standard what it is for and from when. */
export function keyOf(list: string, one: Readonly<Record<string, unknown>>): string {
  if (list === 'calendar') return String(one.year);
  if (list !== 'standards') return String(one.code);
  return [one.indicator, one.placeLevel, one.place ?? '', one.industry ?? '', one.validFrom].join(' ').trim();
}

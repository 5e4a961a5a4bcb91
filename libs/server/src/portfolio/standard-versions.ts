import type { RowOf, Rows } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES } from '../contracts/index.js';
import { Where } from '../data-access/index.js';
import { provincialStandardTable } from '../standards/standard.entity.js';
import { scoped, type PortfolioScope } from './members.js';

interface UsedVersion extends Pick<
  RowOf<typeof provincialStandardTable>,
  'indicator' | 'perMuWan' | 'validFrom' | 'documentNo' | 'derived'
> {
  readonly standardId: string;
  readonly placeName: string;
  readonly contracts: number;
}

/** The standards used by signed contracts, the most used first. */
export function standardVersions(rows: Rows, scope: PortfolioScope, day: string): Promise<UsedVersion[]> {
  const where = scoped(new Where(), scope)
    .and(`c.kind IN ${COUNTED_KINDS} AND c.status IN ${SIGNED_STATES}`)
    .and('c.signed_on <= ?', day);
  return rows.hot<UsedVersion>(
    `SELECT
       s.id AS "standardId", ${provincialStandardTable.pick('s', 'indicator', 'perMuWan', 'validFrom', 'documentNo', 'derived')},
       coalesce(k.name, s.place_key, '全区') AS "placeName", used.contracts
     FROM
       (
         SELECT x.standard_id, count(*)::int AS contracts
         FROM contract c
         JOIN contract_standard x ON x.contract_id = c.id AND x.known_to IS NULL ${where.sql}
         GROUP BY x.standard_id
       ) used
     JOIN provincial_standard s ON s.id = used.standard_id
     LEFT JOIN park k ON s.place_level = 'park' AND k.id::text = s.place_key
     ORDER BY used.contracts DESC, s.valid_from, s.indicator`,
    where.values,
  );
}

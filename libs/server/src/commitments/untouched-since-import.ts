import { Refusal } from '@crm/domain/refusal';
import type { Rows } from '@crm/platform/db';

/** What an import brings, or what is computed from it. Everything else that refers to a contract was added later. */
const OWN = [
  'parcel',
  'milestone',
  'commitment',
  'contract_standard',
  'assessment',
  'contract_summary',
  'contract_year_summary',
  'actual',
  'contract',
  'commitment_term',
  'milestone_reached',
  'contract_full_production',
];

/** By contract: its version after its own import had amended it. */
export type AmendedVersions = Readonly<Record<string, number>>;

interface Reference {
  from_table: string;
  from_column: string;
  to_table: string;
  own_import: boolean;
}

/**
 * By contract: how often a merge of two enterprises, or its undo, has moved it. That changes whose contract it is and
 * raises its version by one; nobody has worked on it.
 */
const MOVED = `
  SELECT (o.row ->> 'id')::uuid AS id, count(*) + count(g.undone_at) AS times
  FROM enterprise_merge g
  CROSS JOIN jsonb_array_elements(coalesce(g.record -> 'moved' -> 'contract', '[]')) AS o (row)
  GROUP BY 1
`;

/**
 * All foreign keys to these tables, from the catalogue: a new room that refers to a contract need not be named here.
 */
const referencesTo = (rows: Rows, tables: readonly string[]): Promise<Reference[]> =>
  rows.rows<Reference>(
    `SELECT
       k.conrelid::regclass::text AS from_table, quote_ident(a.attname) AS from_column,
       k.confrelid::regclass::text AS to_table,
       EXISTS (
         SELECT 1 FROM pg_attribute i WHERE i.attrelid = k.conrelid AND i.attname = 'import_id' AND NOT i.attisdropped
       ) AS own_import
     FROM pg_constraint k
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND k.confrelid = ANY($1::regclass[])
     ORDER BY 3, 1, 2`,
    [tables],
  );

/**
 * Refuses `import.in-use` if anybody has worked on the imported contracts since: figures, money, files, decisions,
 * amendments, milestones, or a change of the contract. Nothing of that is thrown away. Supplements of the same import
 * do not count, nor does a merge that gave the contract to another record of the same enterprise.
 */
export async function demandUntouched(rows: Rows, importId: string, amended: AmendedVersions = {}): Promise<void> {
  const references = (await referencesTo(rows, ['contract', 'commitment', 'milestone'])).flatMap(
    ({ from_table, from_column, to_table, own_import }) => {
      if (to_table !== 'contract')
        return OWN.includes(from_table)
          ? []
          : [
              `EXISTS (
                 SELECT 1
                 FROM ${to_table} o
                 JOIN ${from_table} r ON r.${from_column} = o.id
                 WHERE o.contract_id = c.id
               )`,
            ];
      if (from_table === 'contract_amendment')
        return [
          `EXISTS (
             SELECT 1
             FROM contract_amendment r
             JOIN contract s ON s.id = r.id
             WHERE r.${from_column} = c.id AND s.import_id IS DISTINCT FROM $1
           )`,
        ];
      if (!OWN.includes(from_table)) return [`EXISTS (SELECT 1 FROM ${from_table} r WHERE r.${from_column} = c.id)`];
      return own_import && from_table !== 'commitment'
        ? [`EXISTS (SELECT 1 FROM ${from_table} r WHERE r.${from_column} = c.id AND r.import_id IS DISTINCT FROM $1)`]
        : [];
    },
  );
  const used = await rows.rows<{ number: string; count: number }>(
    `SELECT c.number, count(*) OVER ()::int AS count
     FROM contract c
     LEFT JOIN (${MOVED}) moved ON moved.id = c.id
     WHERE c.import_id = $1
         AND (
           c.version > coalesce(($2::jsonb ->> c.id::text)::int, 1) + coalesce(moved.times, 0)
             OR ${references.join(' OR ')}
             OR EXISTS (SELECT 1 FROM milestone s WHERE s.contract_id = c.id AND s.version > 1)
             OR EXISTS (SELECT 1 FROM parcel p WHERE p.contract_id = c.id AND p.known_to IS NOT NULL)
             OR EXISTS (
               SELECT 1
               FROM commitment m
               WHERE m.contract_id = c.id
                   AND (m.version > 1 AND NOT jsonb_exists($2::jsonb, c.id::text) OR m.import_id IS DISTINCT FROM $1)
             )
         )
     ORDER BY c.number
     LIMIT 20`,
    [importId, JSON.stringify(amended)],
  );
  if (used[0])
    throw Refusal.conflict('import.in-use', { count: used[0].count, contracts: used.map(({ number }) => number) });
  const settled = await rows.one<{ count: number }>(
    `SELECT count(DISTINCT a.contract_id)::int AS count
     FROM actual a
     WHERE a.import_id = $1
         AND (
           a.verified_at IS NOT NULL
             OR a.known_to IS NOT NULL
             OR EXISTS (SELECT 1 FROM actual n WHERE n.corrects_id = a.id)
             OR EXISTS (SELECT 1 FROM figure_choice h WHERE h.actual_id = a.id)
         )`,
    [importId],
  );
  if (settled && settled.count > 0) throw Refusal.conflict('import.in-use', { count: settled.count });
}

/** No row of the table refers to `alias`, so it may be removed. */
export async function unspokenOf(rows: Rows, table: string, alias: string): Promise<string> {
  const references = await referencesTo(rows, [table]);
  return (
    references
      .map(
        ({ from_table, from_column }) =>
          `NOT EXISTS (SELECT 1 FROM ${from_table} r WHERE r.${from_column} = ${alias}.id)`,
      )
      .join(' AND ') || 'true'
  );
}

// The bare server's own statements, written for speed by hand. Each answer takes one round trip: first the ids of a
// page, then the joins for its 25 rows. Nothing comes from the product, so that a slow statement of the product shows.
import { signed, standards, summary } from './bare-summary.mjs';

const lead = `
  t.id, t.enterprise_id, e.name AS enterprise_name, e.credit_code, t.project_name, t.stage, t.stage_since,
  t.loss_reason, t.park_id, p.name AS park_name, t.industry_id, i.name AS industry_name, t.channel, t.investment_wan,
  t.investment_typed, t.area_mu, t.area_typed, t.owner_id, u.name AS owner_name, d.name AS department_name,
  t.next_step, t.next_on, t.note, t.override_reason, t.created_at, t.updated_at, t.demo, t.version
`;
const names = `
  LEFT JOIN enterprise e ON e.id = t.enterprise_id
  LEFT JOIN park p ON p.id = t.park_id
  LEFT JOIN industry i ON i.id = t.industry_id
  LEFT JOIN app_user u ON u.id = t.owner_id
  LEFT JOIN department d ON d.id = u.department_id
`;
const newest = 'ORDER BY t.updated_at DESC NULLS LAST, t.id DESC';

/** A page with its count (up to 1,001) in one statement: the count is taken once, not for each row. */
const page = (/** @type {string} */ where) => `
  SELECT ${lead}, (SELECT count(*)::int FROM (SELECT 1 FROM lead t WHERE ${where} LIMIT 1001) AS counted) AS total
  FROM (SELECT * FROM lead t WHERE ${where} ${newest} LIMIT 25) AS t
  ${names}
  ${newest}
`;

export const statements = {
  list: page('t.stage = $1 AND t.park_id = $2'),

  search: page('bigrams(t.search_text) @> $1::text[] AND strpos(t.search_text, $2) > 0'),

  one: `
    SELECT ${lead}, f.follow_ups
    FROM lead t
    ${names}
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(f), '[]') AS follow_ups
      FROM
        (
          SELECT
            f.id, f.lead_id, f.kind, f.on_day, f.met, f.result, f.next_step, f.next_on, f.created_by,
            u.name AS author_name, f.created_at
          FROM follow_up f
          JOIN app_user u ON u.id = f.created_by
          WHERE f.lead_id = t.id
          ORDER BY f.on_day DESC NULLS LAST, f.id DESC
          LIMIT 20
        ) AS f
    ) AS f
    WHERE t.id = $1
  `,

  begin: `
    SELECT
      set_config('app.actor', $1, true), set_config('app.request', $2, true),
      pg_advisory_xact_lock(hashtextextended($3, 91))
  `,

  look: `
    SELECT
      (SELECT id FROM enterprise WHERE match_name = $1 LIMIT 1) AS firm,
      EXISTS (SELECT 1 FROM park WHERE id = $2) AS park
  `,

  create: `
    WITH firm AS (
      INSERT INTO enterprise (id, name, match_name, pinyin, initials)
      VALUES ($1, $2, $2, 'x', 'x')
      RETURNING id, name, credit_code
    ),
    made AS (
      INSERT INTO lead (
        id, enterprise_id, project_name, project_match_name, search_text, park_id, investment_wan, owner_id,
        created_by, next_step, next_on, note
      )
      VALUES ($3, $1, $4, $4, folded($2) || '|' || folded($4), $5, $6, $7, $7, $8, $9, '')
      RETURNING *
    )
    SELECT ${lead}
    FROM made t
    ${names.replace('LEFT JOIN enterprise e', 'JOIN firm e')}
  `,

  summary,
  signed,
  standards,
};

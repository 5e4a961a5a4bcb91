// What the product sends to PostgreSQL for each work, written out by hand: the bare server sends the same and does
// nothing besides.

const leadColumns = `
  t.id, t.enterprise_id, e.name AS enterprise_name, e.credit_code, t.project_name, t.stage, t.stage_since,
  t.loss_reason, t.park_id, p.name AS park_name, t.industry_id, i.name AS industry_name, t.channel, t.investment_wan,
  t.investment_typed, t.area_mu, t.area_typed, t.owner_id, u.name AS owner_name, d.name AS department_name,
  t.next_step, t.next_on, t.note, t.override_reason, t.created_at, t.updated_at, t.demo, t.version
`;
const leadFrom = `
  lead t
  LEFT JOIN enterprise e ON e.id = t.enterprise_id
  LEFT JOIN park p ON p.id = t.park_id
  LEFT JOIN industry i ON i.id = t.industry_id
  LEFT JOIN app_user u ON u.id = t.owner_id
  LEFT JOIN department d ON d.id = u.department_id
`;
const newest = 'ORDER BY t.updated_at DESC NULLS LAST, t.id DESC LIMIT 25 OFFSET 0';
const found = 'WHERE bigrams(t.search_text) @> $1::text[] AND strpos(t.search_text, $2) > 0';

export const statements = {
  list: `SELECT ${leadColumns} FROM ${leadFrom} WHERE (t.stage = $1) AND (t.park_id = $2) ${newest}`,
  count: `
    SELECT count(*)::int AS total
    FROM (SELECT 1 FROM ${leadFrom} WHERE (t.stage = $1) AND (t.park_id = $2) LIMIT 1001) AS counted
  `,
  one: `SELECT ${leadColumns} FROM ${leadFrom} WHERE t.id = $1`,
  followUps: `
    SELECT
      t.id, t.lead_id, t.kind, t.on_day, t.met, t.result, t.next_step, t.next_on, t.created_by, u.name AS author_name,
      t.created_at
    FROM follow_up t
    LEFT JOIN app_user u ON u.id = t.created_by
    WHERE t.lead_id = $1
    ORDER BY t.on_day DESC NULLS LAST, t.id DESC
    LIMIT 20
  `,
  search: `SELECT ${leadColumns} FROM ${leadFrom} ${found} ${newest}`,
  searchCount: `SELECT count(*)::int AS total FROM (SELECT 1 FROM ${leadFrom} ${found} LIMIT 1001) AS counted`,
  actor: `SELECT set_config('app.actor', $1, true), set_config('app.request', $2, true)`,
  lock: `
    SELECT pg_advisory_xact_lock(key)
    FROM (SELECT hashtextextended(identity, 91) AS key FROM unnest($1::text[]) AS identity ORDER BY 1) AS keys
  `,
  references: `SELECT
       EXISTS (SELECT 1 FROM park WHERE id = $1) AS park, EXISTS (SELECT 1 FROM industry WHERE id = $2) AS industry`,
  identity: `
    SELECT id, name, credit_code
    FROM enterprise
    WHERE (credit_code = $2 OR (match_name = $1 AND (credit_code IS NULL OR $2::text IS NULL)))
    ORDER BY (credit_code = $2) DESC NULLS LAST, created_at, id
    LIMIT 1
  `,
  reports: `
    SELECT
      l.id AS lead_id, l.enterprise_id, e.name AS enterprise_name, e.match_name, e.credit_code, l.project_name,
      l.project_match_name, l.stage, l.owner_id, u.name AS owner_name, d.name AS department_name, l.created_at,
      true AS visible
    FROM lead l
    JOIN enterprise e ON e.id = l.enterprise_id
    JOIN app_user u ON u.id = l.owner_id
    LEFT JOIN department d ON d.id = u.department_id
    WHERE l.enterprise_id = ANY ($1) AND l.stage NOT IN ('signed', 'lost', 'withdrawn')
    ORDER BY l.created_at, l.id
    LIMIT 200
  `,
  insertFirm: `
    INSERT INTO enterprise (id, name, match_name, pinyin, initials)
    VALUES ($1, $2, $3, $4, $5)
    RETURNING id
  `,
  insertLead: `
    INSERT INTO lead (
      id, enterprise_id, project_name, project_match_name, search_text, park_id, investment_wan, owner_id, created_by,
      next_step, next_on, note
    )
    VALUES ($1, $2, $4, $5, folded($3) || '|' || folded($4), $6, $7, $8, $8, $9, $10, '')
    RETURNING id
  `,
};

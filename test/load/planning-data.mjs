// Leads and contracts for the bench of planning, written by SQL without triggers: only planning is measured.

/** Of a hundred leads, this many are worked on, and so many of all are due. */
const WORKED = 40;
const DUE = 12;

/**
 * @param {import('pg').Client} db signed in as superuser
 * @param {number} leads
 * @param {number} commitments three a contract
 */
export async function loadPlanningData(db, leads, commitments) {
  await db.query('SET session_replication_role = replica');
  const firms = Math.max(1, Math.round(leads * 0.15));
  const contracts = Math.ceil(commitments / 3);
  await db.query(
    `INSERT INTO app_user (id, username, name, role)
     SELECT gen_random_uuid(), 'planner' || n, '专员' || n, 'officer' FROM generate_series(1, 200) AS n`,
  );
  await db.query(
    `INSERT INTO enterprise (id, name, match_name, park_id, industry_id)
     SELECT
       gen_random_uuid(), '排定企业' || n, '排定企业' || n, (SELECT id FROM park LIMIT 1),
       (SELECT id FROM industry LIMIT 1)
     FROM generate_series(1, $1::int) AS n`,
    [Math.max(firms, contracts)],
  );
  await db.query(`
    CREATE TEMP TABLE firm AS
    SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM enterprise WHERE name LIKE '排定企业%';
    CREATE UNIQUE INDEX ON firm (n);
    CREATE TEMP TABLE person AS
    SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM app_user WHERE username LIKE 'planner%';
    ANALYZE firm;
  `);
  await db.query(
    `INSERT INTO lead (
       id, enterprise_id, project_name, project_match_name, search_text, stage, loss_reason, park_id, investment_wan, owner_id,
       created_by, next_step, next_on, answered_at, created_at
     )
     SELECT
       gen_random_uuid(), f.id, '项目' || g, '项目' || g, '项目' || g,
       CASE WHEN g % 100 < ${WORKED} THEN 'negotiation' ELSE 'lost' END,
       CASE WHEN g % 100 >= ${WORKED} THEN '测试' END, (SELECT id FROM park LIMIT 1), 1000, p.id,
       p.id, '回访', current_date + CASE WHEN g % 100 < ${DUE} THEN -(g % 40) ELSE 20 + g % 90 END, now(),
       now() - make_interval(days => g % 400)
     FROM generate_series(1, $1::int) AS g
     JOIN firm f ON f.n = g % $2::int
     JOIN person p ON p.n = g % 200`,
    [leads, firms],
  );
  await db.query(
    `CREATE TEMP TABLE made AS
     SELECT gen_random_uuid() AS id, gen_random_uuid() AS project_id, n FROM generate_series(0, $1::int - 1) AS n`,
    [contracts],
  );
  await db.query(`
    INSERT INTO investment_project (id, enterprise_id, name, match_name)
    SELECT m.project_id, f.id, '排定项目' || m.n, '排定项目' || m.n FROM made m JOIN firm f ON f.n = m.n;
    INSERT INTO contract (
      id, number, kind, status, enterprise_id, project_id, park_id, industry_id, signed_on, amount_wan, area_mu,
      full_production_year, officer_id
    )
    SELECT
      m.id, 'PD-' || m.n, 'performance', 'performing', f.id, m.project_id, (SELECT id FROM park LIMIT 1),
      (SELECT id FROM industry LIMIT 1), '2022-03-01', 10000, 50, 2024, p.id
    FROM made m
    JOIN firm f ON f.n = m.n
    JOIN person p ON p.n = m.n % 200;
    CREATE TEMP TABLE promise AS
    SELECT gen_random_uuid() AS id, m.id AS contract_id, i.indicator, i.per_mu
    FROM made m
    CROSS JOIN (VALUES ('investment', 300), ('output', 500), ('tax', 30)) AS i(indicator, per_mu);
    INSERT INTO commitment (id, contract_id, indicator) SELECT id, contract_id, indicator FROM promise;
    INSERT INTO commitment_term (id, commitment_id, master, per_mu_wan, entered)
    SELECT gen_random_uuid(), id, 'per-mu', per_mu, '{}' FROM promise;
  `);
  await db.query('SET session_replication_role = origin');
  await db.query('VACUUM ANALYZE');
}

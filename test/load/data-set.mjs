// The data set of the bench: 15,000 enterprises, 100,000 leads and 400,000 follow-ups. Published performance figures
// name these sizes. It is loaded by SQL without triggers, since only the reading and writing afterwards is measured.

/** @param {import('pg').Client} db signed in as superuser @param {number} leads 100,000 is the full size */
export async function loadDataSet(db, leads) {
  const firms = Math.round(leads * 0.15);
  await db.query('SET session_replication_role = replica');
  await db.query(`
    CREATE TEMP TABLE first_syllable AS
    SELECT ordinality AS n, s
    FROM regexp_split_to_table('安博辰诚达德帆富冠广瀚恒弘华汇嘉建锦景君凯康朗利联龙铭南宁鹏启谦清荣瑞润盛思泰天同望维希翔欣信旭雅永宇源越云泽展正致中卓', '')
    WITH ORDINALITY AS t(s, ordinality);
    CREATE TEMP TABLE noun AS
    SELECT ordinality AS n, s
    FROM unnest(ARRAY['制药','智能装备','健康食品','环保科技','新材料','电气','数据科技','文旅发展','医疗器械','食品'])
    WITH ORDINALITY AS t(s, ordinality)`);
  await db.query(
    `INSERT INTO enterprise (id, name, match_name, short_name, pinyin, initials, credit_code, park_id, industry_id)
     SELECT
       gen_random_uuid(), name, name, left(name, 4), 'x' || n, 'x' || n, '9146' || lpad(n::text, 14, '0'), p.id, i.id
     FROM
       (
         SELECT
           g AS n,
           '海南' || (SELECT s FROM first_syllable f WHERE f.n = 1 + g % 60) || (
             SELECT s FROM first_syllable f WHERE f.n = 1 + (g / 60) % 60
           ) || (SELECT s FROM noun f WHERE f.n = 1 + g % 10) || g || '有限公司' AS name
         FROM generate_series(1, $1::int) AS g
       ) AS made
     JOIN LATERAL (SELECT id FROM park ORDER BY position OFFSET made.n % 7 LIMIT 1) p ON true
     JOIN LATERAL (SELECT id FROM industry ORDER BY position OFFSET made.n % 12 LIMIT 1) i ON true`,
    [firms],
  );
  await db.query(
    `WITH firm AS (
       SELECT id, name, park_id, industry_id, row_number() OVER (ORDER BY credit_code) - 1 AS n
       FROM enterprise
       WHERE credit_code LIKE '91460000%'
     ),
     person AS (
       SELECT id, row_number() OVER (ORDER BY username) - 1 AS n FROM app_user WHERE role IN ('officer', 'manager')
     )
     INSERT INTO lead (
       id, enterprise_id, project_name, project_match_name, search_text, stage, stage_since, park_id, industry_id,
       channel, investment_wan, area_mu, owner_id, created_by, next_step, next_on, created_at, updated_at
     )
     SELECT
       gen_random_uuid(), firm.id, '项目' || g, '项目' || g, firm.name || '项目' || g,
       (ARRAY['registered', 'contact', 'site-visit', 'negotiation', 'admission-review'])[1 + g % 5],
       now() - make_interval(mins => g), firm.park_id, firm.industry_id,
       (ARRAY['industry', 'platform', 'merger', 'referral', 'entrusted'])[1 + g % 5], 1000 + g % 90000, 10 + g % 200,
       person.id, person.id, '回访', current_date + g % 30, now() - make_interval(mins => g),
       now() - make_interval(mins => g)
     FROM generate_series(1, $1::int) AS g
     JOIN firm ON firm.n = g % $2::int
     JOIN person ON person.n = g % (SELECT count(*) FROM person)`,
    [leads, firms],
  );
  await db.query(
    `INSERT INTO follow_up (id, lead_id, kind, on_day, result, created_by, created_at)
     SELECT
       gen_random_uuid(), l.id, (ARRAY['call', 'visit', 'meeting', 'reception'])[k], current_date - (k * 7),
       '沟通进展 ' || k, l.owner_id, now() - make_interval(days => k * 7)
     FROM lead l
     CROSS JOIN generate_series(1, 4) AS k`,
  );
  await db.query('SET session_replication_role = origin');
  await db.query('VACUUM ANALYZE');
  return { firms, leads, followUps: leads * 4 };
}

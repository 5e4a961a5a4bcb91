// What hangs on the contracts of the bench: milestones, receipts, clauses, decisions, approvals, reminders, files, an
// import, a round of evaluation. Written by SQL without triggers, since only reading is measured.

const INDICATORS = "ARRAY['investment', 'output', 'tax']";
const made = 'gen_random_uuid()';
const firstUser = (/** @type {string} */ name) => `(SELECT id FROM app_user WHERE username = '${name}')`;

/** The contracts in the order of their numbers; the other statements refer to them. */
const CONTRACTS = `
  CREATE TEMP TABLE held AS
  SELECT
    c.id, c.project_id, c.enterprise_id, c.signed_on, coalesce(c.amount_wan, 1000) AS amount_wan,
    (row_number() OVER (ORDER BY e.credit_code))::int AS n
  FROM contract c
  JOIN enterprise e ON e.id = c.enterprise_id;
  CREATE UNIQUE INDEX ON held (id)
`;

/** @type {readonly (readonly [what: string, sql: string])[]} */
const STATEMENTS = [
  ['contracts', CONTRACTS],
  [
    'milestones',
    `INSERT INTO milestone (id, contract_id, kind, planned_on, actual_on)
     SELECT
       ${made}, h.id, k.kind, h.signed_on + k.days,
       CASE WHEN h.n % 10 < k.reached THEN h.signed_on + k.days + h.n % 60 END
     FROM held h
     CROSS JOIN (
       VALUES ('land-granted', 60, 9), ('construction-start', 300, 6), ('completion', 800, 4), ('production-start', 1000, 2)
     ) AS k(kind, days, reached)`,
  ],
  [
    'reached milestones',
    `INSERT INTO milestone_reached (milestone_id, actual_on)
     SELECT id, actual_on FROM milestone WHERE actual_on IS NOT NULL`,
  ],
  [
    'receipts',
    `INSERT INTO receipt (id, contract_id, kind, arrived_on, amount_wan, entered)
     SELECT
       ${made}, h.id, 'bank-slip', h.signed_on + 320 + g * 200, h.amount_wan / 10,
       jsonb_build_object('value', (h.amount_wan / 10)::text, 'unit', 'wan')
     FROM held h
     CROSS JOIN generate_series(1, 1 + h.n % 7) AS g
     WHERE h.n % 10 < 6`,
  ],
  [
    'clauses',
    `INSERT INTO consequence_clause (id, contract_id, kind)
     SELECT ${made}, h.id, k.kind
     FROM held h
     CROSS JOIN (VALUES ('pay-gap', 1), ('claw-back', 2), ('cure-period', 2)) AS k(kind, each)
     WHERE h.n % k.each = 0`,
  ],
  [
    'wordings',
    `INSERT INTO consequence_wording (id, clause_id, text, indicators, bites_from, cure_days, percent)
     SELECT
       ${made}, id, '第九条', ${INDICATORS}, 'breach', CASE WHEN kind = 'cure-period' THEN 180 END,
       CASE WHEN kind = 'pay-gap' THEN 100 END
     FROM consequence_clause`,
  ],
  [
    'payments of support',
    `INSERT INTO support_payment (id, contract_id, paid_wan, entered, paid_on)
     SELECT ${made}, id, 100 + n % 900, '{"value": "100", "unit": "wan"}', signed_on + 400 FROM held WHERE n % 2 = 0`,
  ],
  [
    'clauses of support',
    `INSERT INTO support_clause (id, contract_id, text, ends_on)
     SELECT ${made}, id, '厂房租金减半', current_date + n % 700 FROM held`,
  ],
  [
    'decisions',
    `INSERT INTO consequence_decision (
       id, contract_id, commitment_id, indicator, year, kind, until, reason, verdict, shortfall_exact, clauses, state,
       requested_by, decided_by, decided_at
     )
     SELECT
       ${made}, a.contract_id, a.commitment_id, a.indicator, a.year, k.kind,
       CASE WHEN k.kind = 'extend' THEN current_date + 90 END, '会议纪要', a.verdict, a.shortfall_exact, '[]',
       CASE WHEN h.n % 20 = 0 THEN 'waiting' ELSE 'granted' END, ${firstUser('officer')},
       CASE WHEN h.n % 20 > 0 THEN ${firstUser('manager')} END, CASE WHEN h.n % 20 > 0 THEN now() END
     FROM assessment a
     JOIN held h ON h.id = a.contract_id
     CROSS JOIN LATERAL (SELECT (ARRAY['extend', 'waive'])[1 + h.n % 2] AS kind) k
     WHERE a.superseded_at IS NULL AND a.verdict = 'breach' AND h.n % 5 = 0`,
  ],
  [
    'secretaries',
    `INSERT INTO app_user (id, username, name, role)
     SELECT ${made}, 'keeper' || g, '秘书' || g, 'secretary' FROM generate_series(1, 40) AS g`,
  ],
  [
    'assignments',
    `INSERT INTO secretary_assignment (id, user_id, enterprise_id, role, from_day)
     SELECT ${made}, u.id, h.enterprise_id, 'primary', '2022-01-01'
     FROM held h
     JOIN (SELECT id, row_number() OVER (ORDER BY username) AS n FROM app_user WHERE username LIKE 'keeper%') u
       ON u.n = 1 + h.n % 41`,
  ],
  [
    'approvals',
    `INSERT INTO approval (
       id, kind, subject_id, contract_id, title, payload, amount_wan, below_standard, state, level, levels, requested_by,
       closed_by, closed_at, created_at
     )
     SELECT
       ${made}, 'waiver', ${made}, h.id, '{"contractNumber": "HT", "enterpriseName": "企业"}', '{}', h.amount_wan, false,
       CASE WHEN w THEN 'pending' ELSE 'granted' END, CASE WHEN w THEN 1 END, 1, ${firstUser('officer')},
       CASE WHEN NOT w THEN ${firstUser('manager')} END, CASE WHEN NOT w THEN now() END, now() - make_interval(mins => h.n)
     FROM held h
     CROSS JOIN generate_series(1, 2) AS g
     CROSS JOIN LATERAL (SELECT (h.n + g) % 5 = 0 AS w) AS waits`,
  ],
  [
    'steps of approvals',
    `INSERT INTO approval_step (id, approval_id, level, role, decided_by, decision, at)
     SELECT
       ${made}, id, 1, 'manager', closed_by, CASE WHEN closed_by IS NOT NULL THEN 'approved' END, closed_at
     FROM approval`,
  ],
  [
    'occurrences',
    `INSERT INTO reminder_occurrence (
       id, dedupe_key, rule, rule_version, subject_type, subject_id, recipient_id, channel, step, due_day, remind_on,
       due_at, facts, link, unit, status, sent_at
     )
     SELECT
       ${made}, 'bench|' || h.n || '|' || p.n, 'commitment.due', 1, 'contract', h.id, p.id, 'inbox', 'before-30',
       current_date + 30, current_date, now(), '{"enterpriseName": "企业", "projectName": "项目"}',
       '/contracts/' || h.id || '/show', h.id, 'sent', now()
     FROM held h
     CROSS JOIN (VALUES (1, ${firstUser('manager')}), (2, ${firstUser('officer')})) AS p(n, id)`,
  ],
  [
    'reminders',
    `INSERT INTO reminder (
       id, occurrence_id, user_id, rule, step, subject_type, subject_id, due_day, facts, link, unit, status, done_at
     )
     SELECT
       ${made}, o.id, o.recipient_id, o.rule, o.step, o.subject_type, o.subject_id, o.due_day, o.facts, o.link, o.unit,
       CASE WHEN h.n % 2 = 0 THEN 'open' ELSE 'done' END, CASE WHEN h.n % 2 = 1 THEN now() END
     FROM reminder_occurrence o
     JOIN held h ON h.id = o.unit`,
  ],
  [
    'files',
    `INSERT INTO file (id, subject_type, subject_id, contract_id, name, kind, bytes, sha256, uploaded_by)
     SELECT
       ${made}, 'contract', h.id, h.id, '合同扫描件' || g || '.pdf', 'pdf', 100000, md5(h.n || '-' || g),
       ${firstUser('officer')}
     FROM held h
     CROSS JOIN generate_series(1, CASE WHEN h.n = 1 THEN 300 ELSE 2 END) AS g`,
  ],
  [
    'contacts',
    `INSERT INTO contact (id, enterprise_id, name, title, phone)
     SELECT ${made}, id, '联系人', '总经理', '139' || lpad((row_number() OVER ())::text, 8, '0') FROM enterprise`,
  ],
  [
    'imports',
    `INSERT INTO import (id, kind, file_name, bytes, sha256, status, created_by)
     SELECT ${made}, 'contract-ledger', '签约台账' || g || '.xlsx', 1000, md5(g::text), 'checked', ${firstUser('manager')}
     FROM generate_series(1, 500) AS g`,
  ],
  [
    'rows of an import',
    `INSERT INTO import_row (import_id, row, cells, outcome, faults)
     SELECT i.id, g, '[]', CASE WHEN g % 5 = 0 THEN 'invalid' ELSE 'valid' END, '[]'
     FROM (SELECT id FROM import ORDER BY created_at, id LIMIT 1) i
     CROSS JOIN generate_series(4, 10003) AS g`,
  ],
  [
    'targets',
    `INSERT INTO pace_target (id, subject_kind, project_id, indicator, year)
     SELECT ${made}, 'project', project_id, 'investment', extract(year FROM current_date)::int FROM held WHERE n <= 1000`,
  ],
  [
    'figures of targets',
    `INSERT INTO pace_figure (id, target_id, month, kind, value_wan, entered, source)
     SELECT ${made}, t.id, m, k, 100 * m, '{"value": "100", "unit": "wan"}', 'office'
     FROM pace_target t
     CROSS JOIN generate_series(1, 12) AS m
     CROSS JOIN unnest(ARRAY['plan', 'actual']) AS k
     WHERE k = 'plan' OR m <= 8`,
  ],
  [
    'a round of evaluation',
    `INSERT INTO evaluation_round (id, year, items, capped, bands)
     SELECT ${made}, 2025, items, capped, bands FROM evaluation_formula WHERE known_to IS NULL`,
  ],
  [
    'its firms',
    `INSERT INTO evaluation_firm (id, round_id, enterprise_id)
     SELECT ${made}, r.id, h.enterprise_id
     FROM held h
     CROSS JOIN evaluation_round r
     WHERE h.n <= 2000`,
  ],
  [
    'their values',
    `INSERT INTO evaluation_value (id, firm_id, item, value, source)
     SELECT ${made}, f.id, i ->> 'key', 10 + (random() * 100)::int, 'statistics'
     FROM evaluation_firm f
     JOIN evaluation_round r ON r.id = f.round_id
     CROSS JOIN jsonb_array_elements(r.items) AS i`,
  ],
];

/** @param {import('pg').Client} db signed in as superuser, with the contracts of the bench */
export async function loadWhatHangsOnContracts(db) {
  await db.query('SET session_replication_role = replica');
  for (const [what, sql] of STATEMENTS)
    await db.query(sql).catch((error) => {
      throw new Error(`${what}: ${error.message}`);
    });
  await db.query('SET session_replication_role = origin');
  await db.query('VACUUM ANALYZE');
}

import { readSpreadsheet } from '@crm/platform/spreadsheet';
import pg from 'pg';

/**
 * The rows of a ledger, read and written at once: each table by one statement out of one set. What is written is what
 * the product writes for rows like these, its judgements included: nothing is reported yet, so whatever is due says so.
 * @param {string} url @param {Buffer} file @param {string} today
 */
export async function bareImport(url, file, today) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const began = performance.now();
    const names = 'project firm code industry park signed mu wan investment output tax year'.split(' ');
    const rows = readSpreadsheet(file)
      .sheets[0].rows.slice(1)
      .map(({ cells }) => Object.fromEntries(names.map((name, i) => [name, cells[i].text])));
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.actor', 'system:bench', true)");
    for (const [text, ...values] of steps(JSON.stringify(rows), today)) await client.query({ text, values });
    await client.query('COMMIT');
    return { seconds: (performance.now() - began) / 1_000, written: rows.length };
  } finally {
    await client.end();
  }
}

/** @param {string} rows @param {string} today @returns {[string, ...unknown[]][]} */
const steps = (rows, today) => [
  [
    `CREATE TEMP TABLE entry ON COMMIT DROP AS
     SELECT
       r.*, gen_random_uuid() AS firm_id, gen_random_uuid() AS project_id, gen_random_uuid() AS contract_id,
       gen_random_uuid() AS investment_id, gen_random_uuid() AS output_id, gen_random_uuid() AS tax_id,
       p.id AS park_id, i.id AS industry_id, nextval('contract_number') AS n
     FROM
       json_to_recordset($1::json) AS r (
         project text, firm text, code text, industry text, park text, signed date, mu numeric, wan numeric,
         investment numeric, output numeric, tax numeric, year int
       )
     JOIN park p ON p.name = r.park
     JOIN industry i ON i.name = r.industry`,
    rows,
  ],
  [
    `INSERT INTO enterprise (id, name, match_name, credit_code, park_id, industry_id)
     SELECT firm_id, firm, firm, code, park_id, industry_id FROM entry`,
  ],
  [
    `INSERT INTO investment_project (id, enterprise_id, park_id, industry_id, name, match_name)
     SELECT project_id, firm_id, park_id, industry_id, project, project FROM entry`,
  ],
  [
    `INSERT INTO contract (
       id, number, kind, status, enterprise_id, project_id, park_id, industry_id, signed_on, amount_wan, area_mu,
       full_production_year
     )
     SELECT
       contract_id, 'HT-B-' || n, 'performance', 'signed', firm_id, project_id, park_id, industry_id, signed, wan, mu,
       year
     FROM entry`,
  ],
  [
    `INSERT INTO parcel (id, contract_id, basis, entered_value, entered_unit, area_mu)
     SELECT gen_random_uuid(), contract_id, 'granted', mu, 'mu', mu FROM entry`,
  ],
  [
    `CREATE TEMP TABLE promise ON COMMIT DROP AS
     SELECT p.id, e.contract_id, p.indicator, p.per_mu, p.per_mu * e.mu AS promised, e.mu, e.year
     FROM entry e
     CROSS JOIN LATERAL (
       VALUES (investment_id, 'investment', investment), (output_id, 'output', output), (tax_id, 'tax', tax)
     ) AS p (id, indicator, per_mu)`,
  ],
  [`INSERT INTO commitment (id, contract_id, indicator) SELECT id, contract_id, indicator FROM promise`],
  [
    `INSERT INTO commitment_term (id, commitment_id, master, per_mu_wan, entered)
     SELECT
       gen_random_uuid(), id, 'per-mu', per_mu, jsonb_build_object('value', per_mu::text, 'unit', 'wan-per-mu')
     FROM promise`,
  ],
  [
    `INSERT INTO assessment (
       id, contract_id, commitment_id, indicator, year, due_on, verdict, area_mu, required_exact, as_of
     )
     SELECT
       gen_random_uuid(), p.contract_id, p.id, p.indicator, y, make_date(y, 12, 31), 'no-data', p.mu, p.promised,
       $1::date
     FROM promise p
     CROSS JOIN LATERAL generate_series(
       p.year, CASE WHEN p.indicator = 'investment' THEN p.year ELSE extract(year FROM $1::date)::int - 1 END
     ) AS y`,
    today,
  ],
  [
    `INSERT INTO contract_summary (
       contract_id, as_of, changes_on, area_mu, last_year, investment_promised_wan_exact, output_promised_wan_exact,
       tax_promised_wan_exact
     )
     SELECT
       contract_id, $1::date, make_date(extract(year FROM $1::date)::int + 1, 1, 1), mu,
       extract(year FROM $1::date)::int - 1, investment * mu, output * mu, tax * mu
     FROM entry`,
    today,
  ],
  [
    `INSERT INTO contract_year_summary (
       contract_id, year, last, own, verdict, investment_verdict, output_verdict, tax_verdict
     )
     SELECT
       contract_id, y, y = this_year - 1, y < this_year, 'no-data', 'no-data',
       CASE WHEN y < this_year THEN 'no-data' END, CASE WHEN y < this_year THEN 'no-data' END
     FROM entry
     CROSS JOIN (SELECT extract(year FROM $1::date)::int AS this_year) AS t
     CROSS JOIN LATERAL generate_series(year, this_year) AS y`,
    today,
  ],
];

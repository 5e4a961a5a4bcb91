// W6: a ledger of 10,000 rows. The product uploads it, checks it (duplicates, row errors) and commits it. The bare side
// reads the same rows with the same reader and writes them with its own statements, without checks.
import { creditCodeCheckSymbol, organisationCheckSymbol } from '@crm/domain/enterprises';
import { writeSpreadsheet } from '@crm/platform/spreadsheet';
import { bareImport } from './bare-import.mjs';

const HEADER = [
  '项目名称',
  '投资企业',
  '统一社会信用代码',
  '产业',
  '落户园区',
  '签约时间',
  '用地面积（亩）',
  '总投资（万元）',
  '固定资产投资（万元/亩）',
  '产值（万元/亩）',
  '税收（万元/亩）',
  '达产年',
];

function creditCode(series, n) {
  for (let salt = 0; ; salt++) {
    const eight = `${series}${(n * 7 + salt).toString().padStart(7, '0')}`.slice(0, 8);
    const seventeen = `91460100${eight}${organisationCheckSymbol(eight)}`;
    const check = creditCodeCheckSymbol(seventeen);
    if (check !== null) return seventeen + check;
  }
}

/** @param {string} series one letter, so that two workbooks share no firm */
function ledgerRows(series, count, parks, industries) {
  return Array.from({ length: count }, (_, n) => {
    const mu = `${10 + (n % 90)}.25`;
    const perMu = 300 + (n % 500);
    const wan = (Number(mu) * perMu).toFixed(2);
    return [
      `导入项目${series}${n}`,
      `海南导入${series}${n}有限公司`,
      creditCode(series, n),
      industries[n % industries.length].name,
      parks[n % parks.length].name,
      `2020-0${1 + (n % 9)}-15`,
      mu,
      wan,
      String(perMu),
      String(500 + (n % 700)),
      String(30 + (n % 90)),
      '2024',
    ];
  });
}

const workbookOf = (rows) =>
  writeSpreadsheet({
    name: '台账',
    headerRows: 1,
    widths: HEADER.map(() => 16),
    rows: [HEADER.map((text) => ({ text, mark: 'header' })), ...rows.map((row) => row.map((text) => ({ text })))],
  });

/** @param {import('./stage.mjs').Stage} stage @param {number} count @param {number} times */
export async function importRows(stage, count, times) {
  const read = async (/** @type {string} */ sql) => (await stage.db.query(sql)).rows;
  const parks = await read('SELECT id, name FROM park');
  const industries = await read('SELECT id, name FROM industry');
  const worker = stage.startWorker();
  const book = (/** @type {string} */ series, rows = count) => workbookOf(ledgerRows(series, rows, parks, industries));
  // Not measured: it lasts until the worker has started.
  await throughProduct(stage, await book('J', 10));
  const trips = [];
  for (let trip = 0; trip < times; trip++)
    trips.push({
      ours: await throughProduct(stage, await book('KLM'[trip])),
      theirs: await bareImport(stage.databaseUrl, await book('PQR'[trip]), stage.today),
    });
  worker.kill();
  const written = [...new Set(trips.flatMap(({ ours, theirs }) => [ours.written, theirs.written]))];
  if (written.length > 1) throw new Error(`product and bare wrote ${written.join(' and ')} contracts`);
  return { rows: count, written: written[0], trips };
}

/**
 * Seconds from upload to commit, and the number of rows written.
 * @param {import('./stage.mjs').Stage} stage
 */
async function throughProduct({ api, session }, file) {
  const ask = async (path, options = {}) => {
    const response = await fetch(`${api.url}/api/v1${path}`, {
      ...options,
      headers: { authorization: await session.bearer(), ...options.headers },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 400)}`);
    return response.json();
  };
  const until = async (id, wanted) => {
    for (;;) {
      const state = await ask(`/imports/${id}`);
      if (wanted.includes(state.status)) return state;
      if (state.status === 'failed') throw new Error(`import failed: ${JSON.stringify(state.failure)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const form = new FormData();
  form.set('kind', 'contract-ledger');
  form.set('file', new Blob([file]), 'ledger.xlsx');
  const began = performance.now();
  const { id } = await ask('/imports', { method: 'POST', body: form });
  let state = await until(id, ['checked', 'needs-mapping']);
  const checked = performance.now();
  if (state.status === 'needs-mapping' || state.units.some((unit) => unit.question))
    throw new Error(
      `the sheet is asked about: ${JSON.stringify({ missing: state.missing, units: state.units }).slice(0, 600)}`,
    );
  await ask(`/imports/${id}/commit`, { method: 'POST' });
  state = await until(id, ['committed']);
  return {
    seconds: (performance.now() - began) / 1_000,
    checkSeconds: (checked - began) / 1_000,
    written: state.result.contracts,
  };
}

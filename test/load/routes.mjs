// `node test/load/routes.mjs [part of a route's name …]` asks every GET route of the contract once it is warm, at
// 100,000 leads and 10,000 contracts × 5 years, and prints ms, kB and the CPU of API and PostgreSQL for each.
//
//   ROUTES_LEADS   leads in the database (100000); contracts are a tenth of them
//   ROUTES_TIMES   questions to each route; the median is shown (7)
//
// A row above 300 ms or 200 kB is marked. A route without an entry in routes-asked.mjs ends the run with an error, so
// that a new one is measured too.
import { allRoutes } from '@crm/api-contract/catalogue';
import { reachOf } from '@crm/api-contract/permissions';
import { median } from './measure.mjs';
import { cpuOf, cpuOfFamily } from './processes.mjs';
import { addressesOf } from './routes-asked.mjs';
import { loadWhatHangsOnContracts } from './routes-data.mjs';
import { setStage } from './stage.mjs';

const MOST_MS = 300;
const MOST_KB = 200;
/** The first of them who may call a route does. */
const PEOPLE = /** @type {const} */ (['manager', 'admin', 'auditor', 'officer']);

/** @param {string | readonly [string, string]} access */
const whoMay = (access) =>
  typeof access === 'string' ? 'manager' : (PEOPLE.find((role) => reachOf(role, ...access) !== undefined) ?? 'manager');

/**
 * @param {Pick<import('./stage.mjs').Stage, 'db' | 'api' | 'postgresPid' | 'sessionOf'>} stage
 * @param {{ times: number, named: readonly string[] }} asked
 */
export async function measureRoutes({ db, api, postgresPid, sessionOf }, { times, named }) {
  const routes = allRoutes.filter(({ contract }) => contract.method === 'GET');
  const addresses = await addressesOf(db);
  const sessions = Object.fromEntries(PEOPLE.map((person) => [person, sessionOf(person)]));
  const unknown = routes.filter(({ name }) => !(name in addresses)).map(({ name }) => name);
  if (unknown.length > 0) throw new Error(`no address in routes-asked.mjs for ${unknown.join(', ')}`);
  console.log('| 接口 route | 问 asked | ms | kB | CPU ms 接口 API | CPU ms PG | |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  let slow = 0;
  const refused = new Set();
  for (const { name, contract } of routes) {
    if (named.length > 0 && !named.some((part) => name.includes(part))) continue;
    for (const address of addresses[name] ?? []) {
      const headers = { authorization: await sessions[whoMay(contract.access)].bearer() };
      const ask = async () => {
        const began = performance.now();
        const answer = await fetch(`${api.url}/api/v1${address}`, { headers });
        const { byteLength } = await answer.arrayBuffer();
        if (!answer.ok) refused.add(`${name} ${address}: ${answer.status}`);
        return { ms: performance.now() - began, kb: byteLength / 1_024 };
      };
      await ask();
      await ask();
      const before = { api: cpuOf(api.pid), postgres: cpuOfFamily(postgresPid) };
      const answers = [];
      for (let time = 0; time < times; time++) answers.push(await ask());
      const ms = median(answers.map((answer) => answer.ms));
      const kb = median(answers.map((answer) => answer.kb));
      const over = ms > MOST_MS || kb > MOST_KB;
      slow += over ? 1 : 0;
      const each = (/** @type {number} */ cpu) => (cpu / times).toFixed(0);
      const shown = decodeURIComponent(address)
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
        .slice(0, 90);
      console.log(
        `| ${name} | \`${shown}\` | ${ms.toFixed(0)} | ${kb.toFixed(0)} | ${each(cpuOf(api.pid) - before.api)} | ${each(cpuOfFamily(postgresPid) - before.postgres)} | ${over ? '▲' : ''} |`,
      );
    }
  }
  if (refused.size > 0) throw new Error([...refused].join('\n'));
  console.log(`\n▲ 超过 above ${MOST_MS} ms 或 or ${MOST_KB} kB: ${slow}`);
}

if (import.meta.filename === process.argv[1]) {
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => process.exit(130));
  const stage = await setStage(Number(process.env.ROUTES_LEADS ?? 100_000));
  try {
    await loadWhatHangsOnContracts(stage.db);
    await measureRoutes(stage, { times: Number(process.env.ROUTES_TIMES ?? 7), named: process.argv.slice(2) });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  } finally {
    await stage.clear();
  }
  process.exit();
}

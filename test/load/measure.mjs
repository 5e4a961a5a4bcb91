import autocannon from 'autocannon';
import { cpuOf, cpuOfFamily } from './processes.mjs';

/**
 * @typedef {object} Side one server and what it is asked
 * @property {string} url
 * @property {number} pid
 * @property {number} postgresPid
 * @property {number} seconds
 * @property {number} [connections]
 * @property {object[]} requests
 * @property {() => Promise<Record<string, string>>} headers
 */

/** @typedef {Awaited<ReturnType<typeof turn>>} Turn */

/**
 * One turn of load; only successful answers count.
 * @param {Side} side
 */
export async function turn({ url, pid, postgresPid, seconds, connections = 10, requests, headers }) {
  const signedIn = await headers();
  const before = { server: cpuOf(pid), postgres: cpuOfFamily(postgresPid) };
  const result = await autocannon({ url, connections, duration: seconds, timeout: 60, headers: signedIn, requests });
  const answered = Math.max(1, result.requests.total);
  return {
    rate: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
    serverCpu: (cpuOf(pid) - before.server) / answered,
    postgresCpu: (cpuOfFamily(postgresPid) - before.postgres) / answered,
  };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return /** @type {number} */ (sorted[Math.floor(sorted.length / 2)]);
}

/**
 * Runs the sides in turns (A B A B …), so that a change of the machine's load affects both equally.
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, Side>} sides
 * @returns {Promise<Record<Name, Turn[]>>}
 */
export async function interleaved(rounds, sides) {
  const named = /** @type {[Name, Side][]} */ (Object.entries(sides));
  // Not measured: it compiles the code and fills the caches of both sides.
  for (const [, side] of named) await turn({ ...side, seconds: Math.min(side.seconds, 4) });
  const turns = /** @type {Record<Name, Turn[]>} */ (Object.fromEntries(named.map(([name]) => [name, []])));
  for (let round = 0; round < rounds; round++) for (const [name, side] of named) turns[name].push(await turn(side));
  return turns;
}

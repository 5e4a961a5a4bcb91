import autocannon from 'autocannon';
import { cpuOf, cpuOfFamily } from './processes.mjs';

/**
 * One stretch of load. @param {{ url: string, pid: number, postgresPid: number, seconds: number, connections?: number,
 * requests: object[] }} at
 */
export async function stretch({ url, pid, postgresPid, seconds, connections = 10, requests, headers }) {
  const before = { server: cpuOf(pid), postgres: cpuOfFamily(postgresPid) };
  const result = await autocannon({ url, connections, duration: seconds, timeout: 60, headers, requests });
  const done = result.requests.total;
  const failed = result.non2xx + result.errors;
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed,
    serverCpu: (cpuOf(pid) - before.server) / Math.max(1, done),
    postgresCpu: (cpuOfFamily(postgresPid) - before.postgres) / Math.max(1, done),
  };
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Two servers in turn, A B A B …: the machine's moods meet both alike. The figures are the medians of the rounds. */
export async function interleaved(rounds, sides) {
  // Unmeasured, so that both run compiled and with warm pages.
  for (const side of Object.values(sides)) await stretch({ ...side, seconds: Math.min(side.seconds, 4) });
  const results = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, side] of Object.entries(sides)) results[name].push(await stretch(side));
  const summary = (list) =>
    Object.fromEntries(
      Object.keys(list[0]).map((key) => [
        key,
        key === 'failed' ? list.reduce((sum, one) => sum + one.failed, 0) : median(list.map((one) => one[key])),
      ]),
    );
  return Object.fromEntries(Object.entries(results).map(([name, list]) => [name, summary(list)]));
}

// Names what a request of the API costs besides PostgreSQL: the share of each package in the active CPU time.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { turn } from './measure.mjs';

/**
 * @typedef {{
 *   id: number,
 *   callFrame: { functionName: string, url: string, lineNumber: number },
 *   children?: number[],
 * }} Node
 */
/** @typedef {{ nodes: Node[], samples: number[], timeDeltas: number[] }} Profile */

const WAITING = new Set(['(idle)', '(root)']);

/** @type {Map<string, { line: number, path: string }[]>} */
const regions = new Map();

/**
 * The module that a line of a bundle came from: the bundler marks where each begins. @param {string} url
 * @param {number} line
 */
function moduleAt(url, line) {
  let known = regions.get(url);
  if (!known) {
    const lines = url.startsWith('file:') ? readFileSync(fileURLToPath(url), 'utf8').split('\n') : [];
    known = lines.flatMap((text, at) => (/^\/\/ \S+\.m?js$/.test(text) ? [{ line: at, path: text.slice(3) }] : []));
    regions.set(url, known);
  }
  return known.findLast((region) => region.line <= line)?.path ?? url;
}

/** The area of a frame: a package, a module of Node, or the product's own code. @param {Node} node */
function areaOf({ callFrame: { functionName, url: file, lineNumber } }) {
  const url = file.includes('/dist/') ? `/dist/${moduleAt(file, lineNumber)}` : file;
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (/^(writev|writeBuffer|writeUtf8String|writeLatin1String)$/.test(functionName)) return 'writing to sockets';
  const inPackages = url.split('/node_modules/').pop() ?? '';
  if (url.includes('/node_modules/'))
    return inPackages
      .split('/')
      .slice(0, inPackages.startsWith('@') ? 2 : 1)
      .join('/');
  if (url.includes('/dist/')) return 'the product';
  if (url.startsWith('node:')) return `node ${url.slice(5).split('/').slice(-1)}`;
  return 'V8 and the kernel';
}

/** Shares of the active time, largest first. @param {Profile} profile */
export function sharesOf({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Map<string, number>} */
  const spent = new Map();
  let active = 0;
  samples.forEach((id, n) => {
    const node = byId.get(id);
    if (!node || WAITING.has(node.callFrame.functionName)) return;
    const area = areaOf(node);
    const time = Math.max(0, timeDeltas[n] ?? 0);
    active += time;
    spent.set(area, (spent.get(area) ?? 0) + time);
  });
  return [...spent].map(([area, time]) => ({ area, share: time / active })).sort((a, b) => b.share - a.share);
}

/**
 * Runs one turn under the profiler and prints the areas above 1.5 %.
 * @param {{ name: string, side: import('./measure.mjs').Side, dir: string, number: number }} work
 */
export async function profiledTurn({ name, side, dir, number }) {
  process.kill(side.pid, 'SIGUSR2');
  await turn(side);
  process.kill(side.pid, 'SIGUSR2');
  const file = join(dir, `${number}.cpuprofile`);
  while (!existsSync(file)) await after(100);
  await after(500);
  const shares = sharesOf(JSON.parse(readFileSync(file, 'utf8'))).filter(({ share }) => share >= 0.015);
  const text = shares.map(({ area, share }) => `${area} ${(share * 100).toFixed(1)} %`).join(' · ');
  console.log(`  ${name}  剖析 profile: ${text}`);
}

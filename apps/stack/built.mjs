import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './nx.mjs';

// What was built last, so that a start after which nothing changed need not ask Nx (two seconds).

const STAMP = join(ROOT, '.nx', 'built.json');
/** Settings of the whole workspace that a build depends on. */
const SHARED = ['package-lock.json', 'nx.json', 'tsconfig.base.json', '.swcrc'];
/** Of a project: its output too, so that a build by hand or a removed file counts as a change. */
const OWN = ['src', 'dist', 'public', 'index.html', 'package.json', 'project.json', 'tsconfig.json', 'vite.config.ts'];

/** @param {string} path below the root: each file with its size and its time of change @returns {string[]} */
function seenBelow(path) {
  const seen = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!seen) return [];
  if (!seen.isDirectory()) return [`${path} ${seen.size} ${seen.mtimeMs}`];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => seenBelow(`${path}/${name}`));
}

/** @param {string} folder of a project @returns {string} */
function stateOf(folder) {
  const state = createHash('sha256').update(process.version);
  for (const path of [...SHARED, ...OWN.map((name) => `${folder}/${name}`)])
    for (const file of seenBelow(path)) state.update(`${file}\n`);
  return state.digest('hex');
}

/** @returns {Record<string, string>} */
function stamps() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
}

/** Whether these projects are as the last build left them. @param {string[]} folders */
export const isBuilt = (folders) =>
  folders.every((folder) => existsSync(join(ROOT, folder, 'dist')) && stamps()[folder] === stateOf(folder));

/** @param {string[]} folders */
export function rememberBuilt(folders) {
  mkdirSync(dirname(STAMP), { recursive: true });
  const built = Object.fromEntries(folders.map((folder) => [folder, stateOf(folder)]));
  writeFileSync(STAMP, JSON.stringify({ ...stamps(), ...built }));
}

/** A build begins: all is forgotten, since the pages contain code of the libraries. A killed build leaves no stamp. */
export const forgetBuilt = () => rmSync(STAMP, { force: true });

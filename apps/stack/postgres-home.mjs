import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { mayWrite, ownerFor } from './postgres-owner.mjs';
import { Stop } from './say.mjs';

/** @typedef {import('./postgres-owner.mjs').Owner} Owner */

/**
 * A folder of root that every user may pass through. /var/lib comes first: many systems delete old files in /var/tmp.
 */
export function openPlace() {
  for (const base of ['/var/lib', '/var/tmp']) {
    try {
      accessSync(base, constants.W_OK);
      const place = join(base, 'zhaoshang-crm');
      mkdirSync(place, { recursive: true, mode: 0o755 });
      const found = lstatSync(place);
      // Anybody may have created something of this name in /var/tmp.
      if (!found.isDirectory() || found.uid !== 0) continue;
      chmodSync(place, 0o755);
      return place;
    } catch {
      continue;
    }
  }
  throw new Stop(
    '找不到 PostgreSQL 用户可以使用的目录（/var/lib 与 /var/tmp 均不可写）',
    'No place that the PostgreSQL user may use: neither /var/lib nor /var/tmp can be written',
  );
}

/** @param {string} directory @param {Owner | undefined} owner */
function makeFor(directory, owner) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (owner) chownSync(directory, owner.uid, owner.gid);
}

/**
 * Where the cluster is and who runs it: `<dataDir>/postgres`. If that user cannot go there, a folder outside, whose
 * path is written to `<dataDir>/postgres.place` and read at the next start.
 * @param {string} dataDir
 */
export function homeFor(dataDir) {
  const note = join(dataDir, 'postgres.place');
  const inside = join(dataDir, 'postgres');
  if (existsSync(note)) {
    const home = readFileSync(note, 'utf8').trim();
    if (!existsSync(join(home, 'cluster', 'PG_VERSION'))) {
      throw new Stop(
        `数据库原在 ${home}，现已不在。请从备份恢复该目录；若要重新开始，删除 ${note} 后再启动`,
        `The database was in ${home} and is gone. Restore that folder from a backup, or delete ${note} to begin anew`,
      );
    }
    return { home, owner: ownerFor(join(home, 'cluster')), outside: true, remember: () => undefined };
  }
  const owner = ownerFor(join(inside, 'cluster'));
  makeFor(inside, owner);
  if (mayWrite(inside, owner)) return { home: inside, owner, outside: false, remember: () => undefined };
  if (!owner || existsSync(join(inside, 'cluster', 'PG_VERSION'))) {
    throw new Stop(
      `${inside} 属于另一个用户，当前用户不能读写：请用原来的用户启动，或更改该目录的属主`,
      `${inside} belongs to another user: start as that user, or change the owner of the folder`,
    );
  }
  rmSync(inside, { recursive: true, force: true });
  const home = join(
    openPlace(),
    `data-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)}`,
  );
  makeFor(home, owner);
  // Written only once the cluster exists, so that an interrupted first start does not look like lost data.
  return { home, owner, outside: true, remember: () => writeFileSync(note, `${home}\n`) };
}

import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from './audit.store.js';

/**
 * The heads of the chains on a day, stored outside the database: somebody who can change the database cannot shorten a
 * chain unnoticed. Anchors are kept for ever. Copy the folder to another machine to be safe from somebody who can
 * change both.
 */
export interface Anchor {
  readonly day: string;
  readonly heads: readonly Head[];
}

const folder = (dataDir: string) => join(dataDir, 'anchors');

/** Written completely or not at all, and never over an existing one. Returns false if it existed. */
export async function writeAnchor(dataDir: string, anchor: Anchor): Promise<boolean> {
  await mkdir(folder(dataDir), { recursive: true });
  const path = join(folder(dataDir), `${anchor.day}.json`);
  if (await readFile(path).catch(() => undefined)) return false;
  const half = `${path}.${process.pid}`;
  await writeFile(half, `${JSON.stringify(anchor, null, 1)}\n`, { mode: 0o440, flush: true });
  await rename(half, path);
  return true;
}

export async function readAnchors(dataDir: string): Promise<Anchor[]> {
  const names = (await readdir(folder(dataDir)).catch(() => []))
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder(dataDir), name), 'utf8')) as Anchor),
  );
}

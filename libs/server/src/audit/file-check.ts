import { anchorFileLines } from './anchor-file.js';
import type { AuditKeys } from './audit-keys.js';
import type { Found } from './break-kinds.js';
import type { HeadsFound } from './head-check.js';
import { holds } from './signed-head.js';

/** What the file outside has: the seal of each head by its number, and the first line that is no signed head. */
export interface FileFound {
  readonly lines: number;
  readonly macs: ReadonlyMap<string, string>;
  readonly found: readonly Found[];
}

export async function readAnchorFile(dir: string, keys: AuditKeys): Promise<FileFound> {
  const macs = new Map<string, string>();
  const found: Found[] = [];
  let lines = 0;
  for await (const head of anchorFileLines(dir)) {
    lines += 1;
    const isWrong = !head || !holds(keys, head) || (macs.get(head.n) ?? head.mac) !== head.mac;
    if (!isWrong) macs.set(head.n, head.mac);
    else if (found.length === 0) found.push({ kind: 'file-differs', ...(head && { head: head.n }) });
  }
  return { lines, macs, found };
}

/** Database and file have the same heads. The file is read first, so it may lack those that are on their way. */
export function compareFile(file: FileFound, { macs, onTheirWay }: HeadsFound): Found[] {
  const found = [...file.found];
  const outside = [...file.macs];
  const older = outside.find(([n]) => !macs.has(n));
  if (older) found.push({ kind: 'older', head: older[0] });
  const other = outside.find(([n, mac]) => macs.has(n) && macs.get(n) !== mac);
  if (other && found.every(({ kind }) => kind !== 'file-differs')) found.push({ kind: 'file-differs', head: other[0] });
  // A line that differs is there, though nothing can be read of it.
  const missing = found.length > 0 ? undefined : [...macs.keys()].find((n) => !onTheirWay.has(n) && !file.macs.has(n));
  if (missing !== undefined)
    found.push(file.lines === 0 ? { kind: 'file-missing' } : { kind: 'file-short', head: missing });
  return found;
}

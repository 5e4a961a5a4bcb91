import {
  appendFileSync,
  closeSync,
  copyFileSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Stop } from './say.mjs';

const LIMIT_BYTES = 20 * 1024 * 1024;
const DAY_MS = 86_400_000;

const SHORTEST_DAYS = 183;

/**
 * ACCESS_LOG_DAYS: how long logs are kept. The law on network security asks for six months, so less than half a year is
 * refused.
 */
export function logDays(asked = process.env.ACCESS_LOG_DAYS || String(SHORTEST_DAYS)) {
  const days = Number(asked);
  if (!Number.isInteger(days) || days < SHORTEST_DAYS)
    throw new Stop(
      `ACCESS_LOG_DAYS=${asked}：日志至少保留 ${SHORTEST_DAYS} 天`,
      `ACCESS_LOG_DAYS=${asked}: logs are kept for at least ${SHORTEST_DAYS} days`,
    );
  return days;
}

/**
 * Cuts each log at 20 MB. The writers append, so truncating the file is safe. What was cut off is kept for `days`,
 * packed, beside it (`api.log.2026-11-30T08-15-00Z.gz`).
 * @param {string[]} files
 * @param {number} days
 */
export function keepLogs(files, days) {
  const cut = () => {
    for (const file of files) {
      try {
        removeOld(file, days);
        if (statSync(file).size >= LIMIT_BYTES) setAside(file);
      } catch {
        // Not written yet, or the disk is full: a log must not stop the product.
      }
    }
  };
  cut();
  return setInterval(cut, 60_000).unref();
}

/** Moves the content of a log into a packed file beside it. @param {string} file */
export function setAside(file) {
  const at = new Date().toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const copy = `${file}.cut`;
  copyFileSync(file, copy);
  // What came while it was copied; after this only the lines of the next few microseconds could be missed.
  appendFileSync(copy, restOf(file, statSync(copy).size));
  truncateSync(file);
  writeFileSync(`${file}.${at}.gz`, gzipSync(readFileSync(copy)), { mode: 0o600 });
  rmSync(copy);
}

/** @param {string} file @param {number} from */
function restOf(file, from) {
  const fd = openSync(file, 'r');
  try {
    const rest = Buffer.alloc(Math.max(0, fstatSync(fd).size - from));
    readSync(fd, rest, 0, rest.length, from);
    return rest;
  } finally {
    closeSync(fd);
  }
}

/** @param {string} file @param {number} days */
export function removeOld(file, days) {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(file)}.`) || !name.endsWith('.gz')) continue;
    if (statSync(join(folder, name)).mtimeMs < Date.now() - days * DAY_MS) rmSync(join(folder, name));
  }
}

/** @param {string} file @param {number} count */
export function lastLinesOf(file, count) {
  try {
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-count)
      .map((line) => `    ${line.slice(0, 600)}`)
      .join('\n');
  } catch {
    return '';
  }
}

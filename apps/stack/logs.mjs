import { copyFileSync, readFileSync, statSync, truncateSync } from 'node:fs';

const LIMIT_BYTES = 20 * 1024 * 1024;

/**
 * Keeps each log below 20 MB, with one older copy. The writers append, so truncating the file is safe.
 * @param {string[]} files
 */
export function keepLogsShort(files) {
  const cut = () => {
    for (const file of files) {
      try {
        if (statSync(file).size < LIMIT_BYTES) continue;
        copyFileSync(file, `${file}.1`);
        truncateSync(file);
      } catch {
        // Not written yet, or the disk is full: a log must not stop the product.
      }
    }
  };
  cut();
  return setInterval(cut, 60_000).unref();
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

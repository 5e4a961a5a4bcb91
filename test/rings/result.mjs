import { padTo } from '../../apps/stack/say.mjs';

/** @typedef {{ ring: string, passed: number, failed: number, seconds: number, note?: string }} Result */

/**
 * A table of the rings; the last line is the total.
 * @param {Result[]} results
 * @param {number} seconds
 */
export function summary(results, seconds) {
  const row = (/** @type {string[]} */ cells) =>
    `  ${padTo(cells[0] ?? '', 16)}${(cells[1] ?? '').padStart(8)}${(cells[2] ?? '').padStart(8)}${(cells[3] ?? '').padStart(10)}  ${cells[4] ?? ''}`.trimEnd();
  const total = (/** @type {'passed' | 'failed'} */ what) => results.reduce((sum, result) => sum + result[what], 0);
  const lines = [
    '',
    row(['环 ring', 'passed', 'failed', 'seconds']),
    ...results.map((result) =>
      row([result.ring, String(result.passed), String(result.failed), result.seconds.toFixed(1), result.note ?? '']),
    ),
    row(['合计 total', String(total('passed')), String(total('failed')), seconds.toFixed(1)]),
    '',
    `${total('passed')} passed, ${total('failed')} failed`,
  ];
  return { text: lines.join('\n'), failed: total('failed') };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../apps/stack/nx.mjs';

/** @typedef {{ passed: number, failed: number, note?: string }} Counted */

/**
 * Where Jest writes what it found. It is the output of the target, so Nx brings it back.
 * @param {string} ring
 * @param {string} project
 */
export const reportOf = (ring, project) => join(ROOT, 'test/.tmp/reports', ring, `${project}.json`);

/**
 * The counts of one Jest run.
 * @param {string} ring
 * @param {string} project
 * @param {boolean} ok it ended well
 * @param {boolean} narrowed only some specs were requested, the others count as skipped
 * @returns {Counted}
 */
export function jestCounted(ring, project, ok, narrowed = false) {
  const report = reportOf(ring, project);
  if (!existsSync(report))
    return { passed: 0, failed: 1, note: `没有测试，或 Jest 未能运行 no tests, or Jest did not run (${project})` };
  const seen = JSON.parse(readFileSync(report, 'utf8'));
  // A suite that did not load has no tests to count; a skipped test proves nothing.
  const skipped = narrowed ? 0 : seen.numPendingTests + seen.numTodoTests;
  const notLoaded = seen.numRuntimeErrorTestSuites;
  const failed = seen.numFailedTests + notLoaded + skipped;
  const notes = [];
  if (notLoaded) notes.push(`${notLoaded} suites did not run`);
  if (skipped) notes.push(`${skipped} skipped`);
  if (failed === 0 && seen.numTotalTests === 0) notes.push('没有测试 no tests found');
  else if (failed === 0 && !ok) notes.push('Jest ended badly');
  return {
    passed: seen.numPassedTests,
    failed: failed || (seen.numTotalTests > 0 && ok ? 0 : 1),
    note: notes.join(', '),
  };
}

/** @param {Counted[]} parts @returns {Counted} */
export function summed(parts) {
  return {
    passed: parts.reduce((sum, part) => sum + part.passed, 0),
    failed: parts.reduce((sum, part) => sum + part.failed, 0),
    note: parts
      .map((part) => part.note)
      .filter(Boolean)
      .join(', '),
  };
}

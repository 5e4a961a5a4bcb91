import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A secret that is generated once and stored in `<dataDir>/secrets` (folder 0700, file 0600).
 * @param {string} dataDir
 * @param {string} name
 * @param {() => string} [make]
 */
export function secretIn(dataDir, name, make = () => randomBytes(24).toString('base64url')) {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, name);
  try {
    const value = readFileSync(file, 'utf8').trim();
    if (value) return { value, isNew: false };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
  const value = make();
  keepSecret(dataDir, name, value);
  return { value, isNew: true };
}

/**
 * The key that seals the audit trail: of the environment, or generated once. Without it nothing of the trail can be
 * proved any more, so the copy of the data folder holds it too.
 * @param {string} dataDir
 */
export const auditKey = (dataDir) =>
  process.env.AUDIT_KEY || secretIn(dataDir, 'audit-key', () => randomBytes(32).toString('hex')).value;

/** @param {string} dataDir @param {string} name @param {string} value */
export function keepSecret(dataDir, name, value) {
  const folder = join(dataDir, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = join(folder, `${name}.new`);
  writeFileSync(fresh, `${value}\n`, { mode: 0o600 });
  renameSync(fresh, join(folder, name));
}

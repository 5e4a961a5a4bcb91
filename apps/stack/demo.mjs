import { createHash, randomInt } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// What the demo seed left, stored in the data folder. So each start can list the accounts, and cleared demo data does
// not come back.

/** @typedef {{ username: string, role: string, name: string }} Account */
/** @typedef {{ database: string, demo: string, accounts: Account[], cleared: boolean, hasPassword: boolean }} Seeded */

/** @param {string | undefined} databaseUrl given by the person; absent = embedded */
export function databaseKey(databaseUrl) {
  return databaseUrl ? createHash('sha256').update(databaseUrl).digest('hex').slice(0, 12) : 'embedded';
}

/** @param {string} dataDir @param {string} database @returns {Seeded | undefined} */
export function readSeeded(dataDir, database) {
  try {
    const seeded = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'));
    return seeded.database === database ? seeded : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} dataDir @param {Seeded} seeded */
export function keepSeeded(dataDir, seeded) {
  const file = join(dataDir, 'demo.json');
  writeFileSync(`${file}.new`, JSON.stringify(seeded, null, 2));
  renameSync(`${file}.new`, file);
}

/**
 * The line `{"accounts":[…],"password":…}` in the output of the seed.
 * @param {string} output
 */
export function accountsSaid(output) {
  for (const line of output.split('\n')) {
    try {
      const said = JSON.parse(line);
      if (Array.isArray(said?.accounts)) return /** @type {{ accounts: Account[], password: string | null }} */ (said);
    } catch {
      // A line for people, not JSON.
    }
  }
  return { accounts: [], password: null };
}

/** Easy to read aloud and to type: twelve letters without look-alikes are 54 bits. */
export function makePassword() {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `Zs${randomInt(2, 10)}-${group()}-${group()}-${group()}`;
}

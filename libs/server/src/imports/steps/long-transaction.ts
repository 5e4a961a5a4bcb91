import type { Tx } from '@crm/platform/db';

/**
 * One import writes, or is taken back, at a time: two files with the same contracts would otherwise each find them
 * absent.
 */
const WRITING = 'imports.commit';

/**
 * Ten thousand rows are entered and sealed in statements longer than any request may wait; nobody waits for this one.
 */
const WORKS_FOR = '10min';

/**
 * Makes a transaction one that may work long, alone, and seals its audit rows on the chain kept for that: nobody else's
 * commit waits for it.
 */
export async function workLong(tx: Tx): Promise<void> {
  await tx.run(
    `SET LOCAL statement_timeout = '${WORKS_FOR}'; SET LOCAL lock_timeout = '${WORKS_FOR}'; SET LOCAL idle_in_transaction_session_timeout = '${WORKS_FOR}'; SET LOCAL app.large = 'on'`,
  );
  await tx.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [WRITING]);
}

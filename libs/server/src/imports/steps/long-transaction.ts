import type { Tx } from '@crm/platform/db';

/** Only one import writes or is reverted at a time: two files with the same contracts would each find them missing. */
const WRITING = 'imports.commit';

/** Ten thousand rows need longer statements than a request may use; nobody waits for this one. */
const WORKS_FOR = '10min';

/**
 * Lets a transaction run long, one at a time, and seals its audit rows on a separate chain, so that no other commit
 * waits.
 */
export async function workLong(tx: Tx): Promise<void> {
  await tx.run(
    `SET LOCAL statement_timeout = '${WORKS_FOR}'; SET LOCAL lock_timeout = '${WORKS_FOR}'; SET LOCAL idle_in_transaction_session_timeout = '${WORKS_FOR}'; SET LOCAL app.large = 'on'`,
  );
  await tx.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [WRITING]);
}

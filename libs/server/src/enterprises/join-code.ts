import type { Tx } from '@crm/platform/db';

/** Gives an enterprise the credit code of a ledger; an existing code stays. */
export const joinCode = (tx: Tx, id: string, creditCode: string): Promise<number> =>
  tx.run(
    `UPDATE enterprise
     SET credit_code = $2, version = version + 1,
       standing = CASE standing WHEN 'to-be-founded' THEN 'registered' ELSE standing END
     WHERE id = $1 AND credit_code IS NULL`,
    [id, creditCode],
  );

/**
 * Removes the code when its import is reverted, unless a contract depends on it by now. A record that was merged since
 * has given its code to the winner.
 */
export const partCode = (tx: Tx, id: string, creditCode: string): Promise<number> =>
  tx.run(
    `UPDATE enterprise e
     SET credit_code = NULL, version = version + 1
     WHERE credit_code = $2
         AND (
           id = $1
             OR id IN (SELECT m.winner_id FROM enterprise_merge m WHERE m.loser_id = $1 AND m.undone_at IS NULL)
         )
         AND NOT EXISTS (SELECT 1 FROM contract c WHERE c.enterprise_id = e.id)`,
    [id, creditCode],
  );

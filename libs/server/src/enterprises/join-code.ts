import type { Tx } from '@crm/platform/db';

/** Gives an enterprise the credit code of a ledger; an existing code stays. */
export const joinCode = (tx: Tx, id: string, creditCode: string): Promise<number> =>
  tx.run('UPDATE enterprise SET credit_code = $2, version = version + 1 WHERE id = $1 AND credit_code IS NULL', [
    id,
    creditCode,
  ]);

/** Removes the code when its import is reverted, unless a contract depends on it by now. */
export const partCode = (tx: Tx, id: string, creditCode: string): Promise<number> =>
  tx.run(
    `UPDATE enterprise e
     SET credit_code = NULL, version = version + 1
     WHERE id = $1 AND credit_code = $2 AND NOT EXISTS (SELECT 1 FROM contract c WHERE c.enterprise_id = e.id)`,
    [id, creditCode],
  );

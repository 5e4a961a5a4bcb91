import type { Rows } from '@crm/platform/db';
import type { MailTo } from './planned.js';

/** People who can receive mail: those with an address, if there is a mail server. */
export async function mailTo(rows: Rows, there: boolean): Promise<MailTo> {
  if (!there) return { reaches: () => false };
  const reached = new Set(
    (await rows.rows<{ id: string }>(`SELECT id FROM app_user WHERE email IS NOT NULL AND disabled_at IS NULL`)).map(
      (row) => row.id,
    ),
  );
  return { reaches: (userId) => reached.has(userId) };
}

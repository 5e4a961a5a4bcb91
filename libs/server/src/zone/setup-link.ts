import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '@crm/domain/refusal';
import { computed, newId, type Database, type Rows, type Tx } from '@crm/platform/db';
import { setupLinkTable } from './zone.entity.js';

/** A link is valid for so many hours. */
const HOURS = 24;

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Links and administrators from outside are made one at a time: two links printed at once must not open two doors. */
export const takeTurn = (tx: Tx): Promise<unknown> =>
  tx.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['first visit']);

/** Whether somebody can keep accounts: an enabled administrator with a password. */
export const isAdministered = async (rows: Rows): Promise<boolean> =>
  (await rows.one(
    `SELECT 1 AS there FROM app_user WHERE role = 'admin' AND disabled_at IS NULL AND password_hash IS NOT NULL`,
  )) !== undefined;

/** A new one-time link, which ends the older ones; undefined while somebody is administrator. */
export const printLink = (database: Database, publicUrl: string): Promise<string | undefined> =>
  database.transaction('system:setup', async (tx) => {
    await takeTurn(tx);
    if (await isAdministered(tx)) return undefined;
    await setupLinkTable.update(tx, { usedAt: null }, { expiresAt: computed('least(expires_at, now())') });
    const token = randomBytes(32).toString('base64url');
    await setupLinkTable.insert(tx, {
      id: newId(),
      tokenHash: digest(token),
      expiresAt: computed('now() + make_interval(hours => ?)', HOURS),
    });
    return `${publicUrl.replace(/\/+$/, '')}/setup?token=${token}`;
  });

interface Link {
  readonly id: string;
  readonly expiresAt: string;
}

/** Refuses `setup.done`, and `setup.link`: unknown, used, or older than 24 hours. */
export async function usableLink(rows: Rows, token: string): Promise<Link> {
  const link = await setupLinkTable.one(rows, { tokenHash: digest(token), usedAt: null });
  if (await isAdministered(rows)) throw Refusal.conflict('setup.done');
  if (!link || Date.parse(link.expiresAt) < Date.now()) throw Refusal.forbidden('setup.link');
  return link;
}

/** Spends the link. Of two at once the second waits here, and then finds an administrator. */
export async function spendLink(tx: Tx, token: string): Promise<void> {
  await takeTurn(tx);
  const { id } = await usableLink(tx, token);
  await setupLinkTable.update(tx, { id }, { usedAt: computed('now()') });
}

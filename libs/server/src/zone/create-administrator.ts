import { Refusal } from '@crm/domain/refusal';
import type { Database } from '@crm/platform/db';
import { admitNewPassword, hashPassword, newAdministrator } from '../access/index.js';
import { takeTurn } from './setup-link.js';
import { nameZone } from './setup.service.js';
import { zoneIn } from './zone.service.js';

interface Wish {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  /** Needed where the zone has no name yet. */
  readonly zone?: { readonly name: string; readonly nameEn: string; readonly shortName: string };
}

/**
 * Whoever stands at the server makes an administrator: for a first visit without a browser, and for an office whose
 * administrator has left. Told in the trail as `system:create-admin`. Refuses `user.username`, `setup.zone` and what
 * `admitPassword` refuses.
 */
export async function createAdministrator(database: Database, { zone, ...wish }: Wish): Promise<{ id: string }> {
  const passwordHash = await database.read(async (rows) => {
    const named = (await zoneIn(rows)) ?? zone;
    const names = named ? [named.name, named.nameEn, named.shortName] : [];
    admitNewPassword(wish.password, [wish.username, wish.name, ...names], '/password');
    return hashPassword(wish.password);
  });
  return database.transaction('system:create-admin', async (tx) => {
    await takeTurn(tx);
    if (zone) await nameZone(tx, zone);
    else if (!(await zoneIn(tx))) throw new Refusal('setup.zone');
    const id = await newAdministrator(tx, { ...wish, passwordHash });
    if (id === undefined) throw Refusal.conflict('user.username', { username: wish.username }).at('/username');
    return { id };
  });
}

import { Inject, Injectable } from '@nestjs/common';
import type { Zone, setup } from '@crm/api-contract/zone';
import type { InputOf, ResponseOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, newId, type Tx } from '@crm/platform/db';
import { admitNewPassword, hashPassword, newAdministrator } from '../access/index.js';
import { known } from '../data-access/index.js';
import { isAdministered, spendLink, usableLink } from './setup-link.js';
import { zoneTable } from './zone.entity.js';
import { zoneIn } from './zone.service.js';

type Given = InputOf<typeof setup.begin>['body'];

/** The first visit: whoever holds the printed link names the zone and becomes its first administrator. */
@Injectable()
export class SetupService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async open(): Promise<{ open: boolean }> {
    return { open: !(await this.database.read(isAdministered)) };
  }

  /** Refuses `setup.done` and `setup.link`. */
  check(token: string): Promise<ResponseOf<typeof setup.check>> {
    return this.database.read(async (rows) => {
      const { expiresAt } = await usableLink(rows, token);
      return { expiresAt, zone: (await zoneIn(rows)) ?? null };
    });
  }

  /** Refuses `setup.done`, `setup.link`, `user.username` and what `admitPassword` refuses, each at its field. */
  async begin({ token, zone, administrator }: Given): Promise<ResponseOf<typeof setup.begin>> {
    // Strangers must not make the server hash.
    await this.database.read((rows) => usableLink(rows, token));
    const names = [administrator.username, administrator.name, zone.name, zone.nameEn, zone.shortName];
    admitNewPassword(administrator.password, names, '/administrator/password');
    const passwordHash = await hashPassword(administrator.password);
    return this.database.transaction('system:setup', async (tx) => {
      await spendLink(tx, token);
      const named = await nameZone(tx, zone);
      const id = await newAdministrator(tx, { ...administrator, passwordHash });
      if (id === undefined) throw Refusal.conflict('user.username').at('/administrator/username');
      return { zone: named, administrator: { id, username: administrator.username } };
    });
  }
}

/** An office that lost its administrator keeps its row, under the name given now. */
export async function nameZone(tx: Tx, names: Pick<Zone, 'name' | 'nameEn' | 'shortName'>): Promise<Zone> {
  const before = await zoneIn(tx);
  if (before) await zoneTable.update(tx, { id: before.id }, names);
  else await zoneTable.insert(tx, { id: newId(), ...names });
  return known(await zoneIn(tx));
}

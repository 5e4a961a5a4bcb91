import { Inject, Injectable } from '@nestjs/common';
import type { Zone, zone } from '@crm/api-contract/zone';
import type { InputOf } from '@crm/api-contract/wire';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { changeRecord, known, refOf, type Actor } from '../data-access/index.js';
import { zoneTable } from './zone.entity.js';

export const zoneIn = (rows: Rows): Promise<Zone | undefined> => zoneTable.one(rows, { sole: true });

/** The name of the zone: in the head of every page, on paper, and before anybody has signed in. */
@Injectable()
export class ZoneService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async one(): Promise<{ zone: Zone | null }> {
    return { zone: (await this.database.read(zoneIn)) ?? null };
  }

  change(actor: Actor, version: number, { name, nameEn, shortName }: InputOf<typeof zone.change>['body']) {
    return this.database.transaction(refOf(actor), async (tx): Promise<Zone> => {
      const { id } = known(await zoneIn(tx));
      return changeRecord(tx, zoneTable, id, version, zoneTable.changesIn({ name, nameEn, shortName }));
    });
  }
}

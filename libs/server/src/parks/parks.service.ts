import { Inject, Injectable } from '@nestjs/common';
import type { Park, parks } from '@crm/api-contract/parks';
import type { InputOf } from '@crm/api-contract/wire';
import { assertValidity } from '@crm/domain/parks';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, computed, newId, type ShownOf, type Tx } from '@crm/platform/db';
import {
  Where,
  anyContains,
  changeRecord,
  known,
  listRows,
  refOf,
  shaped,
  writeRecord,
  type Actor,
} from '../data-access/index.js';
import { REOPENED, closedBy, lastPlace, locked, refuseTaken, usesOf } from './entries.store.js';
import { parkTable } from './park.entity.js';

/** The parks of the zone: readable by everybody signed in, kept by an administrator. */
@Injectable()
export class ParksService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(_actor: Actor, query: InputOf<typeof parks.list>['query']) {
    const { q, offeredOn } = query.filter;
    return this.database.read(async (rows) => {
      const where = new Where().given(
        offeredOn,
        '(t.valid_from IS NULL OR t.valid_from <= ?) AND (t.closed_from IS NULL OR t.closed_from > ?)',
        offeredOn,
        offeredOn,
      );
      if (q) where.and(...anyContains(['t.name', 't.short_name', 't.code'], q));
      const page = await listRows<ShownOf<typeof parkTable>, (typeof query)['sort']>(
        rows,
        {
          select: parkTable.columns('t'),
          from: 'park t',
          where,
          sorts: parkTable.sorts('t', 'position', 'code', 'name'),
        },
        query,
      );
      return { ...page, data: page.data.map(parkView) };
    });
  }

  async one(_actor: Actor, id: string): Promise<Park> {
    return parkView(known(await this.database.read((rows) => parkTable.one(rows, { id }))));
  }

  uses(_actor: Actor, id: string) {
    return this.database.read((rows) => usesOf(rows, parkTable, id));
  }

  /** Refuses `reference.code-taken`, `reference.name-taken` and `industry.unknown`. */
  create(actor: Actor, { position, ...input }: InputOf<typeof parks.create>['body']): Promise<Park> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await refuseTaken(tx, parkTable, input);
      await demandIndustries(tx, input.leadingIndustryIds);
      const id = newId();
      await parkTable.insert(tx, {
        ...parkTable.givenIn({ position, ...input }),
        id,
        position: position ?? computed(lastPlace(parkTable)),
      });
      return parkView(known(await parkTable.one(tx, { id })));
    });
  }

  /** Refuses what `create` refuses, and `reference.validity`. */
  update(actor: Actor, id: string, version: number, input: InputOf<typeof parks.update>['body']): Promise<Park> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await locked(tx, parkTable, id);
      await refuseTaken(tx, parkTable, input, id);
      await demandIndustries(tx, input.leadingIndustryIds);
      if (input.validFrom !== undefined) assertValidity({ ...before, validFrom: input.validFrom }, '/validFrom');
      return parkView(await changeRecord(tx, parkTable, id, version, parkTable.changesIn(input), parkView));
    });
  }

  /** Refuses `reference.validity`. */
  close(
    actor: Actor,
    id: string,
    version: number | undefined,
    body: InputOf<typeof parks.close>['body'],
  ): Promise<Park> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { seen, ...before } = await locked(tx, parkTable, id, version);
      return parkView(await writeRecord(tx, parkTable, id, seen, closedBy(before, body), parkView));
    });
  }

  reopen(actor: Actor, id: string, version: number | undefined): Promise<Park> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { seen } = await locked(tx, parkTable, id, version);
      return parkView(await writeRecord(tx, parkTable, id, seen, REOPENED, parkView));
    });
  }
}

async function demandIndustries(tx: Tx, ids: readonly string[] = []): Promise<void> {
  const found = await tx.rows('SELECT 1 FROM industry WHERE id = ANY($1)', [ids]);
  if (found.length < new Set(ids).size) throw new Refusal('industry.unknown').at('/leadingIndustryIds');
}

const parkView = (row: ShownOf<typeof parkTable>): Park => shaped<Park>()(row);

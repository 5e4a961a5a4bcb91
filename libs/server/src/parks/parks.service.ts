import { Inject, Injectable } from '@nestjs/common';
import type { Industry, Park, industries, parks } from '@crm/api-contract/parks';
import type { InputOf } from '@crm/api-contract/wire';
import { DATABASE, Database, type ShownOf } from '@crm/platform/db';
import { Where, anyContains, known, listRows, shaped, type Actor } from '../data-access/index.js';
import { industryTable, parkTable } from './park.entity.js';

/** Parks and industries: reference data, readable by everybody signed in. */
@Injectable()
export class ParksService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(_actor: Actor, query: InputOf<typeof parks.list>['query']) {
    return this.database.read(async (rows) => {
      const where = new Where();
      if (query.filter.q) where.and(...anyContains(['t.name', 't.short_name', 't.code'], query.filter.q));
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

  industries(_actor: Actor, query: InputOf<typeof industries.list>['query']) {
    return this.database.read(async (rows) => {
      const where = new Where();
      if (query.filter.q) where.and(...anyContains(['t.name', 't.code'], query.filter.q));
      const page = await listRows<ShownOf<typeof industryTable>, (typeof query)['sort']>(
        rows,
        {
          select: industryTable.columns('t'),
          from: 'industry t',
          where,
          sorts: industryTable.sorts('t', 'position', 'code', 'name'),
        },
        query,
      );
      return { ...page, data: page.data.map(industryView) };
    });
  }
}

const parkView = (row: ShownOf<typeof parkTable>): Park => shaped<Park>()(row);
const industryView = (row: ShownOf<typeof industryTable>): Industry => shaped<Industry>()(row);

import { Inject, Injectable } from '@nestjs/common';
import type { Industry, Park, industries, parks } from '@crm/api-contract/parks';
import type { InputOf } from '@crm/api-contract/wire';
import { DATABASE, Database } from '@crm/platform/db';
import { Where, containing, known, listRows, type Actor } from '../data-access/index.js';

interface ParkRow {
  id: string;
  code: string;
  name: string;
  short_name: string;
  focus: string;
  park_class: string | null;
  region: string | null;
  version: number;
}
interface IndustryRow {
  id: string;
  code: string;
  name: string;
  cluster: string | null;
  version: number;
}

const PARK_COLUMNS = 't.id, t.code, t.name, t.short_name, t.focus, t.park_class, t.region, t.version';

/** Parks and industries: reference data everybody who is signed in may read. */
@Injectable()
export class ParksService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(_actor: Actor, query: InputOf<typeof parks.list>['query']) {
    return this.database.read(async (rows) => {
      const where = new Where().given(
        query.filter.q,
        '(t.name ILIKE ? OR t.short_name ILIKE ?)',
        containing(query.filter.q ?? ''),
        containing(query.filter.q ?? ''),
      );
      const page = await listRows<ParkRow, (typeof query)['sort']>(
        rows,
        {
          select: PARK_COLUMNS,
          from: 'park t',
          where,
          sorts: { position: 't.position', code: 't.code', name: 't.name' },
        },
        query,
      );
      return { ...page, data: page.data.map(parkView) };
    });
  }

  async one(_actor: Actor, id: string): Promise<Park> {
    return parkView(
      known(
        await this.database.read((rows) =>
          rows.one<ParkRow>(`SELECT ${PARK_COLUMNS} FROM park t WHERE t.id = $1`, [id]),
        ),
      ),
    );
  }

  industries(_actor: Actor, query: InputOf<typeof industries.list>['query']) {
    return this.database.read(async (rows) => {
      const where = new Where().given(query.filter.q, 't.name ILIKE ?', containing(query.filter.q ?? ''));
      const page = await listRows<IndustryRow, (typeof query)['sort']>(
        rows,
        {
          select: 't.id, t.code, t.name, t.cluster, t.version',
          from: 'industry t',
          where,
          sorts: { position: 't.position', code: 't.code', name: 't.name' },
        },
        query,
      );
      return { ...page, data: page.data.map((row): Industry => ({ ...row })) };
    });
  }
}

const parkView = (row: ParkRow): Park => ({
  id: row.id,
  code: row.code,
  name: row.name,
  shortName: row.short_name,
  focus: row.focus,
  parkClass: row.park_class,
  region: row.region,
  version: row.version,
});

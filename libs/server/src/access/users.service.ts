import { Inject, Injectable } from '@nestjs/common';
import type { User, departments, users } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { DATABASE, Database, type ShownOf } from '@crm/platform/db';
import { Where, containing, known, listRows, shaped, type Actor } from '../data-access/index.js';
import { appUserTable, departmentTable } from './access.entity.js';
import { USER_COLUMNS, USER_FROM, userById, type UserRow } from './access.store.js';

/** Colleagues and departments, readable by everybody signed in (names and roles, nothing personal). */
@Injectable()
export class UsersService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(_actor: Actor, query: InputOf<typeof users.list>['query']) {
    return this.database.read(async (rows) => {
      const { q, role, departmentId, disabled } = query.filter;
      // Programs are not listed, since nobody should choose one as a person.
      const where = new Where()
        .and('NOT EXISTS (SELECT 1 FROM api_key a WHERE a.user_id = t.id)')
        .given(q, '(t.name ILIKE ? OR t.username ILIKE ?)', containing(q ?? ''), containing(q ?? ''))
        .given(role, 't.role = ?')
        .given(departmentId, 't.department_id = ?')
        .given(disabled, '(t.disabled_at IS NOT NULL) = ?');
      const page = await listRows<UserRow, (typeof query)['sort']>(
        rows,
        {
          select: USER_COLUMNS,
          from: USER_FROM,
          where,
          sorts: appUserTable.sorts('t', 'name', 'username', 'role'),
        },
        query,
      );
      return { ...page, data: page.data.map(userView) };
    });
  }

  async one(_actor: Actor, id: string): Promise<User> {
    return userView(known(await this.database.read((rows) => userById(rows, id))));
  }

  departments(_actor: Actor, query: InputOf<typeof departments.list>['query']) {
    return this.database.read(async (rows) => {
      const where = new Where().given(query.filter.q, 't.name ILIKE ?', containing(query.filter.q ?? ''));
      return listRows<ShownOf<typeof departmentTable>, 'name'>(
        rows,
        {
          select: departmentTable.columns('t'),
          from: 'department t',
          where,
          sorts: departmentTable.sorts('t', 'name'),
        },
        query,
      );
    });
  }
}

const userView = ({ disabledAt, locale: _locale, ...row }: UserRow): User =>
  shaped<User>()({ ...row, disabled: disabledAt !== null });

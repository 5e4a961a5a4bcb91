import { Inject, Injectable } from '@nestjs/common';
import { can, type User, type departments, type users } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { DATABASE, Database, type Rows, type ShownOf } from '@crm/platform/db';
import { Where, anyContains, known, listRows, refOf, shaped, type Actor } from '../data-access/index.js';
import { appUserTable, departmentTable } from './access.entity.js';
import { USER_COLUMNS, USER_FROM, type UserRow } from './access.store.js';
import { lockedUntil, unlock } from './sign-in-attempts.js';

/** Colleagues and departments, readable by everybody signed in (names and roles, nothing personal). */
@Injectable()
export class UsersService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(actor: Actor, query: InputOf<typeof users.list>['query']) {
    return this.database.read(async (rows) => {
      const { q, role, departmentId, disabled } = query.filter;
      // Programs are not listed, since nobody should choose one as a person.
      const where = new Where()
        .and('NOT EXISTS (SELECT 1 FROM api_key a WHERE a.user_id = t.id)')
        .given(role, 't.role = ?')
        .given(departmentId, 't.department_id = ?')
        .given(disabled, '(t.disabled_at IS NOT NULL) = ?');
      if (q) where.and(...anyContains(['t.name', 't.username'], q));
      const page = await listRows<ListedUser, (typeof query)['sort']>(
        rows,
        {
          select: columnsFor(actor),
          from: USER_FROM,
          where,
          sorts: appUserTable.sorts('t', 'name', 'username', 'role'),
        },
        query,
      );
      return { ...page, data: page.data.map(userView) };
    });
  }

  one(actor: Actor, id: string): Promise<User> {
    return this.database.read((rows) => oneUser(rows, actor, id));
  }

  unlock(actor: Actor, id: string): Promise<User> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { username } = await oneUser(tx, actor, id);
      await unlock(tx, username);
      return oneUser(tx, actor, id);
    });
  }

  departments(_actor: Actor, query: InputOf<typeof departments.list>['query']) {
    return this.database.read(async (rows) => {
      const where = new Where();
      if (query.filter.q) where.and(...anyContains(['t.name'], query.filter.q));
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

interface ListedUser extends UserRow {
  readonly lockedUntil: string | null;
}

/** People who cannot unlock accounts need not know who mistyped a password. */
const columnsFor = (actor: Actor): string =>
  `${USER_COLUMNS}, ${can(actor, 'manage', 'User') ? lockedUntil('t') : 'NULL::timestamptz'} AS "lockedUntil"`;

const oneUser = async (rows: Rows, actor: Actor, id: string): Promise<User> =>
  userView(known(await rows.one<ListedUser>(`SELECT ${columnsFor(actor)} FROM ${USER_FROM} WHERE t.id = $1`, [id])));

const userView = ({ disabledAt, locale: _locale, ...row }: ListedUser): User =>
  shaped<User>()({ ...row, disabled: disabledAt !== null });

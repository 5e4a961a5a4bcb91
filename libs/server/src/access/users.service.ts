import { Inject, Injectable } from '@nestjs/common';
import { ROLES, can } from '@crm/api-contract/permissions';
import type { TASKS, User, UserChoice, departments, userChoices, users } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { traceId } from '@crm/platform/context';
import { DATABASE, Database, type Rows, type ShownOf } from '@crm/platform/db';
import { Where, anyContains, known, listRows, refOf, shaped, type Actor } from '../data-access/index.js';
import { Trail } from '../trail/index.js';
import { appUserTable, departmentTable } from './access.entity.js';
import { USER_COLUMNS, USER_FROM, type UserRow } from './access.store.js';
import { lockedUntil, unlock } from './sign-in-attempts.js';

/** Programs are not listed, since nobody should choose one as a person. */
const people = () => new Where().and('NOT EXISTS (SELECT 1 FROM api_key a WHERE a.user_id = t.id)');

/** The roles of people who can be chosen for a task. An administrator keeps the system and is not chosen. */
const rolesFor = {
  leads: ROLES.filter((role) => role !== 'admin' && can({ role }, 'update', 'Lead')),
  enterprises: ['secretary'],
} as const satisfies Record<(typeof TASKS)[number], readonly (typeof ROLES)[number][]>;

/** Accounts and roles for who administers them; for others, names to choose from; departments for everybody. */
@Injectable()
export class UsersService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly trail: Trail,
  ) {}

  list(query: InputOf<typeof users.list>['query']) {
    return this.database.read(async (rows) => {
      const { q, role, departmentId, disabled } = query.filter;
      const where = people()
        .given(role, 't.role = ?')
        .given(departmentId, 't.department_id = ?')
        .given(disabled, '(t.disabled_at IS NOT NULL) = ?');
      if (q) where.and(...anyContains(['t.name', 't.username'], q));
      const page = await listRows<ListedUser, (typeof query)['sort']>(
        rows,
        {
          select: COLUMNS,
          from: USER_FROM,
          where,
          sorts: appUserTable.sorts('t', 'name', 'username', 'role'),
        },
        query,
      );
      return { ...page, data: page.data.map(userView) };
    });
  }

  choices(query: InputOf<typeof userChoices.list>['query']) {
    return this.database.read(async (rows) => {
      const { q, task } = query.filter;
      const where = people().given(task, 't.role = ANY(?)', rolesFor[task ?? 'leads']);
      if (!query.ids) where.and('t.disabled_at IS NULL');
      if (q) where.and(...anyContains(['t.name'], q));
      return listRows<UserChoice, 'name'>(
        rows,
        {
          select: `${appUserTable.pick('t', 'id', 'name')}, d.name AS "departmentName"`,
          from: USER_FROM,
          where,
          sorts: appUserTable.sorts('t', 'name'),
        },
        query,
      );
    });
  }

  one(id: string): Promise<User> {
    return this.database.read((rows) => oneUser(rows, id));
  }

  unlock(actor: Actor, id: string): Promise<User> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { username } = await oneUser(tx, id);
      await unlock(tx, username);
      await this.trail.write(tx, {
        actor: refOf(actor),
        request: traceId() ?? '',
        action: 'unlock',
        subject: 'app_user',
        subjectId: id,
        facts: {},
      });
      return oneUser(tx, id);
    });
  }

  departments(query: InputOf<typeof departments.list>['query']) {
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

const COLUMNS = `${USER_COLUMNS}, ${lockedUntil('t')} AS "lockedUntil"`;

const oneUser = async (rows: Rows, id: string): Promise<User> =>
  userView(known(await rows.one<ListedUser>(`SELECT ${COLUMNS} FROM ${USER_FROM} WHERE t.id = $1`, [id])));

const userView = ({ disabledAt, locale: _locale, ...row }: ListedUser): User =>
  shaped<User>()({ ...row, disabled: disabledAt !== null });

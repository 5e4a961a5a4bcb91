import { Inject, Injectable } from '@nestjs/common';
import { ROLES, can } from '@crm/api-contract/permissions';
import type { TASKS, User, UserChoice, userChoices, users } from '@crm/api-contract/access';
import type { InputOf, ResponseOf } from '@crm/api-contract/wire';
import { traceId } from '@crm/platform/context';
import { DATABASE, Database } from '@crm/platform/db';
import { anyContains, known, listRows, refOf, type Actor } from '../data-access/index.js';
import { Trail } from '../trail/index.js';
import { appUserTable } from './access.entity.js';
import { USER_FROM } from './access.store.js';
import { demoAccountsIn } from './demo-accounts.js';
import { unlock } from './sign-in-attempts.js';
import {
  BRANCH,
  IDLE,
  LISTED_COLUMNS,
  LISTED_FROM,
  LOCKED,
  WAITING,
  oneUser,
  people,
  userView,
  type ListedUser,
} from './users.store.js';

/** The roles of people who can be chosen for a task. An administrator keeps the system and is not chosen. */
const rolesFor = {
  leads: ROLES.filter((role) => role !== 'admin' && can({ role }, 'update', 'Lead')),
  enterprises: ['secretary'],
} as const satisfies Record<(typeof TASKS)[number], readonly (typeof ROLES)[number][]>;

/** Accounts and roles for who administers them; for others, names to choose from. */
@Injectable()
export class UsersService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly trail: Trail,
  ) {}

  list(query: InputOf<typeof users.list>['query']) {
    return this.database.read(async (rows) => {
      const { q, role, departmentId, branchId, disabled, idle, waiting, locked } = query.filter;
      const where = people()
        .given(role, 't.role = ?')
        .given(departmentId, 't.department_id = ?')
        .given(branchId, `t.department_id IN (${BRANCH})`)
        .given(disabled, '(t.disabled_at IS NOT NULL) = ?')
        .given(idle, `${IDLE} = ?`)
        .given(waiting, `${WAITING} = ?`)
        .given(locked, `${LOCKED} = ?`);
      if (q) where.and(...anyContains(['t.name', 't.username', "coalesce(t.phone, '')"], q));
      const page = await listRows<ListedUser, (typeof query)['sort']>(
        rows,
        {
          select: LISTED_COLUMNS,
          from: LISTED_FROM,
          where,
          sorts: { ...appUserTable.sorts('t', 'name', 'username', 'role'), lastSignInAt: 's.at' },
        },
        query,
      );
      return { ...page, data: page.data.map(userView) };
    });
  }

  /** For the tabs above the list. */
  counts(): Promise<ResponseOf<typeof users.counts>> {
    return this.database.read(async (rows) => {
      const where = people();
      const enabled = 't.disabled_at IS NULL';
      const counted = Object.entries({
        enabled,
        idle: IDLE,
        waiting: WAITING,
        locked: LOCKED,
        disabled: 't.disabled_at IS NOT NULL',
        administrators: `${enabled} AND t.role = 'admin'`,
      }).map(([name, condition]) => `count(*) FILTER (WHERE ${condition})::int AS ${name}`);
      return known(
        await rows.one<ResponseOf<typeof users.counts>>(
          `SELECT ${counted.join(', ')} FROM ${LISTED_FROM} ${where.sql}`,
          where.values,
        ),
      );
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

  demoAccounts() {
    return this.database.read(demoAccountsIn);
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
}

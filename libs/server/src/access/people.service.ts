import { Inject, Injectable } from '@nestjs/common';
import type { User, UserWithSecret, users } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, computed, newId, type Tx } from '@crm/platform/db';
import { changeRecord, refOf, type Actor } from '../data-access/index.js';
import { AccessService } from './access.service.js';
import { appUserTable, scopeDepartmentTable } from './access.entity.js';
import { endAllSessions } from './session.store.js';
import { openDepartment } from './departments.store.js';
import { startingSecret } from './starting-secret.js';
import { oneUser } from './users.store.js';

type Scope = Pick<User, 'dataScope' | 'departmentIds'>;

/** Accounts of people: an administrator makes, changes, disables and enables them. None is ever deleted. */
@Injectable()
export class PeopleService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly access: AccessService,
  ) {}

  /**
   * The starting secret is in this answer only. Refuses `user.username`, `scope.departments`, `department.unknown` and
   * `department.closed`.
   */
  async create(actor: Actor, input: InputOf<typeof users.create>['body']): Promise<UserWithSecret> {
    const { departmentIds, ...given } = input;
    const { secret, columns } = await startingSecret();
    return this.database.transaction(refOf(actor), async (tx) => {
      const id = newId();
      if (given.departmentId !== null) await openDepartment(tx, given.departmentId, '/departmentId');
      const written = await appUserTable.insert(
        tx,
        { ...given, id, createdBy: actor.userId, ...columns },
        '(lower(username)) DO NOTHING',
      );
      if (!written) throw Refusal.conflict('user.username', { username: given.username }).at('/username');
      await writeScope(tx, id, { dataScope: given.dataScope, departmentIds });
      return { ...(await oneUser(tx, id)), initialPassword: secret };
    });
  }

  /** Refuses `user.last-administrator` and what `create` refuses of scope and department. */
  change(
    actor: Actor,
    id: string,
    version: number,
    { departmentIds, ...fields }: InputOf<typeof users.update>['body'],
  ): Promise<User> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await oneUser(tx, id);
      if (fields.role !== undefined && fields.role !== 'admin') await assertAnotherAdministrator(tx, before);
      if (fields.departmentId && fields.departmentId !== before.departmentId)
        await openDepartment(tx, fields.departmentId, '/departmentId');
      const changes = appUserTable.changesIn({
        name: fields.name,
        role: fields.role,
        departmentId: fields.departmentId,
        dataScope: fields.dataScope,
        email: fields.email,
        phone: fields.phone,
      });
      await changeRecord(tx, appUserTable, id, version, changes);
      const dataScope = fields.dataScope ?? before.dataScope;
      if (fields.dataScope !== undefined || departmentIds !== undefined)
        await writeScope(tx, id, {
          dataScope,
          departmentIds: departmentIds ?? (dataScope === 'named' ? before.departmentIds : []),
        });
      return oneUser(tx, id);
    });
  }

  /**
   * Also for somebody whose last day is still to come: they stay. Refuses `user.enabled`, and `department.closed`:
   * such a person needs another department first.
   */
  enable(actor: Actor, id: string): Promise<User> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const person = await oneUser(tx, id);
      if (!person.disabled && person.lastDay === null) throw Refusal.conflict('user.enabled');
      if (person.disabled && person.departmentId !== null)
        await openDepartment(tx, person.departmentId, '/departmentId');
      await appUserTable.update(tx, { id }, { disabledAt: null, lastDay: null });
      return oneUser(tx, id);
    });
  }

  /** Refuses `user.self` (one’s own password is changed, not reset) and `user.disabled`. */
  async resetPassword(actor: Actor, id: string): Promise<UserWithSecret> {
    if (id === actor.userId) throw Refusal.conflict('user.self');
    const { secret, columns } = await startingSecret();
    let ended: readonly string[] = [];
    const answer = await this.database.transaction(refOf(actor), async (tx) => {
      if ((await oneUser(tx, id)).disabled) throw Refusal.conflict('user.disabled');
      await appUserTable.update(tx, { id }, columns);
      ended = await endAllSessions(tx, id, 'the password was reset');
      return { ...(await oneUser(tx, id)), initialPassword: secret };
    });
    this.access.forget(ended);
    return answer;
  }
}

/** The trigger of the table ends the sessions. Refuses `user.self`, `user.disabled` and `user.last-administrator`. */
export async function disablePerson(tx: Tx, actor: Pick<Actor, 'userId'>, id: string): Promise<void> {
  if (id === actor.userId) throw Refusal.conflict('user.self');
  const person = await oneUser(tx, id);
  if (person.disabled) throw Refusal.conflict('user.disabled');
  await assertAnotherAdministrator(tx, person);
  await appUserTable.update(tx, { id }, { disabledAt: computed('now()') });
}

/** The account ends after the day; the worker ends it then. Refuses what `disablePerson` refuses. */
export async function leaveAfter(tx: Tx, actor: Pick<Actor, 'userId'>, id: string, lastDay: string): Promise<void> {
  if (id === actor.userId) throw Refusal.conflict('user.self');
  const person = await oneUser(tx, id);
  if (person.disabled) throw Refusal.conflict('user.disabled');
  await assertAnotherAdministrator(tx, person);
  await appUserTable.update(tx, { id }, { lastDay });
}

/** Everybody whose last day is over. */
export const disableLeavers = (tx: Tx, today: string): Promise<number> =>
  tx.run(
    `UPDATE app_user
     SET disabled_at = now(), version = version + 1, updated_at = now()
     WHERE last_day < $1 AND disabled_at IS NULL`,
    [today],
  );

/** Two administrators who disable each other at once wait for each other here, so one stays. */
async function assertAnotherAdministrator(tx: Tx, person: User): Promise<void> {
  if (person.role !== 'admin' || person.disabled) return;
  const enabled = await tx.rows<{ id: string }>(
    `SELECT id FROM app_user WHERE role = 'admin' AND disabled_at IS NULL AND last_day IS NULL ORDER BY id FOR UPDATE`,
  );
  if (!enabled.some(({ id }) => id !== person.id)) throw Refusal.conflict('user.last-administrator');
}

/** Refuses `scope.departments`. */
async function writeScope(tx: Tx, userId: string, { dataScope, departmentIds }: Scope): Promise<void> {
  const ids = [...new Set(departmentIds)];
  if ((dataScope === 'named') !== ids.length > 0) throw new Refusal('scope.departments').at('/departmentIds');
  const kept = await tx.rows<{ departmentId: string }>(
    `SELECT ${scopeDepartmentTable.pick('s', 'departmentId')} FROM scope_department s WHERE s.user_id = $1`,
    [userId],
  );
  const before = new Set(kept.map(({ departmentId }) => departmentId));
  for (const [index, departmentId] of ids.entries())
    if (!before.has(departmentId)) await openDepartment(tx, departmentId, `/departmentIds/${index}`);
  const gone = [...before].filter((departmentId) => !ids.includes(departmentId));
  if (gone.length > 0) await scopeDepartmentTable.remove(tx, { userId, departmentId: gone });
  const added = ids.filter((departmentId) => !before.has(departmentId));
  if (added.length > 0)
    await scopeDepartmentTable.insertMany(
      tx,
      added.map((departmentId) => ({ id: newId(), userId, departmentId })),
    );
}

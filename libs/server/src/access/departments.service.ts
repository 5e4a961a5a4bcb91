import { Inject, Injectable } from '@nestjs/common';
import type { Department, departments } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { admitMerge, admitPlace, type Branch } from '@crm/domain/access';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, computed, newId, type Tx } from '@crm/platform/db';
import { Where, anyContains, changeRecord, listRows, refOf, type Actor } from '../data-access/index.js';
import { appUserTable, departmentTable, scopeDepartmentTable } from './access.entity.js';
import {
  DEPARTMENT_COLUMNS,
  departmentById,
  departmentView,
  openDepartment,
  type DepartmentRow,
} from './departments.store.js';

/** The departments as a tree. One that was ever used is closed or merged, never deleted. */
@Injectable()
export class DepartmentsService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(query: InputOf<typeof departments.list>['query']) {
    return this.database.read(async (rows) => {
      const { q, closed } = query.filter;
      const where = new Where().given(closed, '(t.closed_at IS NOT NULL) = ?');
      if (q) where.and(...anyContains(['t.name'], q));
      const sorts = departmentTable.sorts('t', 'name');
      const page = await listRows<DepartmentRow, 'name'>(
        rows,
        { select: DEPARTMENT_COLUMNS, from: 'department t', where, sorts },
        query,
      );
      return { ...page, data: page.data.map(departmentView) };
    });
  }

  one(id: string): Promise<Department> {
    return this.database.read((rows) => departmentById(rows, id));
  }

  /** Refuses `department.name`, `department.unknown`, `department.closed` and `department.depth`. */
  create(actor: Actor, { name, parentId }: InputOf<typeof departments.create>['body']): Promise<Department> {
    return this.onTree(actor, async (tx, tree) => {
      if (parentId !== null) await openDepartment(tx, parentId, '/parentId');
      at('/parentId', () => admitPlace(tree, null, parentId));
      await assertFree(tx, name, parentId);
      const id = newId();
      await departmentTable.insert(tx, { id, name, parentId });
      return id;
    });
  }

  /** Refuses what `create` refuses, and `department.circle`. */
  change(
    actor: Actor,
    id: string,
    version: number,
    { name, parentId }: InputOf<typeof departments.update>['body'],
  ): Promise<Department> {
    return this.onTree(actor, async (tx, tree) => {
      const before = await departmentById(tx, id);
      if (parentId && parentId !== before.parentId) await openDepartment(tx, parentId, '/parentId');
      if (parentId !== undefined) at('/parentId', () => admitPlace(tree, id, parentId));
      if (!before.closed)
        await assertFree(tx, name ?? before.name, parentId === undefined ? before.parentId : parentId, id);
      await changeRecord(tx, departmentTable, id, version, departmentTable.changesIn({ name, parentId }));
      return id;
    });
  }

  /** Refuses `department.closed` and `department.in-use`. */
  close(actor: Actor, id: string): Promise<Department> {
    return this.onTree(actor, async (tx) => {
      const { closed, people } = await departmentById(tx, id);
      if (closed) throw Refusal.conflict('department.closed');
      const below = await tx.rows('SELECT 1 FROM department WHERE parent_id = $1 AND closed_at IS NULL', [id]);
      if (people > 0 || below.length > 0)
        throw Refusal.conflict('department.in-use', { people, departments: below.length });
      await departmentTable.update(tx, { id }, { closedAt: computed('now()') });
      return id;
    });
  }

  /** Refuses `department.open`, `department.name`, and `department.closed`: what it stands below is closed. */
  reopen(actor: Actor, id: string): Promise<Department> {
    return this.onTree(actor, async (tx) => {
      const { closed, name, parentId } = await departmentById(tx, id);
      if (!closed) throw Refusal.conflict('department.open');
      if (parentId !== null) await openDepartment(tx, parentId, '/parentId');
      await assertFree(tx, name, parentId, id);
      await departmentTable.update(tx, { id }, { closedAt: null, mergedInto: null });
      return id;
    });
  }

  /** Answers with the other department. Refuses `department.closed`, `department.circle` and `department.name`. */
  merge(actor: Actor, id: string, { intoId }: InputOf<typeof departments.merge>['body']): Promise<Department> {
    return this.onTree(actor, async (tx, tree) => {
      if ((await departmentById(tx, id)).closed) throw Refusal.conflict('department.closed');
      await openDepartment(tx, intoId, '/intoId');
      at('/intoId', () => admitMerge(tree, id, intoId));
      const below = await departmentTable.find(tx, { parentId: id, closedAt: null });
      for (const { id: branch, name } of below) await assertFree(tx, name, intoId, branch, '/intoId');
      await departmentTable.update(tx, { parentId: id }, { parentId: intoId });
      await appUserTable.update(tx, { departmentId: id }, { departmentId: intoId });
      const named = await scopeDepartmentTable.find(tx, { departmentId: id });
      await scopeDepartmentTable.remove(tx, { departmentId: id });
      if (named.length > 0)
        await scopeDepartmentTable.insertMany(
          tx,
          named.map(({ userId }) => ({ id: newId(), userId, departmentId: intoId })),
          '(user_id, department_id) DO NOTHING',
        );
      await departmentTable.update(tx, { id }, { closedAt: computed('now()'), mergedInto: intoId });
      return intoId;
    });
  }

  /** One change of the tree at a time, so that two moves never close a circle. */
  private onTree(actor: Actor, work: (tx: Tx, tree: Branch[]) => Promise<string>): Promise<Department> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await tx.run('LOCK TABLE department IN SHARE ROW EXCLUSIVE MODE');
      const tree = await tx.rows<Branch>(`SELECT ${departmentTable.pick('d', 'id', 'parentId')} FROM department d`);
      return departmentById(tx, await work(tx, tree));
    });
  }
}

/** Refuses `department.name`: an open department of the same level has it. */
async function assertFree(tx: Tx, name: string, parentId: string | null, id?: string, pointer = '/name') {
  const same = await departmentTable.find(tx, { name, parentId, closedAt: null });
  if (same.some((one) => one.id !== id)) throw Refusal.conflict('department.name', { name }).at(pointer);
}

function at(pointer: string, admit: () => void): void {
  try {
    admit();
  } catch (error) {
    throw error instanceof Refusal ? error.at(pointer) : error;
  }
}

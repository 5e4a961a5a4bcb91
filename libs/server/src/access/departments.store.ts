import type { Department } from '@crm/api-contract/access';
import { Refusal } from '@crm/domain/refusal';
import type { Rows, ShownOf, Tx } from '@crm/platform/db';
import { known, shaped } from '../data-access/index.js';
import { departmentTable } from './access.entity.js';

export const DEPARTMENT_COLUMNS = `
  ${departmentTable.columns('t')}, t.closed_at IS NOT NULL AS closed, t.merged_into AS "mergedIntoId",
  (SELECT count(*)::int FROM app_user u WHERE u.department_id = t.id AND u.disabled_at IS NULL) AS people
`;

export interface DepartmentRow extends ShownOf<typeof departmentTable> {
  readonly closed: boolean;
  readonly mergedIntoId: string | null;
  readonly people: number;
}

export const departmentView = (row: DepartmentRow): Department => shaped<Department>()(row);

export const departmentById = async (rows: Rows, id: string): Promise<Department> =>
  departmentView(
    known(await rows.one<DepartmentRow>(`SELECT ${DEPARTMENT_COLUMNS} FROM department t WHERE t.id = $1`, [id])),
  );

/**
 * A department that people may join. It stays open until the end of the transaction. Refuses `department.unknown` and
 * `department.closed` at the field.
 */
export async function openDepartment(tx: Tx, id: string, pointer: string): Promise<void> {
  const found = await tx.one<{ closed: boolean }>(
    'SELECT closed_at IS NOT NULL AS closed FROM department WHERE id = $1 FOR SHARE',
    [id],
  );
  if (!found) throw new Refusal('department.unknown').at(pointer);
  if (found.closed) throw new Refusal('department.closed').at(pointer);
}

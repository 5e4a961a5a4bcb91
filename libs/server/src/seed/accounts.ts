import { newId, type Tx } from '@crm/platform/db';
import { DEMO_ACCOUNTS, appUserTable, departmentTable, hashPassword } from '../access/index.js';

const DEPARTMENTS = ['管委会', '招商局', '企业服务局', '审计室'] as const;
const DEPARTMENT_OF: Readonly<Record<string, (typeof DEPARTMENTS)[number]>> = {
  admin: '管委会',
  manager: '管委会',
  officer: '招商局',
  secretary: '企业服务局',
  auditor: '审计室',
};

/** One account per role with one password, marked as demo. Existing accounts keep their password. */
export async function seedAccounts(tx: Tx, password: string): Promise<void> {
  await departmentTable.insertMany(
    tx,
    DEPARTMENTS.map((name) => ({ id: newId(), name, parentId: null, demo: true })),
    'DO NOTHING',
  );
  const departments = await tx.rows<{ id: string; name: string }>('SELECT id, name FROM department');
  const idOf = new Map(departments.map(({ id, name }) => [name, id]));
  const passwordHash = await hashPassword(password);
  for (const { username, name, role, dataScope } of DEMO_ACCOUNTS)
    await appUserTable.insert(
      tx,
      {
        id: newId(),
        username,
        name,
        role,
        departmentId: idOf.get(DEPARTMENT_OF[role] ?? '') ?? null,
        dataScope,
        passwordHash,
        demo: true,
      },
      'DO NOTHING',
    );
}

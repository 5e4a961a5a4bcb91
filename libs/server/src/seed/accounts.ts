import { newId, type Tx } from '@crm/platform/db';
import { DEMO_ACCOUNTS, hashPassword } from '../access/index.js';

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
  for (const name of DEPARTMENTS)
    await tx.run('INSERT INTO department (id, name, demo) VALUES ($1, $2, true) ON CONFLICT DO NOTHING', [
      newId(),
      name,
    ]);
  const hash = await hashPassword(password);
  for (const { username, name, role, dataScope } of DEMO_ACCOUNTS) {
    await tx.run(
      `INSERT INTO app_user (id, username, name, role, department_id, data_scope, password_hash, demo)
       SELECT $1, $2, $3, $4, d.id, $5, $6, true
       FROM department d
       WHERE d.name = $7
       ON CONFLICT DO NOTHING`,
      [newId(), username, name, role, dataScope, hash, DEPARTMENT_OF[role]],
    );
  }
}

import type { Rows } from '@crm/platform/db';
import type { Actor } from '../records/index.js';
import type { NewLeadInput } from './log-lead.js';

/** A demo account as an actor, by its user name. */
export async function anActor(rows: Rows, username: string): Promise<Actor> {
  const user = await rows.one<{ id: string; name: string; role: Actor['role']; department_id: string | null; department_name: string | null; data_scope: Actor['dataScope'] }>(
    'SELECT u.id, u.name, u.role, u.department_id, d.name AS department_name, u.data_scope FROM app_user u LEFT JOIN department d ON d.id = u.department_id WHERE u.username = $1',
    [username],
  );
  if (!user) throw new Error(`no account ${username}`);
  return { userId: user.id, username, name: user.name, role: user.role, departmentId: user.department_id, departmentName: user.department_name, dataScope: user.data_scope, locale: 'zh', sessionId: user.id };
}

/** A lead as an officer types it. */
export const aLead = (parkId: string, changes: Partial<NewLeadInput> = {}): NewLeadInput => ({
  enterpriseName: '浙江泽科环保集团', projectName: '可降解包装二期', parkId, investmentWan: '32000', investmentTyped: '3.2 亿', areaMu: '62', nextStep: '首次电话', nextOn: '2026-11-23', ...changes,
});

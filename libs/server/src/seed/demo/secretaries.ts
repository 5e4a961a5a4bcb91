import { newId, type Tx } from '@crm/platform/db';
import { DEMO_ACCOUNTS, appUserTable } from '../../access/index.js';
import { secretaryAssignmentTable } from '../../secretaries/index.js';
import { chance } from './chance.js';
import { demoPeople } from './firms.js';

const SECRETARIES = 56;

/**
 * 56 secretaries (two of them can sign in) look after all enterprises, exactly one primary each, as the zone reports
 * for 2021.
 */
export async function seedSecretaries(tx: Tx): Promise<void> {
  const known = await tx.rows<{ id: string; name: string; username: string }>(
    "SELECT id, name, username FROM app_user WHERE role = 'secretary' ORDER BY username",
  );
  const names = demoPeople(SECRETARIES - known.length, new Set(DEMO_ACCOUNTS.map((account) => account.name)));
  const ids = known.map((user) => user.id);
  const departmentId =
    (await tx.one<{ id: string }>("SELECT id FROM department WHERE name = '企业服务局'"))?.id ?? null;
  const added = names.map((name, index) => ({
    id: newId(),
    username: `mishu${String(index + 1).padStart(2, '0')}`,
    name,
    role: 'secretary' as const,
    departmentId,
    demo: true,
  }));
  await appUserTable.insertMany(tx, added);
  ids.push(...added.map(({ id }) => id));
  const dice = chance(278);
  const firms = await tx.rows<{ id: string }>('SELECT id FROM enterprise WHERE demo ORDER BY credit_code');
  let others = 0;
  for (const [index, firm] of firms.entries()) {
    // The two who can sign in have six enterprises each; the rest is spread evenly.
    const secretary = index % 9 === 0 ? ids[(index / 9) % 2] : ids[2 + (others++ % (ids.length - 2))];
    await secretaryAssignmentTable.insert(tx, {
      id: newId(),
      userId: secretary ?? '',
      enterpriseId: firm.id,
      role: 'primary',
      kind: dice.odds(0.15) ? 'specialist' : 'general',
      fromDay: `${dice.whole(2021, 2025)}-0${dice.whole(1, 9)}-01`,
      toDay: null,
      assignedBy: null,
      demo: true,
    });
  }
}

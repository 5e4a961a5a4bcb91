import { matchingName, matchingProjectName } from '@crm/domain/enterprises';
import { newId, type Tx } from '@crm/platform/db';
import { enterpriseTable } from '../../enterprises/index.js';
import { chance } from './chance.js';
import type { DemoFirm } from './firms.js';
import { spelling, type Ids } from './spelling.js';

const PROJECTS = 139;
const NAMES = ['二期项目', '研发中心项目', '扩产项目', '配套仓储项目', '总部项目', '检测中心项目'];

/** Enterprises without a signed contract; they too have secretaries and leads. */
export async function seedFirms(tx: Tx, firms: readonly DemoFirm[], ids: Ids): Promise<void> {
  for (const { name, creditCode, park, industry } of firms) {
    const { shortName, pinyin, initials, spellings } = spelling(name);
    await enterpriseTable.insert(
      tx,
      {
        id: newId(),
        name,
        matchName: matchingName(name),
        shortName,
        pinyin,
        initials,
        spellings,
        creditCode,
        parkId: ids.park.get(park) ?? null,
        industryId: ids.industry.get(industry) ?? null,
        demo: true,
      },
      '(credit_code) DO NOTHING',
    );
  }
}

/** Projects without contracts, up to 139: first one for each enterprise without a project, then second ones. */
export async function seedProjects(tx: Tx): Promise<void> {
  const dice = chance(139);
  const firms = await tx.rows<{
    id: string;
    short_name: string;
    park_id: string;
    industry_id: string;
    projects: number;
  }>(
    `SELECT
       e.id, e.short_name, e.park_id, e.industry_id,
       (SELECT count(*)::int FROM investment_project j WHERE j.enterprise_id = e.id) AS projects
     FROM enterprise e
     WHERE e.demo
     ORDER BY projects, e.credit_code`,
  );
  let missing = PROJECTS - firms.reduce((sum, firm) => sum + firm.projects, 0);
  for (const firm of firms) {
    if (missing <= 0) return;
    const name = `${firm.short_name}${firm.projects === 0 ? '一期项目' : dice.pick(NAMES)}`;
    missing -= await tx.run(
      `INSERT INTO investment_project (id, enterprise_id, park_id, industry_id, name, match_name, demo)
       VALUES ($1, $2, $3, $4, $5, $6, true)
       ON CONFLICT DO NOTHING`,
      [newId(), firm.id, firm.park_id, firm.industry_id, name, matchingProjectName(name)],
    );
  }
}

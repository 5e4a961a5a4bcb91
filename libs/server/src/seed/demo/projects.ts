import { matchingName, matchingProjectName } from '@crm/domain/enterprises';
import { newId, type RowOf, type Tx } from '@crm/platform/db';
import { investmentProjectTable } from '../../contracts/contract.entity.js';
import { enterpriseTable } from '../../enterprises/enterprise.entity.js';
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
  const firms = await tx.rows<
    Pick<RowOf<typeof enterpriseTable>, 'id' | 'shortName' | 'parkId' | 'industryId'> & { projects: number }
  >(
    `SELECT
       ${enterpriseTable.pick('e', 'id', 'shortName', 'parkId', 'industryId')},
       (SELECT count(*)::int FROM investment_project j WHERE j.enterprise_id = e.id) AS projects
     FROM enterprise e
     WHERE e.demo
     ORDER BY projects, e.credit_code`,
  );
  let missing = PROJECTS - firms.reduce((sum, firm) => sum + firm.projects, 0);
  for (const firm of firms) {
    if (missing <= 0) return;
    const name = `${firm.shortName}${firm.projects === 0 ? '一期项目' : dice.pick(NAMES)}`;
    missing -= await investmentProjectTable.insertMany(
      tx,
      [
        {
          id: newId(),
          enterpriseId: firm.id,
          parkId: firm.parkId,
          industryId: firm.industryId,
          name,
          matchName: matchingProjectName(name),
          demo: true,
        },
      ],
      'DO NOTHING',
    );
  }
}

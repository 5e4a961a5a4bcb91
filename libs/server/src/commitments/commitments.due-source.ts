import { Injectable } from '@nestjs/common';
import { checkpointsDue, figuresMissing, type Assessment } from '@crm/domain/commitments';
import { milestonesDue, type Milestone, type MilestoneKind } from '@crm/domain/contracts';
import type { DueItem } from '@crm/domain/due';
import type { Rows } from '@crm/platform/db';
import type { DueQuestion, DueRecord, DueSource } from '../due/index.js';
import { COUNTED_KINDS } from '../contracts/index.js';
import { judge } from './judge.js';

interface Concerned { id: string; number: string; enterprise_id: string; enterprise_name: string; project_name: string; officer_id: string | null; department_id: string | null }

/** What reminders may know of promises: days on which they are measured, figures that are missing, milestones that come near. Live contracts alone. */
@Injectable()
export class CommitmentsDueSource implements DueSource {
  readonly room = 'commitments';

  async items(rows: Rows, { today, until, planOf }: DueQuestion): Promise<DueRecord[]> {
    const concerned = await rows.rows<Concerned>(
      `SELECT c.id, c.number, c.enterprise_id, e.name AS enterprise_name, j.name AS project_name, c.officer_id, u.department_id FROM contract c JOIN enterprise e ON e.id = c.enterprise_id JOIN investment_project j ON j.id = c.project_id
       LEFT JOIN app_user u ON u.id = c.officer_id WHERE c.status IN ('signed', 'performing') AND c.kind IN ${COUNTED_KINDS} ORDER BY c.id`,
    );
    const judged = new Map((await judge(rows, concerned.map(({ id }) => id), today)).map((one) => [one.contractId, one]));
    const milestones = await openMilestones(rows);
    return concerned.flatMap((contract) => {
      const own = judged.get(contract.id);
      const assessments: readonly Assessment[] = own?.assessments ?? [];
      const checkpoints = (own?.commitments ?? []).flatMap(({ commitment }) => checkpointsDue(commitment, today, { assessments, until, plan: planOf('commitment.due') }));
      const figures = figuresMissing(contract.id, assessments, today, until);
      const reached = milestonesDue(contract.id, milestones.get(contract.id) ?? [], today, until);
      return [...checkpoints, ...figures, ...reached].map((item) => about(item, contract));
    });
  }
}

async function openMilestones(rows: Rows): Promise<ReadonlyMap<string, Milestone[]>> {
  const found = await rows.rows<{ id: string; contract_id: string; kind: MilestoneKind; planned_on: string }>('SELECT id, contract_id, kind, planned_on FROM milestone WHERE actual_on IS NULL AND planned_on IS NOT NULL ORDER BY id');
  const open = new Map<string, Milestone[]>();
  for (const row of found) open.set(row.contract_id, [...(open.get(row.contract_id) ?? []), { id: row.id, kind: row.kind, plannedOn: row.planned_on, actualOn: null }]);
  return open;
}

const linkOf = (item: DueItem, contract: Concerned): string => (item.subject.type === 'commitment' ? `/commitments/${item.subject.id}/show` : `/contracts/${contract.id}/show`);

const about = (item: DueItem, contract: Concerned): DueRecord => ({
  ...item,
  facts: { ...item.facts, contractNumber: contract.number, enterpriseName: contract.enterprise_name, projectName: contract.project_name },
  ownerId: contract.officer_id, enterpriseId: contract.enterprise_id, departmentId: contract.department_id, link: linkOf(item, contract),
});

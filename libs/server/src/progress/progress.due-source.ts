import { checkUpDue, checkUpPlan, idleLandDue, landPlan, startDue, startPlan } from '@crm/domain/progress';
import type { DueItem, StepPlan } from '@crm/domain/due';
import type { DueRecord, DueRule, DueSource } from '../due/index.js';
import { limitsAt, limitsOf } from './check-up-limits.js';
import { projectsInHand } from './check-up.store.js';
import { landClocks } from './land-clocks.js';

interface Concerned {
  contract_id: string;
  contract_number: string;
  enterprise_id: string;
  enterprise_name: string;
  project_name: string;
  officer_id: string | null;
  department_id: string | null;
}

const rule = (code: string, plan: StepPlan, recipients: DueRule['recipients']): DueRule => ({ code, plan, recipients });

/** Reminders of idle land, of starts owed after the land grant, and of check-up flags. */
export const progressDueSource: DueSource = {
  room: 'progress',
  rules: [
    rule('land.idle', landPlan, ['officer', 'primary-secretary', 'manager']),
    rule('construction.start', startPlan, ['officer', 'primary-secretary']),
    rule('project.check-up', checkUpPlan, ['officer', 'primary-secretary']),
  ],
  async items(rows, { today, until, planOf }): Promise<DueRecord[]> {
    const land = (await landClocks(rows, null, today, until)).filter((row) => row.started_on === null);
    const limits = limitsOf(await limitsAt(rows, null));
    const projects = await projectsInHand(rows, null, today, { asOf: until, instant: null });
    return [
      ...land.flatMap((row) =>
        idleLandDue(row.contract_id, row.land_granted_on, today, until, planOf('land.idle')).map((item) =>
          about(item, row),
        ),
      ),
      // If the contract plans its start, the milestone itself sends the reminder.
      ...land
        .filter((row) => row.start_owed_on === null)
        .flatMap((row) =>
          startDue(row.contract_id, row.land_granted_on, today, until, planOf('construction.start')).map((item) =>
            about(item, row),
          ),
        ),
      ...projects.flatMap((project) =>
        checkUpDue(project.first.project_id, project, today, limits, until, planOf('project.check-up')).map((item) =>
          about(item, project.first),
        ),
      ),
    ];
  },
};

const about = (item: DueItem, contract: Concerned): DueRecord => ({
  ...item,
  facts: {
    ...item.facts,
    contractNumber: contract.contract_number,
    enterpriseName: contract.enterprise_name,
    projectName: contract.project_name,
  },
  ownerId: contract.officer_id,
  enterpriseId: contract.enterprise_id,
  departmentId: contract.department_id,
  link: `/contracts/${contract.contract_id}/show`,
});

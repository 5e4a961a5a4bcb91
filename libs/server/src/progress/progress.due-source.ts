import { checkUpDue, checkUpPlan, idleLandDue, landPlan, startDue, startPlan } from '@crm/domain/progress';
import type { DueItem, StepPlan } from '@crm/domain/due';
import type { DueRecord, DueRule, DueSource } from '../due/index.js';
import { limitsAt, limitsOf } from './check-up-limits.js';
import { projectsInHand } from './check-up.store.js';
import { landClocks } from './land-clocks.js';

interface Concerned {
  contractId: string;
  contractNumber: string;
  enterpriseId: string;
  enterpriseName: string;
  projectName: string;
  officerId: string | null;
  departmentId: string | null;
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
    const land = (await landClocks(rows, null, today, until)).filter((row) => row.startedOn === null);
    const limits = limitsOf(await limitsAt(rows, null));
    const projects = await projectsInHand(rows, null, today, { asOf: until, instant: null });
    return [
      ...land.flatMap((row) =>
        idleLandDue(row.contractId, row.landGrantedOn, today, until, planOf('land.idle')).map((item) =>
          about(item, row),
        ),
      ),
      // If the contract plans its start, the milestone itself sends the reminder.
      ...land
        .filter((row) => row.startOwedOn === null)
        .flatMap((row) =>
          startDue(row.contractId, row.landGrantedOn, today, until, planOf('construction.start')).map((item) =>
            about(item, row),
          ),
        ),
      ...projects.flatMap((project) =>
        checkUpDue(project.first.projectId, project, today, limits, until, planOf('project.check-up')).map((item) =>
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
    contractNumber: contract.contractNumber,
    enterpriseName: contract.enterpriseName,
    projectName: contract.projectName,
  },
  ownerId: contract.officerId,
  enterpriseId: contract.enterpriseId,
  departmentId: contract.departmentId,
  link: `/contracts/${contract.contractId}/show`,
});

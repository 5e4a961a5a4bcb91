import { checkUpDue, checkUpPlan, idleLandDue, landPlan, startDue, startPlan } from '@crm/domain/progress';
import type { DueItem, StepPlan } from '@crm/domain/due';
import { contractUnits, visibleContracts } from '../contracts/index.js';
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

/** Reminders of idle land and of starts owed after the land grant. */
export const landDueSource: DueSource = {
  room: 'progress-land',
  rules: [
    rule('land.idle', landPlan, ['officer', 'primary-secretary', 'manager']),
    rule('construction.start', startPlan, ['officer', 'primary-secretary']),
  ],
  ...contractUnits,
  async items(rows, { today, until, planOf }, units) {
    const land = await landClocks(rows, null, today, until, { contractIds: units });
    return land
      .filter((row) => row.startedOn === null)
      .flatMap((row) =>
        [
          ...idleLandDue(row.contractId, row.landGrantedOn, today, until, planOf('land.idle')),
          // If the contract plans its start, the milestone itself sends the reminder.
          ...(row.startOwedOn === null
            ? startDue(row.contractId, row.landGrantedOn, today, until, planOf('construction.start'))
            : []),
        ].map((item) => about(item, row, row.contractId)),
      );
  },
};

const PROJECTS_OF = (contracts: string) => `SELECT c.project_id FROM contract c WHERE ${contracts} = ANY($1)`;

/** Reminders of check-up flags, planned project by project: a project has several contracts. */
export const checkUpDueSource: DueSource = {
  room: 'progress-check-up',
  rules: [rule('project.check-up', checkUpPlan, ['officer', 'primary-secretary'])],
  async units(rows, _question, { after, limit }) {
    const found = await rows.rows<{ id: string }>(
      `SELECT j.id
       FROM investment_project j
       WHERE j.id > $1 AND EXISTS (SELECT 1 FROM contract c WHERE c.project_id = j.id AND c.signed_on IS NOT NULL)
       ORDER BY j.id
       LIMIT $2`,
      [after, limit],
    );
    return found.map(({ id }) => id);
  },
  async items(rows, { today, until, planOf }, units) {
    const limits = limitsOf(await limitsAt(rows, null));
    const projects = await projectsInHand(rows, null, today, { asOf: until, instant: null }, { projectIds: units });
    return projects.flatMap((project) => {
      const { projectId } = project.first;
      return checkUpDue(projectId, project, today, limits, until, planOf('project.check-up')).map((item) =>
        about(item, project.first, projectId),
      );
    });
  },
  touchedBy: {
    contract: PROJECTS_OF('c.id'),
    enterprise: PROJECTS_OF('c.enterprise_id'),
    user: PROJECTS_OF('c.officer_id'),
  },
  readable: (actor, today) => ({ from: 'contract t', id: 't.project_id', where: visibleContracts(actor, today) }),
};

const about = (item: DueItem, contract: Concerned, unit: string): DueRecord => ({
  ...item,
  unit,
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

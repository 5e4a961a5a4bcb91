import { checkpointsDue, figuresMissing, figuresPlan, type JudgedFigure } from '@crm/domain/commitments';
import { milestonesDue, type Milestone, type MilestoneKind } from '@crm/domain/contracts';
import { defaultStepPlan, type DueItem, type StepPlan } from '@crm/domain/due';
import type { PromisedIndicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { grouped } from '../data-access/index.js';
import { COUNTED_KINDS, contractUnits } from '../contracts/index.js';
import type { DueRecord, DueRule, DueSource } from '../due/index.js';
import { loadCommitments, type LoadedCommitment } from '../assessments/index.js';

interface Concerned {
  id: string;
  number: string;
  enterprise_id: string;
  enterprise_name: string;
  project_name: string;
  officer_id: string | null;
  department_id: string | null;
}

const rule = (code: string, plan: StepPlan, recipients: DueRule['recipients']): DueRule => ({ code, plan, recipients });

/** Due items of commitments: checkpoints, missing figures, and milestones. Only live contracts have them. */
export const commitmentsDueSource: DueSource = {
  room: 'commitments',
  rules: [
    rule('commitment.due', defaultStepPlan, ['officer', 'primary-secretary']),
    rule('actuals.missing', figuresPlan, ['primary-secretary']),
    rule('milestone.due', defaultStepPlan, ['officer', 'primary-secretary']),
  ],
  ...contractUnits,
  async items(rows, { today, until, planOf }, units) {
    const live = await rows.rows<Concerned>(
      `SELECT
         c.id, c.number, c.enterprise_id, e.name AS enterprise_name, j.name AS project_name, c.officer_id,
         u.department_id
       FROM contract c
       JOIN enterprise e ON e.id = c.enterprise_id
       JOIN investment_project j ON j.id = c.project_id
       LEFT JOIN app_user u ON u.id = c.officer_id
       WHERE c.id = ANY($1) AND c.status IN ('signed', 'performing') AND c.kind IN ${COUNTED_KINDS}
       ORDER BY c.id`,
      [units],
    );
    const ids = live.map(({ id }) => id);
    const [promises, judged, milestones] = [
      grouped(await loadCommitments(rows, ids), ({ commitment }) => commitment.contractId),
      grouped(await judgedFigures(rows, ids), ({ contractId }) => contractId),
      await openMilestones(rows, ids),
    ];
    return live.flatMap((contract) => {
      const assessments = judged.get(contract.id) ?? [];
      const checkpoints = (promises.get(contract.id) ?? []).flatMap(({ commitment }: LoadedCommitment) =>
        checkpointsDue(commitment, today, { assessments, until, plan: planOf('commitment.due') }),
      );
      const missing = figuresMissing(contract.id, assessments, today, until, planOf('actuals.missing'));
      const reached = milestonesDue(
        contract.id,
        milestones.get(contract.id) ?? [],
        today,
        until,
        planOf('milestone.due'),
      );
      return [...checkpoints, ...missing, ...reached].map((item) => about(item, contract));
    });
  },
};

/** Uses stored assessments. They are renewed with every change, and each night before reminders are planned. */
async function judgedFigures(rows: Rows, contractIds: readonly string[]): Promise<JudgedFigure[]> {
  const kept = await rows.rows<{
    commitment_id: string;
    contract_id: string;
    indicator: PromisedIndicator;
    year: number;
    verdict: JudgedFigure['verdict'];
    actual: string | null;
  }>(
    `SELECT commitment_id, contract_id, indicator, year, verdict, actual
     FROM assessment
     WHERE contract_id = ANY($1) AND superseded_at IS NULL
     ORDER BY contract_id, indicator, year`,
    [contractIds],
  );
  return kept.map((row) => ({
    commitmentId: row.commitment_id,
    contractId: row.contract_id,
    indicator: row.indicator,
    year: row.year,
    verdict: row.verdict,
    actual: row.actual,
  }));
}

async function openMilestones(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, Milestone[]>> {
  const open = await rows.rows<{
    id: string;
    contract_id: string;
    kind: MilestoneKind;
    planned_on: string;
    extended_to: string[] | null;
  }>(
    `SELECT
       m.id, m.contract_id, m.kind, m.planned_on,
       (SELECT array_agg(x.to_day::text) FROM milestone_extension x WHERE x.milestone_id = m.id) AS extended_to
     FROM milestone m
     WHERE m.contract_id = ANY($1) AND m.actual_on IS NULL AND m.planned_on IS NOT NULL
     ORDER BY m.id`,
    [contractIds],
  );
  const groups = grouped(open, (row) => row.contract_id);
  return new Map(
    [...groups].map(([id, own]) => [
      id,
      own.map((row): Milestone => ({
        id: row.id,
        kind: row.kind,
        plannedOn: row.planned_on,
        actualOn: null,
        extendedTo: row.extended_to ?? [],
      })),
    ]),
  );
}

/** A commitment has no page of its own; the link opens its contract and marks it. */
const linkOf = ({ subject, facts }: DueItem, contract: Concerned): string =>
  `/contracts/${contract.id}/show${subject.type === 'commitment' ? `?commitment=${subject.id}&year=${String(facts.year)}` : ''}`;

const about = (item: DueItem, contract: Concerned): DueRecord => ({
  ...item,
  unit: contract.id,
  facts: {
    ...item.facts,
    contractNumber: contract.number,
    enterpriseName: contract.enterprise_name,
    projectName: contract.project_name,
  },
  ownerId: contract.officer_id,
  enterpriseId: contract.enterprise_id,
  departmentId: contract.department_id,
  link: linkOf(item, contract),
});

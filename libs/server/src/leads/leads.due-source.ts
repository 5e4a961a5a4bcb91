import { dayOfInstant, addDays } from '@crm/domain/days';
import { leadDues, leadRules, leadStepPlan, type LeadStage } from '@crm/domain/leads';
import type { Rows } from '@crm/platform/db';
import type { DueQuestion, DueRecord, DueSource } from '../due/index.js';

interface ClockRow {
  id: string;
  enterprise_id: string;
  enterprise_name: string;
  project_name: string;
  stage: LeadStage;
  owner_id: string;
  department_id: string | null;
  created_at: string;
  answered_at: string | null;
  next_step: string | null;
  next_on: string | null;
}

/** At most this many at once, overdue ones first; the rest follows the next morning. */
const AT_ONCE = 20_000;

/** Leads without a follow-up, and next steps whose day has come. The days before and after follow the rule. */
export const leadsDueSource: DueSource = {
  room: 'leads',
  rules: Object.values(leadRules).map((code) => ({ code, plan: leadStepPlan, recipients: ['officer'] })),
  async items(rows: Rows, { today, until, planOf }: DueQuestion): Promise<DueRecord[]> {
    const plans = {
      [leadRules.unanswered]: planOf(leadRules.unanswered),
      [leadRules.nextStep]: planOf(leadRules.nextStep),
    };
    // Only leads that can have a step by then: the longest notice of all plans, and everything overdue.
    const ahead = addDays(until, Math.max(0, ...Object.values(plans).flatMap(({ daysBefore }) => daysBefore)));
    const waiting = await rows.rows<ClockRow>(
      `SELECT
         t.id, t.enterprise_id, e.name AS enterprise_name, t.project_name, t.stage, t.owner_id, u.department_id,
         t.created_at, t.answered_at, t.next_step, t.next_on
       FROM lead t
       JOIN enterprise e ON e.id = t.enterprise_id
       JOIN app_user u ON u.id = t.owner_id
       WHERE t.stage NOT IN ('signed', 'lost', 'withdrawn') AND (t.answered_at IS NULL OR t.next_on <= $1)
       ORDER BY t.next_on, t.id
       LIMIT ${AT_ONCE}`,
      [ahead],
    );
    return waiting.flatMap((row) => duesOf(row, { today, until, planOf }));
  },
};

function duesOf(row: ClockRow, question: DueQuestion): DueRecord[] {
  const lead = {
    id: row.id,
    enterpriseName: row.enterprise_name,
    projectName: row.project_name,
    stage: row.stage,
    reportedOn: dayOfInstant(row.created_at),
    answeredOn: row.answered_at ? dayOfInstant(row.answered_at) : null,
    nextStep: row.next_step,
    nextOn: row.next_on,
  };
  return leadDues(lead, question.today, question.until, question.planOf).map((item) => ({
    ...item,
    ownerId: row.owner_id,
    enterpriseId: row.enterprise_id,
    departmentId: row.department_id,
    link: `/leads/${row.id}/show`,
  }));
}

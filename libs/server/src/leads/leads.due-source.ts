import { dayOfInstant, addDays } from '@crm/domain/days';
import { leadDues, leadRules, leadStepPlan, type LeadStage } from '@crm/domain/leads';
import { Where } from '@crm/platform/db';
import { ITSELF, type DueQuestion, type DueRecord, type DueSource } from '../due/index.js';
import { visibleLeads } from './leads.store.js';

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

const WORKED = `t.stage NOT IN ('signed', 'lost', 'withdrawn')`;

/** Leads without a follow-up, and next steps whose day has come. The days before and after follow the rule. */
export const leadsDueSource: DueSource = {
  room: 'leads',
  rules: Object.values(leadRules).map((code) => ({ code, plan: leadStepPlan, recipients: ['officer'] })),
  async units(rows, { until, planOf }, { after, limit }) {
    // Only leads that can have a step by then: the longest notice of all plans, and everything overdue.
    const ahead = addDays(until, Math.max(0, ...Object.values(leadRules).flatMap((code) => planOf(code).daysBefore)));
    const found = await rows.rows<{ id: string }>(
      `SELECT t.id
       FROM lead t
       WHERE ${WORKED} AND (t.answered_at IS NULL OR t.next_on <= $1) AND t.id > $2
       ORDER BY t.id
       LIMIT $3`,
      [ahead, after, limit],
    );
    return found.map(({ id }) => id);
  },
  async items(rows, question, units) {
    const waiting = await rows.rows<ClockRow>(
      `SELECT
         t.id, t.enterprise_id, e.name AS enterprise_name, t.project_name, t.stage, t.owner_id, u.department_id,
         t.created_at, t.answered_at, t.next_step, t.next_on
       FROM lead t
       JOIN enterprise e ON e.id = t.enterprise_id
       JOIN app_user u ON u.id = t.owner_id
       WHERE ${WORKED} AND t.id = ANY($1)
       ORDER BY t.id`,
      [units],
    );
    return waiting.flatMap((row) => duesOf(row, question));
  },
  touchedBy: { lead: ITSELF, user: `SELECT t.id FROM lead t WHERE t.owner_id = ANY($1) AND ${WORKED}` },
  readable: (actor) => ({ from: 'lead t', id: 't.id', where: new Where().and(...visibleLeads(actor)) }),
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
    unit: row.id,
    ownerId: row.owner_id,
    enterpriseId: row.enterprise_id,
    departmentId: row.department_id,
    link: `/leads/${row.id}/show`,
  }));
}

import { Inject, Injectable } from '@nestjs/common';
import type { CoReport, Lead, LeadDetail, leads } from '@crm/api-contract/leads';
import type { InputOf } from '@crm/api-contract/wire';
import { matchingProjectName } from '@crm/domain/enterprises';
import { leadLifecycle, leadStages, movedLead } from '@crm/domain/leads';
import { plain, sum } from '@crm/domain/quantities';
import { runInContext, traceId } from '@crm/platform/context';
import { DATABASE, Database, newId } from '@crm/platform/db';
import { assertReferences } from '../enterprises/index.js';
import { Where, changeRecord, known, listRows, refOf, type Actor } from '../data-access/index.js';
import { LEAD_COLUMNS, LEAD_JOINS, followUpView, leadView, staleView, type LeadRow } from './lead.view.js';
import * as store from './leads.store.js';
import { FirstReported, assertAsTyped, assertWorksLeads, logLead, type NewLeadInput } from './log-lead.js';

const SORTS = {
  updatedAt: 't.updated_at',
  createdAt: 't.created_at',
  nextOn: 't.next_on',
  investmentWan: 't.investment_wan',
  areaMu: 't.area_mu',
  stageSince: 't.stage_since',
};

const COLUMN_OF = {
  parkId: 'park_id',
  industryId: 'industry_id',
  channel: 'channel',
  investmentWan: 'investment_wan',
  investmentTyped: 'investment_typed',
  areaMu: 'area_mu',
  areaTyped: 'area_typed',
  nextStep: 'next_step',
  nextOn: 'next_on',
  note: 'note',
} as const;

/** Leads from the first word to the signature. */
@Injectable()
export class LeadsService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(actor: Actor, query: InputOf<typeof leads.list>['query']) {
    return this.database.read(async (rows) => {
      const where = store.leadConditions(actor, query.filter);
      const page = await listRows<LeadRow, (typeof query)['sort']>(
        rows,
        { select: LEAD_COLUMNS, from: 'lead t', joins: LEAD_JOINS, where, sorts: SORTS, prepared: !query.filter.q },
        query,
      );
      return { ...page, data: page.data.map(leadView) };
    });
  }

  async summary(actor: Actor, filter: store.LeadFilter) {
    const sums = await this.database.read((rows) => store.sumsByStage(rows, store.leadConditions(actor, filter)));
    const stages = leadStages.flatMap((stage) =>
      sums
        .filter((row) => row.stage === stage)
        .map((row) => ({
          stage,
          count: row.count,
          investmentWan: plain(row.investment_wan),
          areaMu: plain(row.area_mu),
        })),
    );
    return {
      count: stages.reduce((total, row) => total + row.count, 0),
      investmentWan: sum(stages.map((row) => row.investmentWan)).toFixed(),
      areaMu: sum(stages.map((row) => row.areaMu)).toFixed(),
      stages,
    };
  }

  async one(actor: Actor, id: string): Promise<LeadDetail> {
    return this.database.read(async (rows) => {
      const [found, followUps] = await Promise.all([store.leadById(rows, actor, id), store.newestFollowUps(rows, id)]);
      const row = known(found);
      return {
        ...leadView(row),
        creditCode: row.credit_code,
        departmentName: row.department_name,
        allowedStages: [...leadLifecycle[row.stage]],
        followUps: followUps.map(followUpView),
      };
    });
  }

  async create(actor: Actor, input: NewLeadInput): Promise<Lead> {
    try {
      return await this.database.transaction(refOf(actor), async (tx) => leadView(await logLead(tx, actor, input)));
    } catch (error) {
      if (error instanceof FirstReported) await this.keepCoReport(actor, error.leadId, input);
      throw error;
    }
  }

  /** Kept in a transaction of its own, and not under the request's Idempotency-Key: the request itself was refused. */
  private async keepCoReport(actor: Actor, leadId: string, input: NewLeadInput): Promise<void> {
    await runInContext({ traceId: traceId() ?? '' }, () =>
      this.database.transaction(refOf(actor), (tx) =>
        tx.run(
          `INSERT INTO co_report (id, lead_id, user_id, project_name, contact_name, contact_phone)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (lead_id, user_id)
           DO UPDATE SET
             project_name = EXCLUDED.project_name, contact_name = EXCLUDED.contact_name,
             contact_phone = EXCLUDED.contact_phone`,
          [newId(), leadId, actor.userId, input.projectName, input.contactName ?? '', input.contactPhone ?? ''],
        ),
      ),
    );
  }

  async update(actor: Actor, id: string, version: number, input: InputOf<typeof leads.update>['body']): Promise<Lead> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = known(await store.leadById(tx, actor, id));
      assertAsTyped(input);
      await assertReferences(tx, input);
      const changes: Record<string, unknown> = {};
      for (const [field, column] of Object.entries(COLUMN_OF))
        if (input[field as keyof typeof COLUMN_OF] !== undefined)
          changes[column] = input[field as keyof typeof COLUMN_OF];
      // An amount that comes without its wording leaves the old wording behind.
      if (input.investmentWan !== undefined && input.investmentTyped === undefined) changes.investment_typed = null;
      if (input.areaMu !== undefined && input.areaTyped === undefined) changes.area_typed = null;
      if (input.projectName !== undefined) changes.project_name = input.projectName;
      await changeRecord<LeadRow>(tx, 'lead', id, version, changes, (row) => ({
        ...staleView(row),
        enterpriseName: before.enterprise_name,
      }));
      if (input.projectName !== undefined)
        await store.followProjectName(tx, id, before.enterprise_name, matchingProjectName(input.projectName));
      return leadView(known(await store.leadById(tx, actor, id)));
    });
  }

  /**
   * Refuses `lead.transition` and `lead.loss-reason`; of two who move at once the second meets the stage the first
   * left.
   */
  async move(actor: Actor, id: string, input: InputOf<typeof leads.move>['body']): Promise<Lead> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = known(await store.lockedLead(tx, actor, id));
      const { to, lossReason } = movedLead(before.stage, input.stage, input.lossReason);
      await tx.run(
        `UPDATE lead
         SET stage = $2, loss_reason = $3, stage_since = now(), version = version + 1, updated_at = now()
         WHERE id = $1`,
        [id, to, lossReason],
      );
      return leadView(known(await store.leadById(tx, actor, id)));
    });
  }

  /** Stage, next step and history stay as they are; the reason is told in the history. */
  async transfer(actor: Actor, id: string, input: InputOf<typeof leads.transfer>['body']): Promise<Lead> {
    return this.database.transaction(refOf(actor), async (tx) => {
      known(await store.lockedLead(tx, actor, id));
      await assertWorksLeads(tx, input.ownerId);
      await tx.run(
        `UPDATE lead
         SET owner_id = $2, transfer_reason = $3, version = version + 1, updated_at = now()
         WHERE id = $1`,
        [id, input.ownerId, input.reason],
      );
      return leadView(known(await store.leadOfAnyScope(tx, id)));
    });
  }

  async coReports(actor: Actor, id: string): Promise<{ data: CoReport[] }> {
    return this.database.read(async (rows) => {
      known(await store.leadById(rows, actor, id));
      const where = new Where().and('c.lead_id = ?', id);
      const data = await rows.rows<{
        id: string;
        name: string;
        department: string | null;
        project_name: string;
        contact_name: string;
        created_at: string;
      }>(
        `SELECT c.id, u.name, d.name AS department, c.project_name, c.contact_name, c.created_at
         FROM co_report c
         JOIN app_user u ON u.id = c.user_id
         LEFT JOIN department d ON d.id = u.department_id ${where.sql}
         ORDER BY c.created_at, c.id
         LIMIT 200`,
        where.values,
      );
      return {
        data: data.map((row) => ({
          id: row.id,
          reporterName: row.name,
          departmentName: row.department,
          projectName: row.project_name,
          contactName: row.contact_name,
          reportedAt: row.created_at,
        })),
      };
    });
  }
}

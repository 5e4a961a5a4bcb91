import { Inject, Injectable } from '@nestjs/common';
import type { CoReport, Lead, LeadDetail, leads } from '@crm/api-contract/leads';
import { MAY, can } from '@crm/api-contract/permissions';
import type { InputOf } from '@crm/api-contract/wire';
import { isGivenUp, leadLifecycle, leadStages, movedLead } from '@crm/domain/leads';
import { maskedName } from '@crm/domain/enterprises';
import { sum } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { runInContext, traceId } from '@crm/platform/context';
import { DATABASE, Database, computed, newId, type ShownOf } from '@crm/platform/db';
import { assertReferences } from '../enterprises/index.js';
import { assertReach, changeRecord, known, listRows, mayOn, refOf, shaped, type Actor } from '../data-access/index.js';
import { coReportTable, leadTable } from './lead.entity.js';
import { LEAD_COLUMNS, LEAD_JOINS, followUpView, leadView, type LeadRow } from './lead.view.js';
import * as store from './leads.store.js';
import { FirstReported, assertAsTyped, assertWorksLeads, logLead, type NewLeadInput } from './log-lead.js';

const SORTS = leadTable.sorts('t', 'updatedAt', 'createdAt', 'nextOn', 'investmentWan', 'areaMu', 'stageSince');

/** Leads from the first report to the signature. */
@Injectable()
export class LeadsService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  list(actor: Actor, query: InputOf<typeof leads.list>['query']) {
    return this.database.read(async (rows) => {
      const { filter } = query;
      const page = await listRows<LeadRow, (typeof query)['sort']>(
        rows,
        {
          ...{ select: LEAD_COLUMNS, from: 'lead t', joins: LEAD_JOINS, sorts: SORTS },
          where: store.leadConditions(actor, filter),
          ...(filter.q ? { searched: store.leadConditions(actor, filter, 'once') } : { prepared: true }),
        },
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
          investmentWan: row.investmentWan,
          areaMu: row.areaMu,
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
      const [found, followUps, may] = await Promise.all([
        store.leadDetailById(rows, actor, id),
        store.newestFollowUps(rows, id),
        mayOn(rows, actor, MAY.Lead, 'lead', [id]),
      ]);
      const row = known(found);
      return {
        ...leadView(row),
        creditCode: row.creditCode,
        departmentName: row.departmentName,
        allowedStages: [...leadLifecycle[row.stage]],
        followUps: followUps.map(followUpView),
        may: may(id),
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

  /** Stored in its own transaction and outside the Idempotency-Key, since the request itself was refused. */
  private async keepCoReport(actor: Actor, leadId: string, input: NewLeadInput): Promise<void> {
    await runInContext({ traceId: traceId() ?? '' }, () =>
      this.database.transaction(refOf(actor), (tx) =>
        coReportTable.insert(
          tx,
          {
            id: newId(),
            leadId,
            userId: actor.userId,
            projectName: input.projectName,
            contactName: input.contactName ?? '',
            contactPhone: input.contactPhone ?? '',
          },
          `(lead_id, user_id) DO UPDATE
           SET
             project_name = EXCLUDED.project_name, contact_name = EXCLUDED.contact_name,
             contact_phone = EXCLUDED.contact_phone`,
        ),
      ),
    );
  }

  async update(actor: Actor, id: string, version: number, input: InputOf<typeof leads.update>['body']): Promise<Lead> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = known(await store.leadById(tx, actor, id));
      await assertReach(tx, actor, ['update', 'Lead'], 'lead', id);
      assertAsTyped(input);
      await assertReferences(tx, input, before);
      const changes = leadTable.changesIn(input);
      // A new amount without its typed text removes the old text.
      if (input.investmentWan !== undefined && input.investmentTyped === undefined) changes.investmentTyped = null;
      if (input.areaMu !== undefined && input.areaTyped === undefined) changes.areaTyped = null;
      await changeRecord(tx, leadTable, id, version, changes, (row) => ({
        ...row,
        enterpriseName: before.enterpriseName,
      }));
      if (input.projectName !== undefined) await store.followProjectName(tx, id, input.projectName);
      return leadView(known(await store.leadById(tx, actor, id)));
    });
  }

  /**
   * Refuses `lead.transition` and `lead.loss-reason`. If two people move it at once, the second sees the stage set by
   * the first.
   */
  async move(actor: Actor, id: string, input: InputOf<typeof leads.move>['body']): Promise<Lead> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = known(await store.lockedLead(tx, actor, id));
      await assertReach(tx, actor, [isGivenUp(input.stage) ? 'lose' : 'update', 'Lead'], 'lead', id);
      const { to, lossReason } = movedLead(before.stage, input.stage, input.lossReason);
      await leadTable.update(tx, { id }, { stage: to, lossReason, stageSince: computed('now()') });
      return leadView(known(await store.leadById(tx, actor, id)));
    });
  }

  /** Stage, next step and history stay; the history shows the reason. */
  async transfer(actor: Actor, id: string, input: InputOf<typeof leads.transfer>['body']): Promise<Lead> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { ownerId } = known(await store.leadById(tx, actor, id));
      // If two people transfer it at once, the second gets a conflict: the page showed another owner.
      const locked = await store.lockedLead(tx, actor, id);
      if (locked?.ownerId !== (input.fromOwnerId ?? ownerId)) throw Refusal.conflict('lead.transferred');
      await assertReach(tx, actor, ['transfer', 'Lead'], 'lead', id);
      await assertWorksLeads(tx, input.ownerId);
      await leadTable.update(tx, { id }, { ownerId: input.ownerId, transferReason: input.reason });
      return leadView(known(await store.leadOfAnyScope(tx, id)));
    });
  }

  async coReports(actor: Actor, id: string): Promise<{ data: CoReport[] }> {
    return this.database.read(async (rows) => {
      known(await store.leadById(rows, actor, id));
      const data = await rows.rows<CoReportRow>(
        `SELECT ${coReportTable.columns('c')}, u.name AS "reporterName", d.name AS "departmentName"
         FROM co_report c
         JOIN app_user u ON u.id = c.user_id
         LEFT JOIN department d ON d.id = u.department_id
         WHERE c.lead_id = $1
         ORDER BY c.created_at, c.id
         LIMIT 200`,
        [id],
      );
      // Only officers see who reported. An auditor only sees that a contact exists.
      const whole = can(actor, 'update', 'Lead');
      return { data: data.map((row) => coReportView(row, whole)) };
    });
  }
}

interface CoReportRow extends ShownOf<typeof coReportTable> {
  readonly reporterName: string;
  readonly departmentName: string | null;
}

const coReportView = ({ createdAt, contactName, ...row }: CoReportRow, whole: boolean) =>
  shaped<CoReport>()({
    id: row.id,
    reporterName: row.reporterName,
    departmentName: row.departmentName,
    projectName: row.projectName,
    contactName: whole || contactName === '' ? contactName : maskedName(contactName),
    reportedAt: createdAt,
  });

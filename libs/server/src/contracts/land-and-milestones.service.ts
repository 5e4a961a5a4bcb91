import { Inject, Injectable } from '@nestjs/common';
import type { Milestone, milestones, parcels } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { assertReachable } from '@crm/domain/contracts';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { anyContains, known, listRows, refOf, writeRecord, type Actor } from '../data-access/index.js';
import { milestoneTable, parcelTable } from './contract.entity.js';
import {
  MILESTONE_COLUMNS,
  MILESTONE_FROM,
  PARCEL_COLUMNS,
  PARCEL_FROM,
  milestoneView,
  parcelView,
  type MilestoneRow,
  type ParcelRow,
} from './land-and-milestones.view.js';
import { milestonesOf, visibleContracts } from './contracts.store.js';

/** The parcels of contracts as known now, and the days of their milestones. */
@Injectable()
export class LandAndMilestonesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  parcels(actor: Actor, query: InputOf<typeof parcels.list>['query']) {
    return this.database.read(async (rows) => {
      const { q, contractId, enterpriseId, parkId } = query.filter;
      const where = visibleContracts(actor, this.clock.today(), 'c')
        .and('t.known_to IS NULL')
        .given(contractId, 't.contract_id = ?')
        .given(enterpriseId, 'c.enterprise_id = ?')
        .given(parkId, 'c.park_id = ?');
      if (q) where.and(...anyContains(['t.code', 'c.number'], q));
      const page = await listRows<ParcelRow, (typeof query)['sort']>(
        rows,
        {
          select: PARCEL_COLUMNS,
          from: PARCEL_FROM,
          where,
          sorts: { ...parcelTable.sorts('t', 'code', 'areaMu'), contractNumber: 'c.number' },
        },
        query,
      );
      return { ...page, data: page.data.map(parcelView) };
    });
  }

  milestones(actor: Actor, query: InputOf<typeof milestones.list>['query']) {
    return this.database.read(async (rows) => {
      const { filter } = query;
      const where = visibleContracts(actor, this.clock.today(), 'c')
        .given(filter.contractId, 't.contract_id = ?')
        .given(filter.enterpriseId, 'c.enterprise_id = ?')
        .given(filter.parkId, 'c.park_id = ?')
        .given(filter.kind, 't.kind = ?')
        .given(filter.reached, '(t.actual_on IS NOT NULL) = ?')
        .given(filter.plannedOn_gte, 't.planned_on >= ?')
        .given(filter.plannedOn_lte, 't.planned_on <= ?')
        .given(filter.actualOn_gte, 't.actual_on >= ?')
        .given(filter.actualOn_lte, 't.actual_on <= ?');
      const page = await listRows<MilestoneRow, (typeof query)['sort']>(
        rows,
        {
          select: MILESTONE_COLUMNS,
          from: MILESTONE_FROM,
          where,
          sorts: milestoneTable.sorts('t', 'plannedOn', 'actualOn', 'kind'),
        },
        query,
      );
      return { ...page, data: page.data.map(milestoneView) };
    });
  }

  /** The day it was reached. Refuses `date.future`, and `milestone.order` if it contradicts another milestone. */
  record(
    actor: Actor,
    id: string,
    version: number,
    { actualOn }: InputOf<typeof milestones.record>['body'],
  ): Promise<Milestone> {
    if (actualOn > this.clock.today()) throw new Refusal('date.future', { today: this.clock.today() }).at('/actualOn');
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await this.milestone(tx, actor, id);
      assertReachable(await milestonesOf(tx, before.contractId), id, actualOn);
      await writeRecord(tx, milestoneTable, id, version, { actualOn }, (row) => ({ ...before, ...row }));
      return this.milestone(tx, actor, id);
    });
  }

  private async milestone(rows: Rows, actor: Actor, id: string): Promise<Milestone> {
    const where = visibleContracts(actor, this.clock.today(), 'c').and('t.id = ?', id);
    return milestoneView(
      known(
        await rows.one<MilestoneRow>(`SELECT ${MILESTONE_COLUMNS} FROM ${MILESTONE_FROM} ${where.sql}`, where.values),
      ),
    );
  }
}

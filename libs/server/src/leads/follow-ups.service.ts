import { Inject, Injectable } from '@nestjs/common';
import type { FollowUp, followUps } from '@crm/api-contract/leads';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal, type FieldFault } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, computed, newId } from '@crm/platform/db';
import { Where, assertReach, known, listRows, refOf, type Actor } from '../data-access/index.js';
import { followUpTable, leadTable } from './lead.entity.js';
import { FOLLOW_UP_COLUMNS, FOLLOW_UP_FROM, followUpView, type FollowUpRow } from './lead.view.js';
import { lockedLead, visibleLeads } from './leads.store.js';

/** What was discussed with an enterprise; written once, never changed. */
@Injectable()
export class FollowUpsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof followUps.list>['query']) {
    return this.database.read(async (rows) => {
      const { leadId, kind, mine } = query.filter;
      const [visible, ...values] = visibleLeads(actor, 'l');
      const where = new Where()
        .and(visible === 'true' ? 'true' : `t.lead_id IN (SELECT l.id FROM lead l WHERE ${visible})`, ...values)
        .given(leadId, 't.lead_id = ?')
        .given(kind, 't.kind = ?')
        .given(mine || undefined, 't.created_by = ?', actor.userId);
      const page = await listRows<FollowUpRow, (typeof query)['sort']>(
        rows,
        {
          select: FOLLOW_UP_COLUMNS,
          from: FOLLOW_UP_FROM,
          where,
          sorts: followUpTable.sorts('t', 'onDay', 'createdAt'),
          prepared: true,
        },
        query,
      );
      return { ...page, data: page.data.map(followUpView) };
    });
  }

  /** Refuses `date.future` and `lead.next-step` (a step without its day, or a day without its step). */
  async create(actor: Actor, leadId: string, input: InputOf<typeof followUps.create>['body']): Promise<FollowUp> {
    const faults: FieldFault[] = [];
    if (input.onDay > this.clock.today()) faults.push({ pointer: '/onDay', code: 'date.future' });
    if ((input.nextStep === undefined) !== (input.nextOn === undefined))
      faults.push({ pointer: input.nextStep === undefined ? '/nextStep' : '/nextOn', code: 'lead.next-step' });
    if (faults.length > 0) throw Refusal.fields(faults);
    return this.database.transaction(refOf(actor), async (tx) => {
      known(await lockedLead(tx, actor, leadId));
      await assertReach(tx, actor, ['create', 'FollowUp'], 'lead', leadId);
      const id = newId();
      const { kind, onDay, result, nextStep, nextOn } = input;
      await followUpTable.insert(tx, {
        id,
        leadId,
        kind,
        onDay,
        met: input.met ?? '',
        result,
        nextStep: nextStep ?? null,
        nextOn: nextOn ?? null,
        createdBy: actor.userId,
      });
      await leadTable.update(
        tx,
        { id: leadId },
        { nextStep, nextOn, answeredAt: computed('coalesce(answered_at, now())'), followedUpAt: computed('now()') },
      );
      return followUpView(
        known(await tx.one<FollowUpRow>(`SELECT ${FOLLOW_UP_COLUMNS} FROM ${FOLLOW_UP_FROM} WHERE t.id = $1`, [id])),
      );
    });
  }
}

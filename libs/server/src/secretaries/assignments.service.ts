import { Inject, Injectable } from '@nestjs/common';
import type { SecretaryAssignment, secretaryAssignments } from '@crm/api-contract/secretaries';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { admitAssignment } from '@crm/domain/secretaries';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { Where, known, listRows, reaching, refOf, type Actor } from '../data-access/index.js';
import { enterpriseMatching, refuseMerged } from '../enterprises/index.js';
import * as store from './assignments.store.js';
import { handOverIn, mustBeKnown, type HandOverInput } from './hand-over.js';
import { secretaryAssignmentTable } from './secretary.entity.js';
import { assignmentView } from './secretary.view.js';

/**
 * Which secretary looks after which enterprise, from day to day. On each day an enterprise has at most one primary
 * secretary.
 */
@Injectable()
export class AssignmentsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof secretaryAssignments.list>['query']) {
    const { q, enterpriseId, userId, role, current } = query.filter;
    const today = this.clock.today();
    return this.database.read(async (rows) => {
      const where = new Where()
        .and(...reaching(actor, ['read', 'SecretaryAssignment'], ['secretary_assignment', 't'], today))
        .given(enterpriseId, 't.enterprise_id = ?')
        .given(userId, 't.user_id = ?')
        .given(role, 't.role = ?')
        .given(current, '(t.from_day <= ? AND (t.to_day IS NULL OR t.to_day >= ?)) = ?', today, today, current);
      if (q) where.and(...enterpriseMatching('e', q));
      const sorts = { enterpriseName: 'e.name', userName: 'u.name', fromDay: 't.from_day' };
      const page = await listRows<store.AssignmentRow, (typeof query)['sort']>(
        rows,
        { select: store.ASSIGNMENT_COLUMNS, from: store.ASSIGNMENT_FROM, where, sorts },
        query,
      );
      return { ...page, data: page.data.map(assignmentView(today)) };
    });
  }

  async one(actor: Actor, id: string): Promise<SecretaryAssignment> {
    const today = this.clock.today();
    const where = new Where()
      .and('t.id = ?', id)
      .and(...reaching(actor, ['read', 'SecretaryAssignment'], ['secretary_assignment', 't'], today));
    return assignmentView(today)(
      known(
        await this.database.read((rows) =>
          rows.one<store.AssignmentRow>(
            `SELECT ${store.ASSIGNMENT_COLUMNS} FROM ${store.ASSIGNMENT_FROM} ${where.sql}`,
            where.values,
          ),
        ),
      ),
    );
  }

  /**
   * Refuses `secretary.primary-exists`, `assignment.twice`, `assignment.validity`, `enterprise.unknown` and
   * `user.unknown`.
   */
  assign(actor: Actor, input: InputOf<typeof secretaryAssignments.assign>['body']): Promise<SecretaryAssignment> {
    return this.verb(actor, async (tx) => {
      await mustBeKnown(tx, input.userId);
      const history = await store.lockedHistory(tx, [input.enterpriseId]);
      // Asked after the lock: whoever merges the enterprise has it too.
      if (!(await tx.one('SELECT 1 AS there FROM enterprise WHERE id = $1', [input.enterpriseId]))) {
        await refuseMerged(tx, input.enterpriseId);
        throw Refusal.fields([{ pointer: '/enterpriseId', code: 'enterprise.unknown' }]);
      }
      admitAssignment(history.map(store.asAssigned), {
        id: '',
        secretaryId: input.userId,
        subject: { type: 'enterprise', id: input.enterpriseId },
        role: input.role,
        from: input.fromDay,
        to: input.toDay,
      });
      const id = newId();
      await secretaryAssignmentTable.insert(tx, { ...input, id, assignedBy: actor.userId });
      return this.view(tx, id);
    });
  }

  /**
   * Hands over one enterprise. Refuses `handover.ended` (the assignment has ended by then, or a colleague has just
   * handed it over), `handover.same-person` and `assignment.twice`.
   */
  handOver(actor: Actor, id: string, input: HandOverInput) {
    return this.verb(actor, async (tx) => {
      const own = known(await store.assignmentById(tx, id));
      if (own.toDay !== null && own.toDay < input.fromDay)
        throw new Refusal('handover.ended', { toDay: own.toDay }, 'conflict');
      const history = await store.lockedHistory(tx, [own.enterpriseId]);
      // The second caller waits for the lock and then sees the result of the first.
      const left = history.find((row) => row.id === id);
      if (!left || (left.toDay !== null && left.toDay < input.fromDay))
        throw new Refusal('handover.ended', { toDay: left?.toDay ?? own.fromDay }, 'conflict');
      // The leaver's other roles at this enterprise are not included.
      return this.handedOver(
        tx,
        actor,
        own.userId,
        input,
        history,
        (row) => row.userId !== own.userId || row.id === id,
      );
    });
  }

  /**
   * A secretary leaves: all enterprises are handed over in one step (worked case 14). Refuses `handover.nothing` if
   * there are none.
   */
  handOverAll(actor: Actor, userId: string, input: HandOverInput) {
    return this.verb(actor, async (tx) => {
      known(await tx.one('SELECT 1 AS there FROM app_user WHERE id = $1', [userId]));
      const history = await store.lockedHistory(tx, await store.enterprisesOf(tx, userId));
      const changed = await this.handedOver(tx, actor, userId, input, history);
      if (changed.opened.length === 0) throw new Refusal('handover.nothing', {}, 'conflict');
      return changed;
    });
  }

  /** Sets the last day; afterwards nobody has that role at the enterprise until another assignment. */
  end(actor: Actor, id: string, input: InputOf<typeof secretaryAssignments.end>['body']): Promise<SecretaryAssignment> {
    return this.verb(actor, async (tx) => {
      const own = known(await store.assignmentById(tx, id));
      await store.lockedHistory(tx, [own.enterpriseId]);
      if (own.toDay !== null && own.toDay < input.toDay)
        throw new Refusal('handover.ended', { toDay: own.toDay }, 'conflict');
      if (input.toDay < own.fromDay) throw new Refusal('assignment.validity', { from: own.fromDay, to: input.toDay });
      await store.closeAssignments(tx, [id], input.toDay);
      return this.view(tx, id);
    });
  }

  /** From now on reminders go to other people, and open pages reload. */
  private verb<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const result = await work(tx);
      await publish(tx, { topic: 'secretary-assignments' });
      return result;
    });
  }

  private async handedOver(...move: Parameters<typeof handOverIn>) {
    const { closed, opened } = await handOverIn(...move);
    return { closed, opened: (await store.assignmentsByIds(move[0], opened)).map(assignmentView(this.clock.today())) };
  }

  private async view(tx: Tx, id: string): Promise<SecretaryAssignment> {
    return assignmentView(this.clock.today())(known(await store.assignmentById(tx, id)));
  }
}

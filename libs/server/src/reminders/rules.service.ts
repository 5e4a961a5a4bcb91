import { Inject, Injectable } from '@nestjs/common';
import type { reminderRules, reminders } from '@crm/api-contract/reminders';
import type { InputOf } from '@crm/api-contract/wire';
import { DATABASE, Database } from '@crm/platform/db';
import { dueRulesChanged } from '../due/index.js';
import { Where, changeRecord, known, listRows, refOf, type Actor } from '../data-access/index.js';
import { PreviewReminders } from './preview-reminders.js';
import { plannedView, ruleView, undeliveredView, type UndeliveredRow } from './reminder.view.js';
import { reminderOccurrenceTable, reminderRuleTable } from './reminder.entity.js';
import type { RuleRow } from './rules.store.js';

const LISTED = 500;
const UNDELIVERED_COLUMNS = `
  ${reminderOccurrenceTable.columns('o')}, ${reminderOccurrenceTable.pick('o', 'status', 'attempt', 'lastError')},
  u.name AS "recipientName"
`;

/** The rules and their reminders, for the people who administer them. */
@Injectable()
export class ReminderRulesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly previews: PreviewReminders,
  ) {}

  list(_actor: Actor, query: InputOf<typeof reminderRules.list>['query']) {
    return this.database.read(async (rows) => {
      const page = await listRows<RuleRow, 'code'>(
        rows,
        {
          select: reminderRuleTable.columns('t'),
          from: 'reminder_rule t',
          where: new Where().given(query.filter.enabled, 't.enabled = ?'),
          sorts: reminderRuleTable.sorts('t', 'code'),
        },
        query,
      );
      return { ...page, data: page.data.map(ruleView) };
    });
  }

  change(actor: Actor, id: string, version: number, changes: InputOf<typeof reminderRules.change>['body']) {
    return this.database.transaction(refOf(actor), async (tx) => {
      const row = await changeRecord(
        tx,
        reminderRuleTable,
        id,
        version,
        reminderRuleTable.changesIn(changes),
        ruleView,
      );
      await dueRulesChanged(tx);
      return ruleView(row);
    });
  }

  /** Some hundred records at a time; `next` says where the next request continues. */
  preview(_actor: Actor, { on, perPage = 50, from }: InputOf<typeof reminders.preview>['query']) {
    return this.previewed(on, perPage, from);
  }

  /** One rule as it would be after a change that nobody has saved. */
  async previewChange(
    _actor: Actor,
    id: string,
    { on, perPage = 50, from, changes }: InputOf<typeof reminderRules.preview>['body'],
  ) {
    const stored = known(await this.database.read((rows) => reminderRuleTable.one(rows, { id })));
    return this.previewed(on, perPage, from, { ...stored, ...reminderRuleTable.changesIn(changes) });
  }

  private async previewed(on: string, perPage: number, from: string | undefined, changed?: RuleRow) {
    const { lines, next } = await this.previews.preview(on, perPage, from, changed);
    const names = await this.database.read((rows) =>
      rows.rows<{ id: string; name: string }>('SELECT id, name FROM app_user WHERE id = ANY($1)', [
        [...new Set(lines.map((line) => line.recipientId))],
      ]),
    );
    const nameOf = new Map(names.map((row) => [row.id, row.name]));
    return { on, data: lines.map((line) => plannedView(line, nameOf.get(line.recipientId) ?? '')), next };
  }

  async undelivered(_actor: Actor) {
    const rows = await this.database.read((all) =>
      all.rows<UndeliveredRow>(
        `SELECT ${UNDELIVERED_COLUMNS}
         FROM reminder_occurrence o
         JOIN app_user u ON u.id = o.recipient_id
         WHERE o.status IN ('uncertain', 'dead')
         ORDER BY o.due_at DESC, o.id
         LIMIT ${LISTED}`,
      ),
    );
    return { data: rows.map(undeliveredView) };
  }

  /** The person has asked the recipient: it arrived, or it is sent once more. */
  async resolve(actor: Actor, id: string, outcome: 'sent' | 'again'): Promise<void> {
    await this.database.transaction(refOf(actor), async (tx) => {
      const change =
        outcome === 'sent' ? `status = 'sent', sent_at = now()` : `status = 'pending', attempt = 0, enqueued_at = NULL`;
      known(
        await tx.one(
          `UPDATE reminder_occurrence
           SET ${change}
           WHERE id = $1 AND status IN ('uncertain', 'dead')
           RETURNING id`,
          [id],
        ),
      );
    });
  }
}

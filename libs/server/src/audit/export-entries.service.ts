import { Inject, Injectable } from '@nestjs/common';
import { MOST_EXPORTED, type AuditEntry, type auditEntries } from '@crm/api-contract/audit';
import type { Locale } from '@crm/api-contract/sentences';
import type { InputOf } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { writeInThread, type WrittenCell } from '@crm/platform/spreadsheet';
import type { Actor } from '../data-access/index.js';
import { AUDIT_COLUMNS, AUDIT_FROM, entriesWhere, type AuditRow } from './audit.store.js';
import { masked } from './masked.js';
import { PersonalValues } from './personal.js';

type Filter = InputOf<typeof auditEntries.export>['body']['filter'];

const words = {
  zh: {
    title: '审计记录',
    head: ['序号', '时间（UTC）', '操作者', '类别', '动作', '对象', '记录编号', '之前', '之后', '请求编号'],
  },
  en: {
    title: 'Audit trail',
    head: ['Entry', 'Time (UTC)', 'By', 'Kind', 'Action', 'Subject', 'Record', 'Before', 'After', 'Request'],
  },
} as const;

/** The trail as a file, for an auditor who keeps it elsewhere. */
@Injectable()
export class ExportEntriesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly personal: PersonalValues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses `audit.too-many` above 20,000 entries. */
  async workbook(_actor: Actor, filter: Filter, locale: Locale): Promise<{ fileName: string; content: Buffer }> {
    const where = entriesWhere(filter);
    const entries = await this.database.read(async (rows) => {
      const found = await rows.rows<AuditRow>(
        `SELECT ${AUDIT_COLUMNS} FROM ${AUDIT_FROM} ${where.sql} ORDER BY t.id DESC LIMIT ${MOST_EXPORTED + 1}`,
        where.values,
      );
      if (found.length > MOST_EXPORTED) throw new Refusal('audit.too-many', { limit: MOST_EXPORTED });
      return this.personal.opened(rows, found);
    });
    const { title, head } = words[locale];
    return {
      fileName: `${title} ${this.clock.today()}.xlsx`,
      content: await writeInThread({
        name: title,
        rows: [head.map((text): WrittenCell => ({ text, mark: 'header' })), ...entries.map(masked).map(cellsOf)],
        widths: [10, 26, 20, 16, 16, 20, 38, 50, 50, 38],
        headerRows: 1,
      }),
    };
  }
}

const cellsOf = (entry: AuditEntry): WrittenCell[] =>
  [
    entry.id,
    entry.at,
    entry.actorName ?? entry.actor,
    entry.kind,
    entry.action,
    entry.subject,
    entry.subjectId,
    entry.before ? JSON.stringify(entry.before) : '',
    entry.after ? JSON.stringify(entry.after) : '',
    entry.request,
  ].map((text) => ({ text }));

import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { StoredFile, files } from '@crm/api-contract/files';
import type { InputOf } from '@crm/api-contract/wire';
import { MOST_FILES, fileKinds, fileNameOf, nameAsKind } from '@crm/domain/files';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, computed, newId, type Rows, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import {
  assertReach,
  Where,
  anyContains,
  known,
  listRows,
  refOf,
  writeRecord,
  type Actor,
} from '../data-access/index.js';
import { fileTable } from './file.entity.js';
import { FILE_COLUMNS, FILE_FROM, fileView, mayRemove, seesRemoved, type FileRow } from './file.view.js';
import { FileSubjects } from './file-subjects.js';
import { FileVault } from './file-vault.js';
import { recognise } from './recognise.js';

type Attached = InputOf<typeof files.attach>['body'] & { readonly fileName: string; readonly content: Buffer };

/** 附件: everybody who may see the record may see its files. A removed file is marked with the reason and kept. */
@Injectable()
export class FilesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly subjects: FileSubjects,
    private readonly vault: FileVault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses as `recognise` and `fileNameOf` do, and `file.subject`, `file.too-many`, `file.duplicate`. */
  async attach(actor: Actor, { subjectType, subjectId, note = '', fileName, content }: Attached): Promise<StoredFile> {
    const sent = fileNameOf(fileName);
    const { contractId } = await this.database.read(async (rows) => {
      const subject = await this.subjects.find(rows, actor, subjectType, subjectId);
      if (subject.contractId)
        await assertReach(rows, actor, ['create', 'File'], 'contract', subject.contractId, this.clock.today());
      return subject;
    });
    const kind = recognise(sent, content);
    const name = nameAsKind(sent, kind);
    const id = newId();
    await this.vault.put(id, content);
    try {
      return await this.database.transaction(refOf(actor), async (tx) => {
        await assertRoom(tx, subjectType, subjectId);
        const sha256 = createHash('sha256').update(content).digest('hex');
        const file = {
          id,
          subjectType,
          subjectId,
          contractId,
          name,
          kind,
          bytes: content.byteLength,
          sha256,
          note,
          uploadedBy: actor.userId,
        };
        const onConflict = '(subject_type, subject_id, sha256) WHERE removed_at IS NULL DO NOTHING';
        if ((await fileTable.insertMany(tx, [file], onConflict)) === 0)
          throw Refusal.conflict('file.duplicate', { name });
        if (contractId) await publish(tx, { topic: 'contracts', id: contractId });
        return fileView(await byId(tx, id), actor);
      });
    } catch (error) {
      await this.vault.drop(id);
      throw error;
    }
  }

  /** The files of a record, or of a contract with all its records; refuses `file.subject` if neither is given. */
  list(actor: Actor, query: InputOf<typeof files.list>['query']) {
    return this.database.read(async (rows) => {
      const { subjectType, subjectId, contractId, removed = false, q } = query.filter;
      if (contractId) await this.subjects.find(rows, actor, 'contract', contractId);
      else if (subjectType && subjectId) await this.subjects.find(rows, actor, subjectType, subjectId);
      else throw new Refusal('file.subject', { type: '' });
      const where = new Where()
        .given(contractId, 't.contract_id = ?')
        .given(subjectType, 't.subject_type = ?')
        .given(subjectId, 't.subject_id = ?');
      if (q) where.and(...anyContains(['t.name'], q));
      where.and(removed && seesRemoved(actor) ? 't.removed_at IS NOT NULL' : 't.removed_at IS NULL');
      const page = await listRows<FileRow, (typeof query)['sort']>(
        rows,
        {
          select: FILE_COLUMNS,
          from: FILE_FROM,
          where,
          sorts: { uploadedAt: 't.created_at', ...fileTable.sorts('t', 'name', 'bytes') },
        },
        query,
      );
      return { ...page, data: page.data.map((row) => fileView(row, actor)) };
    });
  }

  async content(actor: Actor, id: string) {
    const row = await this.database.read((rows) => this.seen(rows, actor, id));
    return {
      name: row.name,
      mediaType: fileKinds[row.kind].mediaType,
      bytes: row.bytes,
      content: await this.vault.read(id),
    };
  }

  /**
   * Refuses `file.removed`. Refuses `access.scope` if the person neither attached the file nor may remove every file.
   */
  remove(
    actor: Actor,
    id: string,
    version: number,
    { reason }: InputOf<typeof files.remove>['body'],
  ): Promise<StoredFile> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const row = await this.seen(tx, actor, id);
      if (row.removedAt) throw Refusal.conflict('file.removed', { name: row.name });
      if (!mayRemove(actor, row)) throw Refusal.forbidden('access.scope', { action: 'delete', subject: 'File' });
      await writeRecord(
        tx,
        fileTable,
        id,
        version,
        { removedAt: computed('now()'), removedBy: actor.userId, removedReason: reason },
        (current) => ({ id, version: current.version, name: current.name }),
      );
      if (row.contractId) await publish(tx, { topic: 'contracts', id: row.contractId });
      return fileView(await byId(tx, id), actor);
    });
  }

  private async seen(rows: Rows, actor: Actor, id: string): Promise<FileRow> {
    const row = await byId(rows, id);
    await this.subjects.find(rows, actor, row.subjectType, row.subjectId);
    return known(row.removedAt && !seesRemoved(actor) ? undefined : row);
  }
}

const byId = async (rows: Rows, id: string): Promise<FileRow> =>
  known(await rows.one<FileRow>(`SELECT ${FILE_COLUMNS} FROM ${FILE_FROM} WHERE t.id = $1`, [id]));

/** Two uploads to one record run one after the other, so that the count is right. */
async function assertRoom(tx: Tx, subjectType: string, subjectId: string): Promise<void> {
  await tx.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`file ${subjectType} ${subjectId}`]);
  const held = await tx.one<{ n: number }>(
    `SELECT count(*)::int AS n
     FROM file
     WHERE subject_type = $1 AND subject_id = $2 AND removed_at IS NULL`,
    [subjectType, subjectId],
  );
  if ((held?.n ?? 0) >= MOST_FILES) throw Refusal.conflict('file.too-many', { max: MOST_FILES });
}

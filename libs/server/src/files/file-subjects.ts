import { Injectable } from '@nestjs/common';
import type { FileSubjectType } from '@crm/api-contract/files';
import { Refusal } from '@crm/domain/refusal';
import type { Rows } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';

export interface FileSubject {
  /** The contract the record belongs to, so that its page finds all its papers; null: none. */
  readonly contractId: string | null;
}

/** The record as this actor may know it; undefined: absent, or not to be known of. */
export type FindSubject = (rows: Rows, actor: Actor, id: string) => Promise<FileSubject | undefined>;

/**
 * Whose record a file hangs on. This room knows no other: each room tells, when it starts, who may see its records, and
 * files follow.
 */
@Injectable()
export class FileSubjects {
  private readonly finders = new Map<FileSubjectType, FindSubject>();

  register(type: FileSubjectType, find: FindSubject): void {
    this.finders.set(type, find);
  }

  /** Refuses `file.subject` for a kind of record nobody answers for, and `record.absent`. */
  async find(rows: Rows, actor: Actor, type: FileSubjectType, id: string): Promise<FileSubject> {
    const find = this.finders.get(type);
    if (!find) throw new Refusal('file.subject', { type });
    const subject = await find(rows, actor, id);
    if (!subject) throw Refusal.absent('record.absent');
    return subject;
  }
}

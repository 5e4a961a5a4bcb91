import { Injectable } from '@nestjs/common';
import type { FileSubjectType } from '@crm/api-contract/files';
import { Refusal } from '@crm/domain/refusal';
import type { Rows } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';

export interface FileSubject {
  /** The contract of the record, so that its page finds all its files; null: none. */
  readonly contractId: string | null;
}

/** The record as this actor may see it; undefined: absent, or not visible. */
export type FindSubject = (rows: Rows, actor: Actor, id: string) => Promise<FileSubject | undefined>;

/** Finds the record of a file. This room knows no other: each room registers at start who may see its records. */
@Injectable()
export class FileSubjects {
  private readonly finders = new Map<FileSubjectType, FindSubject>();

  register(type: FileSubjectType, find: FindSubject): void {
    this.finders.set(type, find);
  }

  /** Refuses `file.subject` for a kind of record that no room has registered, and `record.absent`. */
  async find(rows: Rows, actor: Actor, type: FileSubjectType, id: string): Promise<FileSubject> {
    const find = this.finders.get(type);
    if (!find) throw new Refusal('file.subject', { type });
    const subject = await find(rows, actor, id);
    if (!subject) throw Refusal.absent('record.absent');
    return subject;
  }
}

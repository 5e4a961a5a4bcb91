import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { can, type Action, type Subject } from '@crm/api-contract/access';
import type { Import } from '@crm/api-contract/imports';
import type { Locale } from '@crm/api-contract/sentences';
import type { ImportKind } from '@crm/domain/imports';
import { Refusal } from '@crm/domain/refusal';
import { fileNameOf } from '@crm/domain/files';
import { DATABASE, Database, newId } from '@crm/platform/db';
import { requestJob } from '@crm/platform/queue';
import { SpreadsheetFault, glance } from '@crm/platform/spreadsheet';
import { refOf, type Actor } from '../../data-access/index.js';
import { importFileTable, importTable } from '../import.entity.js';
import { readImport } from '../imports.jobs.js';
import { importSeenBy } from '../imports.store.js';
import { importView } from '../import.view.js';

export interface Upload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly content: Buffer;
}

/** Accepts a file: a quick check, its bytes and record in one transaction, and the request to read it. */
@Injectable()
export class AcceptUpload {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async accept(actor: Actor, upload: Upload, locale: Locale): Promise<Import> {
    const { kind, content } = upload;
    demandRight(actor, kind);
    const fileName = fileNameOf(upload.fileName);
    glancedAt(content);
    const id = newId();
    return this.database.transaction(refOf(actor), async (tx) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      await importTable.insert(tx, { id, kind, fileName, bytes: content.byteLength, sha256, createdBy: actor.userId });
      await importFileTable.insert(tx, { importId: id, content });
      await requestJob(tx, readImport, { importId: id });
      return importView(await importSeenBy(tx, actor, id), [], locale);
    });
  }
}

/**
 * An importer needs the same permissions as by hand: signing for a ledger, reporting for figures, administration for
 * standards and calendar.
 */
const needed = {
  'contract-ledger': ['sign', 'Contract'],
  'annual-actuals': ['create', 'Actual'],
  'provincial-standards': ['create', 'ProvincialStandard'],
  'working-days': ['create', 'WorkingDay'],
} as const satisfies Record<ImportKind, readonly [Action, Subject]>;

export function demandRight(actor: Actor, kind: ImportKind): void {
  const [action, subject] = needed[kind];
  if (!can(actor, action, subject)) throw Refusal.forbidden('access.denied', { action: 'import', subject });
}

function glancedAt(content: Buffer): void {
  try {
    glance(content);
  } catch (error) {
    if (error instanceof SpreadsheetFault) throw new Refusal(error.code, { ...error.facts });
    throw error;
  }
}

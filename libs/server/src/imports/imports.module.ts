import { Module } from '@nestjs/common';
import { readInThread } from '@crm/platform/spreadsheet';
import { SupplementsModule } from '../supplements/index.js';
import { AcceptUpload } from './accept-upload.js';
import { ChangeInstructions } from './change-instructions.js';
import { CheckRows } from './check-rows.js';
import { CommitRows } from './commit-rows.js';
import { ImportsService } from './imports.service.js';
import { LedgerBooks } from './ledger-books.js';
import { ReadSheet, SPREADSHEET_READER } from './read-sheet.js';
import { RevertRows } from './revert-rows.js';

const verbs = [AcceptUpload, ChangeInstructions, ImportsService, ReadSheet, CheckRows, CommitRows, RevertRows];

@Module({
  imports: [SupplementsModule],
  providers: [...verbs, { provide: SPREADSHEET_READER, useValue: readInThread }, LedgerBooks],
  exports: verbs,
})
export class ImportsModule {}

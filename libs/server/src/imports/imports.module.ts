import { Module } from '@nestjs/common';
import { readInThread } from '@crm/platform/spreadsheet';
import { CommitmentsModule } from '../commitments/index.js';
import { CorrectionsModule } from '../corrections/index.js';
import { SupplementsModule } from '../supplements/index.js';
import { AcceptUpload } from './steps/accept-upload.js';
import { ChangeInstructions } from './steps/change-instructions.js';
import { CheckRows } from './steps/check-rows.js';
import { CommitRows } from './steps/commit-rows.js';
import { FigureCorrections } from './steps/figure-corrections.js';
import { GiveUp } from './steps/give-up.js';
import { ImportsService } from './imports.service.js';
import { LedgerBooks } from './books/ledger-books.js';
import { ReadSheet, SPREADSHEET_READER } from './steps/read-sheet.js';
import { RevertRows } from './steps/revert-rows.js';
import { RowCorrections } from './steps/row-corrections.js';

const verbs = [
  AcceptUpload,
  ChangeInstructions,
  ImportsService,
  ReadSheet,
  CheckRows,
  CommitRows,
  RevertRows,
  GiveUp,
  RowCorrections,
  FigureCorrections,
];

@Module({
  imports: [CommitmentsModule, CorrectionsModule, SupplementsModule],
  providers: [...verbs, { provide: SPREADSHEET_READER, useValue: readInThread }, LedgerBooks],
  exports: verbs,
})
export class ImportsModule {}

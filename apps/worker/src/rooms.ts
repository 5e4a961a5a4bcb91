import type { DynamicModule, Type } from '@nestjs/common';
import type { JobDeclaration, JobHandler, RelaySource } from '@crm/platform/queue';
import { AuditModule, anchorAudit, auditJobs } from '@crm/server/audit';
import { planReminders } from '@crm/server/due';
import { dueSources, UpkeepModule, upkeepJobs } from '@crm/server/operations';
import { AssessmentsModule, assessAll, assessmentJobs } from '@crm/server/assessments';
import { DueOccurrences, RemindersModule, reminderJobs } from '@crm/server/reminders';
import { AnchorAuditHandler } from './audit/anchor-audit.handler.js';
import { DeliverReminderHandler } from './reminders/deliver-reminder.handler.js';
import { PlanRemindersHandler } from './reminders/plan-reminders.handler.js';
import { ReapRemindersHandler } from './reminders/reap-reminders.handler.js';
import { ReconcileRemindersHandler } from './reminders/reconcile-reminders.handler.js';
import { AssessAllHandler } from './assessments/assess-all.handler.js';
import { AssessContractHandler } from './assessments/assess-contract.handler.js';
import { ImportsModule, importJobs } from '@crm/server/imports';
import { CheckRowsHandler } from './imports/check-rows.handler.js';
import { CommitRowsHandler } from './imports/commit-rows.handler.js';
import { ReadSheetHandler } from './imports/read-sheet.handler.js';
import { RevertRowsHandler } from './imports/revert-rows.handler.js';
import { FilesModule, fileJobs } from '@crm/server/files';
import { SweepFilesHandler } from './files/sweep-files.handler.js';
import { SweepHandler } from './operations/sweep.handler.js';

export interface Room {
  readonly module: Type | DynamicModule;
  readonly jobs: readonly JobDeclaration[];
  /** Exactly one per job; checked at boot. */
  readonly handlers: readonly Type<JobHandler>[];
  /** Where work of this room waits, besides requested jobs. */
  readonly relays?: readonly Type<RelaySource>[];
  /** Requested at each start of a worker: work that may be overdue after a stop. */
  readonly atStart?: readonly JobDeclaration[];
}

/** The rooms with background work, one per line. */
export const rooms: readonly Room[] = [
  {
    module: RemindersModule.hearing(dueSources),
    jobs: reminderJobs,
    handlers: [PlanRemindersHandler, DeliverReminderHandler, ReapRemindersHandler, ReconcileRemindersHandler],
    relays: [DueOccurrences],
    atStart: [planReminders],
  },
  {
    module: ImportsModule,
    jobs: importJobs,
    handlers: [ReadSheetHandler, CheckRowsHandler, CommitRowsHandler, RevertRowsHandler],
  },
  { module: UpkeepModule, jobs: upkeepJobs, handlers: [SweepHandler] },
  { module: FilesModule, jobs: fileJobs, handlers: [SweepFilesHandler] },
  { module: AuditModule, jobs: auditJobs, handlers: [AnchorAuditHandler], atStart: [anchorAudit] },
  {
    module: AssessmentsModule,
    jobs: assessmentJobs,
    handlers: [AssessAllHandler, AssessContractHandler],
    atStart: [assessAll],
  },
];

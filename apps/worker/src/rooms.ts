import type { DynamicModule, Type } from '@nestjs/common';
import type { JobDeclaration, RelaySource } from '@crm/platform/queue';
import { AccessModule, EndedSessionsService, accessJobs, endSessions } from '@crm/server/access';
import { AssessDueService, AssessmentsModule, assessAll, assessOne, assessmentJobs } from '@crm/server/assessments';
import {
  AuditModule,
  HeadSigner,
  PersonalValues,
  Retention,
  anchorAudit,
  auditJobs,
  encryptAudit,
  moveOldAudit,
  sealAudit,
} from '@crm/server/audit';
import { planChanges, planReminders } from '@crm/server/due';
import { FilesModule, SweepFilesService, fileJobs, sweepFiles } from '@crm/server/files';
import {
  CheckRows,
  CommitRows,
  ImportsModule,
  GiveUp,
  ReadSheet,
  RevertRows,
  checkImport,
  commitImport,
  importJobs,
  endStuckImports,
  readImport,
  revertImport,
} from '@crm/server/imports';
import { UpkeepModule, UpkeepService, dueSources, sweep, upkeepJobs } from '@crm/server/operations';
import {
  DeliverReminder,
  DueChanges,
  DueOccurrences,
  MailChannel,
  PlanChanges,
  PlanReminders,
  ReconcileReminders,
  RemindersModule,
  deliverReminder,
  reapReminders,
  reconcileReminders,
  reminderJobs,
  watchPlanning,
} from '@crm/server/reminders';
import { handles, type Handled } from './handles.js';

export interface Room {
  readonly module: Type | DynamicModule;
  readonly jobs: readonly JobDeclaration[];
  /** Exactly one per job; checked at boot. */
  readonly handlers: readonly Handled[];
  /** Where work of this room waits, besides requested jobs. */
  readonly relays?: readonly Type<RelaySource>[];
  /** Requested at each start of a worker: work that may be overdue after a stop. */
  readonly atStart?: readonly JobDeclaration[];
}

/** Every import ends in a state with a reason, whatever its step meets. */
const endImport: Parameters<typeof handles<typeof readImport, ReadSheet>>[3] = (asked, { importId }, error) =>
  asked(GiveUp).end(importId, error);

/** The rooms with background work, one line for each job. */
export const rooms: readonly Room[] = [
  {
    module: RemindersModule.hearing(dueSources),
    jobs: reminderJobs,
    handlers: [
      handles(planReminders, PlanReminders, (planning) => planning.plan()),
      handles(planChanges, PlanChanges, (changes) => changes.drain()),
      handles(deliverReminder, DeliverReminder, (delivery, { occurrenceId }) => delivery.deliver(occurrenceId)),
      handles(reapReminders, MailChannel, (mail) => mail.reap()),
      handles(watchPlanning, PlanReminders, (planning) => planning.watch()),
      handles(reconcileReminders, ReconcileReminders, (ledger) => ledger.reconcile()),
    ],
    relays: [DueChanges, DueOccurrences],
    atStart: [planReminders],
  },
  {
    module: ImportsModule,
    jobs: [...importJobs, endStuckImports],
    handlers: [
      handles(readImport, ReadSheet, (step, { importId }) => step.read(importId), endImport),
      handles(checkImport, CheckRows, (step, { importId }) => step.check(importId), endImport),
      handles(commitImport, CommitRows, (step, { importId }) => step.commit(importId), endImport),
      handles(revertImport, RevertRows, (step, { importId }) => step.revert(importId), endImport),
      handles(endStuckImports, GiveUp, (ending) => ending.endStuck()),
    ],
  },
  {
    module: AccessModule,
    jobs: accessJobs,
    handlers: [handles(endSessions, EndedSessionsService, (sessions) => sessions.end())],
  },
  { module: UpkeepModule, jobs: upkeepJobs, handlers: [handles(sweep, UpkeepService, (upkeep) => upkeep.sweep())] },
  {
    module: FilesModule,
    jobs: fileJobs,
    handlers: [handles(sweepFiles, SweepFilesService, (files) => files.sweep())],
  },
  {
    module: AuditModule,
    jobs: auditJobs,
    handlers: [
      handles(sealAudit, HeadSigner, (signer) => signer.seal()),
      handles(encryptAudit, PersonalValues, (personal) => personal.encrypt()),
      handles(anchorAudit, HeadSigner, (signer) => signer.anchorToday()),
      handles(moveOldAudit, Retention, (retention) => retention.move()),
    ],
    atStart: [anchorAudit],
  },
  {
    module: AssessmentsModule,
    jobs: assessmentJobs,
    handlers: [
      handles(assessAll, AssessDueService, (assessing) => assessing.assessAll()),
      handles(assessOne, AssessDueService, (assessing, { contractId }) => assessing.assess(contractId)),
    ],
    atStart: [assessAll],
  },
];

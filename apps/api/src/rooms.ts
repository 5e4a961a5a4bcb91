import type { DynamicModule, Type } from '@nestjs/common';
import { AccessModule } from '@crm/server/access';
import { ApprovalsModule } from '@crm/server/approvals';
import { AuditModule } from '@crm/server/audit';
import { dueSources } from '@crm/server/operations';
import { AssessmentsModule } from '@crm/server/assessments';
import { CommitmentsModule } from '@crm/server/commitments';
import { PortfolioModule } from '@crm/server/portfolio';
import { ImportsModule } from '@crm/server/imports';
import { ParksModule } from '@crm/server/parks';
import { LightsModule } from '@crm/server/lights';
import { PerMuClassesModule } from '@crm/server/per-mu-classes';
import { StandardsModule } from '@crm/server/standards';
import { RemindersModule } from '@crm/server/reminders';
import { SecretariesModule } from '@crm/server/secretaries';
import { ProgressModule } from '@crm/server/progress';
import { ContractsModule } from '@crm/server/contracts';
import { DecisionsModule } from '@crm/server/decisions';
import { AuthController } from './access/auth.controller.js';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { ApiKeysController } from './access/api-keys.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { SessionsController } from './access/sessions.controller.js';
import { DepartmentsController } from './access/departments.controller.js';
import { UsersController } from './access/users.controller.js';
import { EventsController } from './events/events.controller.js';
import { LiveHub } from './events/live-hub.js';
import { AssessmentsController } from './assessments/assessments.controller.js';
import { CommitmentsController } from './commitments/commitments.controller.js';
import { PortfolioController } from './portfolio/portfolio.controller.js';
import { StandardPreviewsController } from './commitments/standard-previews.controller.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { ChecklistController } from './contracts/checklist.controller.js';
import { ContractsController } from './contracts/contracts.controller.js';
import { SupportClausesController } from './contracts/support-clauses.controller.js';
import { SupplementsModule } from '@crm/server/supplements';
import { SupplementsController } from './supplements/supplements.controller.js';
import { CorrectionsModule } from '@crm/server/corrections';
import { CorrectionsController } from './corrections/corrections.controller.js';
import { TimelineModule } from '@crm/server/timeline';
import { TimelineController } from './timeline/timeline.controller.js';
import { FilesModule } from '@crm/server/files';
import { FilesController } from './files/files.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { ProgressController } from './progress/progress.controller.js';
import { ConfigurationModule } from '@crm/server/configuration';
import { ConfigurationController } from './configuration/configuration.controller.js';
import { IndustriesController } from './parks/industries.controller.js';
import { IndustryChainsController } from './parks/industry-chains.controller.js';
import { ParksController } from './parks/parks.controller.js';
import { LightsController } from './lights/lights.controller.js';
import { PerMuClassesController } from './per-mu-classes/per-mu-classes.controller.js';
import { StandardsController } from './standards/standards.controller.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { EnterprisesModule } from '@crm/server/enterprises';
import { LeadsModule } from '@crm/server/leads';
import { SearchModule } from '@crm/server/search';
import { MergingModule } from '@crm/server/merging';
import { MergingController } from './merging/merging.controller.js';
import { EnterprisesController } from './enterprises/enterprises.controller.js';
import { LeadsController } from './leads/leads.controller.js';
import { SearchController } from './search/search.controller.js';
import { SecretariesController } from './secretaries/secretaries.controller.js';

export interface Room {
  readonly module: Type | DynamicModule;
  readonly controllers: readonly Type[];
  /** Providers of the room that only the API needs. */
  readonly providers?: readonly Type[];
}

/** The rooms of the API, one per line. */
export const rooms: readonly Room[] = [
  {
    module: AccessModule,
    controllers: [AuthController, SessionsController, UsersController, DepartmentsController, ApiKeysController],
  },
  { module: ParksModule, controllers: [ParksController, IndustriesController, IndustryChainsController] },
  { module: ConfigurationModule, controllers: [ConfigurationController] },
  { module: StandardsModule, controllers: [StandardsController] },
  {
    module: RemindersModule.hearing(dueSources),
    controllers: [RemindersController, EventsController],
    providers: [LiveHub],
  },
  { module: EnterprisesModule, controllers: [EnterprisesController] },
  { module: LeadsModule, controllers: [LeadsController] },
  { module: SearchModule, controllers: [SearchController] },
  { module: SecretariesModule, controllers: [SecretariesController] },
  { module: AuditModule, controllers: [AuditController] },
  { module: ApprovalsModule, controllers: [ApprovalsController] },
  { module: ContractsModule, controllers: [ContractsController, ChecklistController, SupportClausesController] },
  { module: CommitmentsModule, controllers: [CommitmentsController, StandardPreviewsController] },
  { module: AssessmentsModule, controllers: [AssessmentsController] },
  { module: PortfolioModule, controllers: [PortfolioController] },
  { module: SupplementsModule, controllers: [SupplementsController] },
  { module: CorrectionsModule, controllers: [CorrectionsController] },
  { module: TimelineModule, controllers: [TimelineController] },
  { module: FilesModule, controllers: [FilesController] },
  { module: ProgressModule, controllers: [ProgressController] },
  { module: DecisionsModule, controllers: [DecisionsController] },
  { module: ImportsModule, controllers: [ImportsController] },
  { module: LightsModule, controllers: [LightsController] },
  { module: PerMuClassesModule, controllers: [PerMuClassesController] },
  { module: MergingModule, controllers: [MergingController] },
];

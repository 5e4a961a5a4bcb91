import { approvalPolicies, approvals } from '../approvals/index.js';
import { apiKeys, auth, departments, ownSessions, userChoices, userSessions, users } from '../access/index.js';
import { auditEntries } from '../audit/index.js';
import { events } from '../events/index.js';
import {
  actuals,
  assessmentDefaults,
  assessments,
  commitments,
  portfolio,
  provincialStandardPreviews,
} from '../commitments/index.js';
import {
  checklistItems,
  contractChecklists,
  contracts,
  investmentProjects,
  milestones,
  parcels,
  supportClauses,
} from '../contracts/index.js';
import { supplements } from '../supplements/index.js';
import { corrections } from '../corrections/index.js';
import { files } from '../files/index.js';
import { consequenceClauses, consequences, decisions } from '../decisions/index.js';
import { checkUps, fourBatches, milestoneExtensions, progress, receipts } from '../progress/index.js';
import { imports } from '../imports/index.js';
import { lightBands, paceTargets } from '../lights/index.js';
import { evaluationFormula, evaluationRounds } from '../per-mu-classes/index.js';
import { zoneConfiguration } from '../configuration/index.js';
import { industries, industryChains, parks } from '../parks/index.js';
import { reminderRules, reminders } from '../reminders/index.js';
import { contacts, enterprises } from '../enterprises/index.js';
import { duplicates, followUps, leads } from '../leads/index.js';
import { enterpriseDistinctions, enterpriseMerges } from '../merging/index.js';
import { search } from '../search/index.js';
import { timeline } from '../timeline/index.js';
import { calendarYears, provincialStandards, workingDays } from '../standards/index.js';
import { secretaries, secretaryAssignments } from '../secretaries/index.js';
import type { RouteContract } from '../wire/index.js';

/**
 * All routes by resource. The API's boot proves that each has exactly one handler; docs/openapi.json is generated from
 * it.
 */
export const catalogue = {
  auth,
  users,
  userChoices,
  ownSessions,
  userSessions,
  departments,
  apiKeys,
  parks,
  industries,
  industryChains,
  zoneConfiguration,
  enterprises,
  contacts,
  enterpriseMerges,
  enterpriseDistinctions,
  duplicates,
  leads,
  followUps,
  search,
  provincialStandards,
  provincialStandardPreviews,
  workingDays,
  calendarYears,
  reminders,
  reminderRules,
  events,
  auditEntries,
  secretaries,
  secretaryAssignments,
  approvals,
  approvalPolicies,
  investmentProjects,
  contracts,
  contractChecklists,
  checklistItems,
  supportClauses,
  parcels,
  milestones,
  commitments,
  actuals,
  assessments,
  assessmentDefaults,
  portfolio,
  supplements,
  corrections,
  timeline,
  files,
  receipts,
  milestoneExtensions,
  progress,
  checkUps,
  fourBatches,
  consequenceClauses,
  consequences,
  decisions,
  imports,
  lightBands,
  paceTargets,
  evaluationFormula,
  evaluationRounds,
} satisfies Record<string, Record<string, RouteContract>>;

export interface NamedRoute {
  /** `leads.create`, the operationId. */
  readonly name: string;
  readonly tag: string;
  readonly contract: RouteContract;
}

export const allRoutes: readonly NamedRoute[] = Object.entries(catalogue).flatMap(([tag, routes]) =>
  Object.entries(routes as Record<string, RouteContract>).map(([verb, contract]) => ({
    name: `${tag}.${verb}`,
    tag,
    contract,
  })),
);

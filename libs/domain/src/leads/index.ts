export {
  followUpKinds,
  isGivenUp,
  isWorked,
  leadChannels,
  leadLifecycle,
  leadStages,
  movedLead,
  workedStages,
  type FollowUpKind,
  type LeadChannel,
  type LeadStage,
} from './lead-lifecycle.js';
export { firstReport, suggestsFiling } from './first-report.js';
export { leadDues, leadRules, leadStepPlan } from './lead-dues.js';
export { defaultPoolTerms, leadProgress, stageAge, type LeadProgress, type LeadStanding } from './lead-progress.js';

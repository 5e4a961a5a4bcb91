export {
  Actual,
  Assessment,
  Because,
  Commitment,
  CommitmentInFull,
  actuals,
  assessments,
  commitments,
} from './commitments.contract.js';
export { PORTFOLIO_GROUPINGS, PortfolioGroup, portfolio } from './portfolio.contract.js';
export { TouchedDrafts, provincialStandardPreviews } from './touched-drafts.contract.js';
export { AssessmentDefaults, assessmentDefaults } from './assessment-defaults.contract.js';

export { Actual, actuals } from './actuals.contract.js';
export { Assessment, Because, assessments } from './assessments.contract.js';
export { Commitment, CommitmentInFull, commitments } from './commitments.contract.js';
export { PORTFOLIO_GROUPINGS, PortfolioGroup, portfolio } from './portfolio.contract.js';
export { TouchedDrafts, provincialStandardPreviews } from './touched-drafts.contract.js';
export { AssessmentDefaults, assessmentDefaults } from './assessment-defaults.contract.js';

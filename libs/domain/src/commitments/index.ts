export {
  actualSources,
  amend,
  isPerMuCommitment,
  totalPromised,
  type Actual,
  type ActualSource,
  type Commitment,
  type PerMuActual,
  type PerMuCommitment,
  type Promised,
  type RampStep,
  type Verdict,
  type Waiver,
} from './commitment.js';
export type { Input, Source, Term, VerdictRule } from './because.js';
export { firstPeriodYear, periodsOwed, type PeriodRule } from './periods.js';
export { sourceRanks, sourcesOf } from './source-ranks.js';
export { figureOf, rivalsOf } from './figures.js';
export { figureDoubts, questionsAbout, unconfirmed, type FigureDoubt, type Owed } from './figure-questions.js';
export { maySign, promiseAgainstStandard } from './promise-against-standard.js';
export { assessCommitment, clawback, isPerMuAssessment, type Assessment } from './assess-commitment.js';
export { contractVerdict, lastYearAssessed } from './contract-verdict.js';
export { portfolioPerMu, type PortfolioContract, type PortfolioGrouping } from './portfolio-per-mu.js';
export { checkpointsDue, figuresMissing, figuresPlan, type JudgedFigure } from './checkpoints-due.js';
export { aCommitment, anActual } from './commitment.example.js';

export { AsOfSelect } from './AsOfSelect.js';
export { QuestionFilters } from './QuestionFilters.js';
export { firmName } from './firmName.js';
export {
  addressOf,
  questionWords,
  readMoment,
  signedDays,
  useQuestion,
  type Moment,
  type Question,
} from './questions.js';
export {
  HEAT_ROWS,
  groupings,
  useDecisions,
  useHeatMap,
  usePerMu,
  type Decision,
  type Grouping,
  type HeatMapAnswer,
  type PerMu,
  type PerMuGroup,
} from './usePortfolio.js';

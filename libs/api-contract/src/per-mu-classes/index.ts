export {
  EvaluatedFirm,
  EvaluationFormula,
  EvaluationRound,
  EvaluationRoundInFull,
  ValuesSheet,
  evaluationFormula,
  evaluationRounds,
} from './per-mu-classes.contract.js';

export { EvaluatedFirm, EvaluationRound, EvaluationRoundInFull } from './evaluation-record.contract.js';
export { EvaluationFormula, evaluationFormula } from './evaluation-formula.contract.js';
export { ValuesSheet } from './values-sheet.contract.js';
export { evaluationRounds } from './evaluation-rounds.contract.js';

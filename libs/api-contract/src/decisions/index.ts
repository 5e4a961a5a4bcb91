export {
  ClauseChanges,
  Consequence,
  ConsequenceClause,
  MISSED_VERDICTS,
  MissedPromise,
  consequenceClauses,
  consequences,
} from './consequences.contract.js';
export { Decision, decisions } from './decisions.contract.js';

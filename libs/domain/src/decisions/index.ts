export { clauseFacts, clauseNames, consequenceFacts } from './clause-facts.js';
export {
  assertClause,
  clauseThresholds,
  consequenceKinds,
  type ClauseThreshold,
  type ConsequenceClause,
  type ConsequenceKind,
} from './consequence-clause.js';
export {
  consequencesOf,
  isTaken,
  settlementOf,
  totalsOf,
  type Consequence,
  type ConsequenceBecause,
  type ConsequenceInput,
  type SettledBy,
} from './consequences.js';
export {
  decide,
  decisionKinds,
  decisionStates,
  standingOf,
  standings,
  type DecisionKind,
  type DecisionState,
  type Standing,
} from './decision.js';

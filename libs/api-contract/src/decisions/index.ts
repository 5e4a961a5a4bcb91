export { ClauseChanges, ConsequenceClause, consequenceClauses } from './consequence-clauses.contract.js';
export { Consequence, MISSED_VERDICTS, MissedPromise, consequences } from './consequences.contract.js';
export { Decision, decisions } from './decisions.contract.js';

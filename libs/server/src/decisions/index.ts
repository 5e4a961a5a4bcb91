export { DecisionsModule } from './decisions.module.js';
export { changeClauses, carryClauses } from './change-clauses.js';
export { clauseFactsOf } from './clauses.store.js';
export { ClausesService } from './clauses.service.js';
export { ConsequencesService } from './consequences.service.js';
export { DecisionsService } from './decisions.service.js';

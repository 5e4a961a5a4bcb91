export { assertAmendable, assertRenewable, differences, type ContractFacts, type Difference } from './supplement.js';

export { assertAmendable, assertRenewable, differences, type ContractFacts } from './supplement.js';

export * from './enterprises.contract.js';
export { numberOf, phonesIn } from './phones.js';

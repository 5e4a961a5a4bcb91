export { Industry, Park, industries, parks } from './parks.contract.js';

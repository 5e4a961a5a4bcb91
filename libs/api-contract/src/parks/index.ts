export { industries, industryChains, parks } from './parks.contract.js';
export { CHAIN_TASKS, Industry, IndustryChain, Park, Uses } from './parks.shapes.js';

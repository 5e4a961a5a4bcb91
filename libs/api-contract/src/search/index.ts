export { search, type SearchHit } from './search.contract.js';

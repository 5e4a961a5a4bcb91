export { Holdings, leaving } from './leaving.contract.js';

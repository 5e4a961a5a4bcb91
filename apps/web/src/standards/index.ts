export { TouchedDrafts } from './TouchedDrafts.js';

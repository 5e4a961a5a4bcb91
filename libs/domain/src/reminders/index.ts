export { dedupeKey, type Channel } from './dedupe-key.js';

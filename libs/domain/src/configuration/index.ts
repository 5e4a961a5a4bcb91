export { configurationDifference, type Entry, type ListDifference, type Lists } from './difference.js';

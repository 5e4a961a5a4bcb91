export { foldedText } from './folded-text.js';

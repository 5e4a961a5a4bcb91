export { aboutOf, titleOf, type Translate } from './words.js';

export { Happening, timeline, type HappeningKind } from './timeline.contract.js';

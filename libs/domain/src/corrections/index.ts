export { admitSignedOn, assertCorrectable, assertStill } from './correction.js';

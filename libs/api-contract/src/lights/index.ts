export { LightBands, PaceMonth, PaceTarget, lightBands, paceTargets, type PaceSubject } from './lights.contract.js';

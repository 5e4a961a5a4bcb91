export { FirstChecklist, Zone, firstChecklist, setup, zone } from './zone.contract.js';

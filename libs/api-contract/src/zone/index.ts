export { Administrator, FirstChecklist, Zone, ZoneNames, firstChecklist, setup, zone } from './zone.contract.js';

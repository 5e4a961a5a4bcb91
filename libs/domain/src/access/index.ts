export { admitMerge, admitPlace, type Branch } from './departments.js';
export { IDLE_DAYS, STARTING_HOURS } from './idle.js';
export { SHORTEST_PASSWORD, admitPassword, hasOwnWords, isCommonPassword } from './passwords.js';

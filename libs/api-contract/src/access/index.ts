export {
  ROLES,
  can,
  reachOf,
  rulesOf,
  type Action,
  type Permission,
  type Role,
  type Subject,
} from '../permissions/index.js';
export { SignedInUser, auth, type DataScope } from './access.contract.js';
export { User, UserChoice, UserWithSecret, userChoices, username, users, type TASKS } from './users.contract.js';
export { Department, departments } from './departments.contract.js';
export { PersonSession, ownSessions, userSessions } from './sessions.contract.js';
export { ApiKey, KEY_PREFIX, apiKeys, keyMay, type KeyScope } from './api-keys.contract.js';

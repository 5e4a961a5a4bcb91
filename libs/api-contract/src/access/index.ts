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
export {
  SignedInUser,
  User,
  UserChoice,
  auth,
  departments,
  userChoices,
  users,
  type DataScope,
  type TASKS,
} from './access.contract.js';
export { PersonSession, ownSessions, userSessions } from './sessions.contract.js';
export { ApiKey, KEY_PREFIX, apiKeys, keyMay, type KeyScope } from './api-keys.contract.js';

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
export { SignedInUser, User, auth, departments, users, type DataScope } from './access.contract.js';
export { ApiKey, KEY_PREFIX, apiKeys, keyMay, type KeyScope } from './api-keys.contract.js';

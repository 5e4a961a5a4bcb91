export { abilityFrom, type Ability, type Rule } from './ability.js';
export { abilityOf, can, rulesOf } from './abilities.js';
export { MAY } from './may.js';
export { ROLES } from './subjects.js';
export type { Action, Reach, Role, SubjectPermissions } from './subjects.js';
export { permissionOf, permissions, reachOf, subjects } from './table.js';
export type { Permission, PermissionName, Subject } from './table.js';
export { permissionsTable } from './page.js';

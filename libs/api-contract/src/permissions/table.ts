import { administration } from './administration.js';
import { business } from './business.js';
import type { Action, Reach, Reaches, Role, SubjectPermissions } from './subjects.js';

/** The one table of permissions. docs/permissions.md, the guard, the stores and the buttons follow from it. */
export const permissions = { ...business, ...administration };

export type Subject = keyof typeof permissions;
/** A verb that the table has a row for. A route that names another does not compile. */
export type Permission = {
  [S in Subject]: readonly [Extract<keyof (typeof permissions)[S]['may'], Action>, S];
}[Subject];

type Named<P> = P extends readonly [infer A extends string, infer S extends string] ? `${A} ${S}` : never;
/** A permission as one word: `update Contract`. A record tells by it what the caller may do to it. */
export type PermissionName = Named<Permission>;

export const permissionOf = (name: PermissionName): Permission => name.split(' ') as unknown as Permission;

const byName: Readonly<Record<string, SubjectPermissions>> = permissions;

/** Which rows of a subject a role may do this to; undefined: none. */
export function reachOf(role: Role, action: Action, subject: Subject): Reach | undefined {
  const reaches: Reaches | undefined = byName[subject]?.may[action];
  if (role === 'admin') return 'zone';
  return reaches?.[role];
}

export const subjects = Object.keys(permissions) as Subject[];

import {
  abilityFrom,
  type Ability,
  type Action,
  type PermissionName,
  type Rule,
  type Subject,
} from '@crm/api-contract/permissions';
import type { AskedRoute } from '@crm/api-contract/wire';
import { useSyncExternalStore } from 'react';

/**
 * What the signed-in person may do, from the rules of /auth/me; in memory, without a request. Nobody signed in:
 * nothing.
 */

/** A permission as menu entries and pages name it: ['read', 'Lead']. */
export type Needs = readonly [action: Action, subject: Subject];

let ability: Ability = abilityFrom([]);
const listeners = new Set<() => void>();

export function rulesAre(rules: readonly Rule[]): void {
  ability = abilityFrom([...rules]);
  listeners.forEach((listener) => listener());
}

export const can = (action: Action, subject: Subject): boolean => ability.can(action, subject);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** `useCan('create', 'Lead')`: the button checks what the endpoint will check. */
export function useCan(action: Action, subject: Subject): boolean {
  return useSyncExternalStore(subscribe, () => ability.can(action, subject));
}

/** The whole ability, for lists of entries: `useAbility().can(…)`. */
export function useAbility(): Ability {
  return useSyncExternalStore(subscribe, () => ability);
}

/** A record that tells what the caller may do to it. */
export interface Told {
  readonly may: readonly PermissionName[];
}

export type May = (route: AskedRoute, on?: Told) => boolean;

/**
 * `const may = useMay(); may(contracts.submit, contract)`: whether the endpoint will let the person in. By the role,
 * and where the reach of a permission differs between records, by what the record tells.
 */
export function useMay(): May {
  const ability = useAbility();
  return ({ needs }, on) =>
    !needs ||
    (ability.can(needs[0], needs[1]) && (!on || on.may.includes(`${needs[0]} ${needs[1]}` as PermissionName)));
}

/** react-admin's five actions as ours. */
const actions: Readonly<Record<string, Action>> = {
  list: 'read',
  show: 'read',
  edit: 'update',
  create: 'create',
  delete: 'delete',
  clone: 'create',
  export: 'export',
};

/** Resources called by the name of their room. */
const named: Readonly<Record<string, Subject>> = {
  standards: 'ProvincialStandard',
  'industry-chains': 'Industry',
};

/** 'service-requests' → 'ServiceRequest', 'enterprises' → 'Enterprise', 'audit-entries' → 'AuditEntry'. */
export function subjectOf(resource: string): Subject {
  if (named[resource]) return named[resource];
  const words = resource.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join('').replace(/ies$/, 'y').replace(/s$/, '') as Subject;
}

/** react-admin's question about a resource; our own actions ('sign') are passed on. */
export const mayOn = (action: string, resource: string): boolean =>
  can(actions[action] ?? (action as Action), subjectOf(resource));

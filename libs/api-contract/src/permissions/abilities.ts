import { AbilityBuilder, createMongoAbility } from '@casl/ability';
import type { Ability, Rule } from './ability.js';
import { ROLES, type Action, type Role } from './subjects.js';
import { permissions, reachOf, subjects, type Subject } from './table.js';

/** Who may do what, by the table; each store limits the rows by `reaching`. What is not listed is not allowed. */
export function abilityOf(role: Role): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  if (role === 'admin') can('manage', 'all');
  else
    for (const subject of subjects) {
      const actions = (Object.keys(permissions[subject].may) as Action[]).filter((action) =>
        reachOf(role, action, subject),
      );
      if (actions.length > 0) can(actions, subject);
    }
  return build();
}

const abilities = new Map(ROLES.map((role) => [role, abilityOf(role)]));

/** The one permission check of API and web; anything unknown is not allowed. */
export const can = (actor: { readonly role: Role }, action: Action, subject: Subject): boolean =>
  abilities.get(actor.role)?.can(action, subject) ?? false;
export const rulesOf = (role: Role): Rule[] => abilities.get(role)?.rules ?? [];

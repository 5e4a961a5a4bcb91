import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { Action } from './subjects.js';
import type { Subject } from './table.js';

export type Ability = MongoAbility<[Action, Subject | 'all']>;
export type Rule = RawRuleOf<Ability>;

/** The rules of one person as the web got them. It needs no table, so a browser loads none. */
export const abilityFrom = (rules: Rule[]): Ability => createMongoAbility<Ability>(rules);

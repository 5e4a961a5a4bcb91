import type { KeyScope, Role } from '@crm/api-contract/access';
import type { ActorRef } from '@crm/platform/db';

/** Who asks. Every service takes it first; every query of a store is narrowed by it. */
export interface Actor {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly dataScope: 'self' | 'department' | 'department-and-below' | 'all';
  readonly locale: 'zh' | 'en';
  readonly sessionId: string;
  /** A programme, by its key: what it may is narrower than its role. Absent: a person. */
  readonly keyScope?: KeyScope;
}

export const refOf = (actor: Actor): ActorRef => `user:${actor.userId}`;

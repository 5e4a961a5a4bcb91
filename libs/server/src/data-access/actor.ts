import type { DataScope, KeyScope, Role } from '@crm/api-contract/access';
import type { ActorRef } from '@crm/platform/db';

/** The person or program that acts. It is the first parameter of every service, and limits every query of a store. */
export interface Actor {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly dataScope: DataScope;
  readonly locale: 'zh' | 'en';
  readonly sessionId: string;
  /** Signed in with a secret of an administrator: nothing is allowed before a password is set. */
  readonly mustChangePassword?: true;
  /** Only for a program: its key narrows what its role may do. */
  readonly keyScope?: KeyScope;
}

export const refOf = (actor: Actor): ActorRef => `user:${actor.userId}`;

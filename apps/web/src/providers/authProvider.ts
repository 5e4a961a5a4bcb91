import { auth } from '@crm/api-contract/routes';
import type { Rule } from '@crm/api-contract/permissions';
import type { AnswerOf } from '@crm/api-contract/wire';
import type { AuthProvider } from 'ra-core';
import { mayOn, rulesAre } from './abilities.js';
import { ask } from './ask.js';

import { session } from './session.js';

type Me = AnswerOf<typeof auth.me>;

let me: Promise<Me> | null = null;

function whoAmI(): Promise<Me> {
  me ??= ask(auth.me).then(
    (answer) => {
      rulesAre(answer.rules as Rule[]);
      session.is(answer.user.username);
      return answer;
    },
    (error: unknown) => {
      me = null;
      throw error;
    },
  );
  return me;
}

function nobody(): void {
  me = null;
  rulesAre([]);
}

session.onSignedOutElsewhere(nobody);

export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    await session.signIn(username, password);
    nobody();
    await whoAmI();
  },
  async logout() {
    nobody();
    await session.signOut();
  },
  /** Rejects if there is neither a token nor a valid refresh cookie. */
  async checkAuth() {
    await whoAmI();
  },
  /** The call has already renewed the token and tried again, so a 401 means the session has ended. */
  async checkError(error: { status?: number }) {
    if (error.status === 401) throw new Error('ra.notification.logged_out');
  },
  async getIdentity() {
    const { user, mustChangePassword } = await whoAmI();
    return { ...user, fullName: user.name, mustChangePassword };
  },
  /** Public pages also call this; not being signed in is no error there. */
  async getPermissions() {
    return whoAmI().then(
      ({ rules }) => rules,
      () => [],
    );
  },
  async canAccess({ action, resource }) {
    await whoAmI();
    return mayOn(action, resource);
  },
};

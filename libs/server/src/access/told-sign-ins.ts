import { traceId } from '@crm/platform/context';
import type { Told } from '../trail/index.js';

/** Why a sign-in was refused. The answer to the caller does not say it. */
type Refused = 'unknown' | 'password' | 'disabled' | 'locked' | 'expired';

interface SignIn {
  readonly username: string;
  readonly address: string;
  /** The account, if there is one of this name. */
  readonly userId: string | undefined;
}

/** People type passwords into the wrong field, so the name of no account is not kept whole. */
const SHOWN = 3;
const shortened = (name: string): string => {
  const signs = [...name];
  return signs.length > SHOWN ? `${signs.slice(0, SHOWN).join('')}…` : '…';
};

const signInOf = ({ username, address, userId }: SignIn) => ({
  actor: `address:${address}`,
  request: traceId() ?? '',
  subject: 'app_user',
  subjectId: userId ?? '',
  facts: { address, ...(userId === undefined ? { name: shortened(username) } : {}) },
});

export const refusedSignIn = (signIn: SignIn, why: Refused): Told => ({
  ...signInOf(signIn),
  action: 'sign-in-refused',
  counted: ['codes', why],
});

/** Guessed at from many addresses, so the answer had to wait. */
export const slowedSignIn = (signIn: SignIn, slowedMs: number): Told => ({
  ...signInOf(signIn),
  action: 'sign-in-slowed',
  counted: ['codes', `${slowedMs} ms`],
});

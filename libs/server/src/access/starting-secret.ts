import { randomInt } from 'node:crypto';
import { STARTING_HOURS } from '@crm/domain/access';
import { computed } from '@crm/platform/db';
import { hashPassword } from './passwords.js';

/** Read aloud and typed from paper: no letters that look alike. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const OF = 5;

/** A random secret of 99 bits, in groups: `kf7mq-3xw9t-…`. */
const freshSecret = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: OF }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join(
    '-',
  );

/** What an account has until the person sets a password: shown once, valid for 24 hours. */
export async function startingSecret() {
  const secret = freshSecret();
  return {
    secret,
    columns: {
      passwordHash: await hashPassword(secret),
      passwordSetAt: null,
      startingUntil: computed('now() + make_interval(hours => ?)', STARTING_HOURS),
    },
  };
}

/** What an entry of the trail says about a record that changed. */
export const CHANGES = ['insert', 'update', 'delete'] as const;
export type Change = (typeof CHANGES)[number];

/**
 * Acts that change no record and still leave an entry.
 *
 * - sign-in, sign-out, session-ended: a session began or ended; the entry says why.
 * - sign-in-refused, sign-in-slowed: with the address, and the account if there is one.
 * - unlock: an administrator forgot the wrong passwords of an account.
 * - refused: somebody signed in asked for what the answer denies; with the code.
 * - read, download, export, verify: what a route showed, and to whom.
 */
export const ACTS = [
  'sign-in',
  'sign-in-refused',
  'sign-in-slowed',
  'sign-out',
  'session-ended',
  'unlock',
  'refused',
  'read',
  'download',
  'export',
  'verify',
] as const;
export type Act = (typeof ACTS)[number];

/** What a route tells the trail when it answers. */
export type Tells = Extract<Act, 'read' | 'download' | 'export' | 'verify'>;

/** What the trail tells, as a reader filters it: `change` of a record, `unmask` of a number, or an act. */
export const TOLD_KINDS = ['change', 'unmask', ...ACTS] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

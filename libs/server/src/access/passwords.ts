import { hash, verify } from '@node-rs/argon2';

/** The library's const enum cannot be read by a compiler that sees one file at a time. */
const ARGON2ID = 2;

/** argon2id, m = 19 MiB, t = 2, p = 1 (OWASP ASVS 11.4.2). Each hash needs 19 MiB, so at most four run at once. */
const strength = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, strength));
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  inTurn(() => verify(stored, password).catch(() => false));

const STRENGTH = '$argon2id$v=19$m=19456,t=2,p=1$';
/** Hashed more cheaply than today; made anew at the next sign-in, when the password is known. */
export const isWeakHash = (stored: string): boolean => !stored.startsWith(STRENGTH);

let decoy: Promise<string> | undefined;
/** Takes the time of a real check when there is no account, so that the duration does not reveal which names exist. */
export const verifyNobody = async (password: string): Promise<false> => {
  decoy ??= hashPassword('nobody has this password');
  await verifyPassword(await decoy, password);
  return false;
};

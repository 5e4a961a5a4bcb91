import { randomBytes } from 'node:crypto';
import { weaknessOf } from './secret-strength.js';

describe('a signing key', () => {
  it.each([
    ['one character', 'x'.repeat(64)],
    ['a word again and again', 'bench'.repeat(10)],
    ['digits in order', '0123456789'.repeat(4)],
    ['hex digits in order, twice', '0123456789abcdef'.repeat(2)],
    ['the alphabet', 'abcdefghijklmnopqrstuvwxyz0123456789'],
    ['an example', 'change-me-7Qm2xLp9Zr4Tn8Vb6Kc1Wd5Hs3'],
    ['a name and a date', 'zhaoshang-crm-2026-11-30-hainan-gaoxin'],
    ['two letters', 'ab'.repeat(40)],
  ])('of %s is refused', (_what, secret) => expect(weaknessOf(secret)).toMatch(/openssl rand/));

  it.each([
    ['32 bytes as hex', () => randomBytes(32).toString('hex')],
    ['32 bytes as base64', () => randomBytes(32).toString('base64')],
    ['24 bytes as base64url', () => randomBytes(24).toString('base64url')],
    ['16 bytes as hex', () => randomBytes(16).toString('hex')],
  ])('of %s is taken, 500 times', (_what, make) => {
    for (let n = 0; n < 500; n++) {
      const secret = make();
      // A random text may contain a known word by chance, once in many millions.
      expect([secret, weaknessOf(secret)]).toEqual([secret, undefined]);
    }
  });
});

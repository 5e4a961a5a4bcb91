import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { AuditKeys } from './audit-keys.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM. `bound`: what it belongs to; it opens nowhere else. The answer is iv, tag and text in one. */
export function locked(key: Buffer, text: Buffer, bound: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** undefined: it was changed, belongs elsewhere, or was locked with another key. */
export function unlocked(key: Buffer, box: Buffer, bound: string): Buffer | undefined {
  if (box.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(bound))
    .setAuthTag(box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(box.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Whom personal values belong to: the record of a contact, a lead or an account. */
export interface Person {
  readonly subject: string;
  readonly subjectId: string;
}

export interface WrappedKey extends Person {
  readonly keyId: string;
  readonly wrapped: Buffer;
}

const boundTo = ({ subject, subjectId }: Person): string => `person ${subject} ${subjectId}`;

/** A new key for a person, wrapped with the key in use. */
export function newPersonKey(keys: AuditKeys, person: Person): { readonly key: Buffer; readonly wrapped: WrappedKey } {
  const key = randomBytes(32);
  return { key, wrapped: wrap(keys, person, key) };
}

export const wrap = (keys: AuditKeys, { subject, subjectId }: Person, key: Buffer): WrappedKey => {
  const keyId = keys.current.id;
  return {
    subject,
    subjectId,
    keyId,
    wrapped: locked(keys.current.of('person'), key, boundTo({ subject, subjectId })),
  };
};

export function unwrap(keys: AuditKeys, { keyId, wrapped, ...person }: WrappedKey): Buffer | undefined {
  const wrapping = keys.wrapping(keyId);
  return wrapping && unlocked(wrapping, wrapped, boundTo(person));
}

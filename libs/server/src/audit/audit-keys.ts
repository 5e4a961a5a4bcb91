import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AuditConfig } from '@crm/platform/config';

const BLOCK = 64;
/** What each key derived from AUDIT_KEY is for: a text signed for one purpose is worth nothing for another. */
type Purpose = 'link' | 'head' | 'segment' | 'person';

/** One AUDIT_KEY. Its id says which key sealed something and reveals nothing of it. */
class AuditKey {
  readonly id: string;
  private readonly derived = new Map<Purpose, Buffer>();

  constructor(private readonly secret: string) {
    this.id = createHash('sha256').update(`audit key id ${secret}`).digest('hex').slice(0, 12);
  }

  of(purpose: Purpose): Buffer {
    let key = this.derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.secret, '', `crm audit ${purpose}`, 32));
      this.derived.set(purpose, key);
    }
    return key;
  }
}

/** The key in use, and those before it, which only verify. They are known to the processes, never to the database. */
export class AuditKeys {
  readonly current: AuditKey;
  private readonly known: ReadonlyMap<string, AuditKey>;

  constructor(secret: string, before: readonly string[] = []) {
    this.current = new AuditKey(secret);
    this.known = new Map([secret, ...before].map((one) => new AuditKey(one)).map((one) => [one.id, one]));
  }

  /** undefined without AUDIT_KEY. */
  static of({ key, keysBefore }: Pick<AuditConfig, 'key' | 'keysBefore'>): AuditKeys | undefined {
    return key === '' ? undefined : new AuditKeys(key, keysBefore);
  }

  /** false: the key was replaced and is not among AUDIT_KEYS_BEFORE. */
  knows(id: string): boolean {
    return this.known.has(id);
  }

  /**
   * What a transaction is given to seal its rows with: a key of its own, drawn from AUDIT_KEY and a random number, as
   * the two paddings of HMAC-SHA-256. PostgreSQL computes with it and forgets it; only the random number is kept.
   */
  transactionSeal(): string {
    const nonce = randomBytes(16);
    const key = transactionKey(this.current, nonce);
    return [this.current.id, nonce.toString('hex'), padded(key, 0x36), padded(key, 0x5c)].join(':');
  }

  /** The seal of a link, as `audit_seal()` computes it. undefined: the key is not known. */
  linkMac(id: string, nonce: Buffer, text: string, hash: Buffer): Buffer | undefined {
    const key = this.known.get(id);
    return key && createHmac('sha256', transactionKey(key, nonce)).update(text).update(hash).digest();
  }

  sign(purpose: 'head' | 'segment', text: string): { readonly keyId: string; readonly mac: string } {
    return { keyId: this.current.id, mac: macOf(this.current, purpose, text) };
  }

  holds(purpose: 'head' | 'segment', text: string, { keyId, mac }: { keyId: string; mac: string }): boolean {
    const key = this.known.get(keyId);
    return key !== undefined && isSame(Buffer.from(macOf(key, purpose, text), 'hex'), Buffer.from(mac, 'hex'));
  }

  /** Wraps the keys of persons. undefined: the key is not known. */
  wrapping(id: string): Buffer | undefined {
    return this.known.get(id)?.of('person');
  }
}

export const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

const transactionKey = (key: AuditKey, nonce: Buffer): Buffer =>
  createHmac('sha256', key.of('link')).update(nonce).digest();

const macOf = (key: AuditKey, purpose: Purpose, text: string): string =>
  createHmac('sha256', key.of(purpose)).update(text).digest('hex');

/** A key of HMAC, filled up to a block and combined with one of its two constants (RFC 2104). */
function padded(key: Buffer, constant: number): string {
  const block = Buffer.alloc(BLOCK, constant);
  key.forEach((byte, index) => (block[index] = byte ^ constant));
  return block.toString('hex');
}

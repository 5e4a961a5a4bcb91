import { createHash } from 'node:crypto';
import { computed, type RowOf, type Rows, type Tx } from '@crm/platform/db';
import { known } from '../data-access/index.js';
import { auditPersonTable, auditPersonalTable } from './audit.entity.js';
import type { AuditKeys } from './audit-keys.js';
import { locked, newPersonKey, unlocked, unwrap, wrap, type Person } from './person-key.js';

export type Personal = RowOf<typeof auditPersonalTable>;
type KeptPerson = RowOf<typeof auditPersonTable>;

const BATCH = 500;
const nameOf = ({ subject, subjectId }: Person): string => `${subject} ${subjectId}`;
const boundTo = ({ entry, side, field }: Personal): string => `value ${entry} ${side} ${field}`;

/** The hash that stands in the entry in place of the value. */
export const commitmentOf = (salt: Buffer, plain: string): string =>
  createHash('sha256').update(salt).update(plain).digest('hex');

/** What is known of a value: its text and salt, that its person was erased, or that it cannot be read. */
export type Opened = { readonly salt: Buffer; readonly plain: string } | 'erased' | 'unreadable';

/** Encrypts a batch of what was written since; each value with the key of its person. Returns the number of values. */
export async function encryptBatch(tx: Tx, keys: AuditKeys): Promise<number> {
  const values = await tx.rows<Personal>(
    `SELECT ${auditPersonalTable.every()}
     FROM audit_personal
     WHERE cipher IS NULL
     ORDER BY entry
     LIMIT ${BATCH}
     FOR UPDATE SKIP LOCKED`,
  );
  const persons = await personsOf(tx, values);
  for (const value of values) {
    const { entry, side, field, subject, subjectId, salt, plain } = value;
    const at = { entry, side, field };
    const person = persons.get(nameOf(value)) ?? (await makePerson(tx, keys, { subject, subjectId }, persons));
    if (!person.wrapped) await auditPersonalTable.remove(tx, at);
    else if (salt && plain !== null) {
      const key = unwrap(keys, { ...person, wrapped: person.wrapped });
      if (!key) throw new Error(`the key of ${nameOf(value)} does not open: is a key missing in AUDIT_KEYS_BEFORE?`);
      const cipher = locked(key, Buffer.from(JSON.stringify([salt.toString('hex'), plain])), boundTo(value));
      await auditPersonalTable.update(tx, at, { cipher, salt: null, plain: null });
    }
  }
  return values.length;
}

async function makePerson(
  tx: Tx,
  keys: AuditKeys,
  person: Person,
  persons: Map<string, KeptPerson>,
): Promise<KeptPerson> {
  const { wrapped } = newPersonKey(keys, person);
  await auditPersonTable.insert(tx, wrapped, '(subject, subject_id) DO NOTHING');
  const [made] = (await personsOf(tx, [person])).values();
  if (!made) throw new Error(`no key for ${nameOf(person)}`);
  persons.set(nameOf(person), made);
  return made;
}

async function personsOf(rows: Rows, of: readonly Person[]): Promise<Map<string, KeptPerson>> {
  const found = await rows.rows<KeptPerson>(
    `SELECT ${auditPersonTable.every('p')}
     FROM audit_person p
     JOIN (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS u(subject, subject_id)) u
       ON u.subject = p.subject AND u.subject_id = p.subject_id`,
    [of.map(({ subject }) => subject), of.map(({ subjectId }) => subjectId)],
  );
  return new Map(found.map((person) => [nameOf(person), person]));
}

/** Keys of persons that a replaced AUDIT_KEY wraps are wrapped anew. Returns their number. */
export async function wrapAnew(tx: Tx, keys: AuditKeys): Promise<number> {
  const old = await tx.rows<KeptPerson>(
    `SELECT ${auditPersonTable.every()}
     FROM audit_person
     WHERE key_id <> $1 AND wrapped IS NOT NULL
     LIMIT ${BATCH}
     FOR UPDATE SKIP LOCKED`,
    [keys.current.id],
  );
  for (const person of old) {
    const key = person.wrapped && unwrap(keys, { ...person, wrapped: person.wrapped });
    if (!key) throw new Error(`the key of ${nameOf(person)} does not open: is a key missing in AUDIT_KEYS_BEFORE?`);
    const { keyId, wrapped } = wrap(keys, person, key);
    await auditPersonTable.update(tx, { subject: person.subject, subjectId: person.subjectId }, { keyId, wrapped });
  }
  return old.length;
}

/** The values, opened in their order. */
export async function openValues(
  rows: Rows,
  keys: AuditKeys | undefined,
  values: readonly Personal[],
): Promise<Opened[]> {
  const persons = await personsOf(rows, values);
  return values.map((value) => {
    const { salt, plain, cipher } = value;
    if (salt && plain !== null) return { salt, plain };
    const person = persons.get(nameOf(value));
    if (person && !person.wrapped) return 'erased';
    const key = keys && person?.wrapped && unwrap(keys, { ...person, wrapped: person.wrapped });
    const text = key && cipher && unlocked(key, cipher, boundTo(value));
    if (!text) return 'unreadable';
    const [hex, said] = JSON.parse(text.toString('utf8')) as [string, string];
    return { salt: Buffer.from(hex, 'hex'), plain: said };
  });
}

/** The row of a person, locked; made if nothing was told of them yet, since erasing also holds for what comes later. */
export async function lockPerson(tx: Tx, keys: AuditKeys, person: Person): Promise<KeptPerson> {
  const { subject, subjectId } = person;
  await auditPersonTable.insert(tx, newPersonKey(keys, person).wrapped, '(subject, subject_id) DO NOTHING');
  return known(await auditPersonTable.one(tx, { subject, subjectId }, 'FOR UPDATE'));
}

/** The key of a person is destroyed, and the values with it. What is written of the person later is not kept either. */
export async function erase(tx: Tx, { subject, subjectId }: Person, erasedBy: string): Promise<void> {
  await auditPersonTable.update(tx, { subject, subjectId }, { wrapped: null, erasedAt: computed('now()'), erasedBy });
  await auditPersonalTable.remove(tx, { subject, subjectId });
}

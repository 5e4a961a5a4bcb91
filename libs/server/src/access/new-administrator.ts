import { admitPassword } from '@crm/domain/access';
import { Refusal } from '@crm/domain/refusal';
import { computed, newId, type Tx } from '@crm/platform/db';
import { appUserTable } from './access.entity.js';
import { ownWords } from './own-words.js';

/** Refuses what `admitPassword` refuses, at the field. */
export function admitNewPassword(password: string, names: readonly string[], pointer: string): void {
  try {
    admitPassword(password, ownWords(names));
  } catch (error) {
    throw error instanceof Refusal ? error.at(pointer) : error;
  }
}

interface Administrator {
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** An administrator with a password of their own, without an account that made them; undefined: the name is taken. */
export async function newAdministrator(tx: Tx, { username, name, passwordHash }: Administrator) {
  const id = newId();
  const values = {
    ...{ id, username, name, passwordHash, role: 'admin' as const, departmentId: null, dataScope: 'all' as const },
    passwordSetAt: computed('now()'),
  };
  return (await appUserTable.insert(tx, values, '(lower(username)) DO NOTHING')) ? id : undefined;
}

import type { Facts } from '@crm/domain/refusal';
import type { Rows, Tx } from '@crm/platform/db';
import type { Actor } from '../records/index.js';
import type { ImportResult } from './imports.store.js';

/** How a row stands to what is kept already. */
export type Standing =
  | { readonly is: 'new' }
  | { readonly is: 'unchanged' }
  /** Names of the fields, as the wire names them. */
  | { readonly is: 'differs'; readonly fields: readonly string[] }
  | { readonly is: 'refused'; readonly code: string; readonly facts: Facts };

/** What an import asks of the rooms it writes to. */
export interface LedgerBook<Entry> {
  /** By row. Changes nothing. */
  compare(rows: Rows, entries: readonly Entry[]): Promise<ReadonlyMap<number, Standing>>;
  enter(tx: Tx, actor: Actor, importId: string, entries: readonly Entry[]): Promise<ImportResult>;
}

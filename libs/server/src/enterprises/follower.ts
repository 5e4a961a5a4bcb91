import type { MergedRecord } from '@crm/api-contract/enterprises';
import type { AnyTable, Tx } from '@crm/platform/db';
import type { MergeNotes } from './merge-notes.js';

interface Firm {
  readonly id: string;
  readonly name: string;
}

/** Two records of one firm: everything of the loser goes to the winner. */
export interface MergedFirms {
  readonly winner: Firm;
  readonly loser: Firm;
  readonly reason: string;
}

/**
 * A table that refers to an enterprise, and what becomes of its rows when two records of one firm are merged. Each room
 * describes its own tables; a spec compares them with all foreign keys.
 */
export interface Follower {
  readonly what: MergedRecord;
  readonly table: AnyTable;
  /** The field that names the enterprise. */
  readonly field: string;
  /** Further tables whose rows `settle` may set aside. */
  readonly also?: readonly AnyTable[];
  /** Called before the rows move: settles what cannot stand twice, or refuses. */
  settle?(tx: Tx, firms: MergedFirms, notes: MergeNotes): Promise<void>;
  /** Called after an undo moved these rows back. What hangs on them since then goes along; returns how many rows. */
  cameBack?(tx: Tx, firms: MergedFirms, ids: readonly string[]): Promise<number>;
}

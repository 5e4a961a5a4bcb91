import type { ImportQuestion } from '@crm/api-contract/imports';
import type { Facts } from '@crm/domain/refusal';
import type { Rows, Tx } from '@crm/platform/db';
import type { Actor } from '../../data-access/index.js';
import type { ImportResult } from '../imports.store.js';

/** Told how many rows a step is done with so far. */
export type OnProgress = (done: number) => void;

/** How a row stands to what is kept already. */
export type Standing =
  | { readonly is: 'new' }
  | { readonly is: 'unchanged' }
  /** `fields` in the facts: names of the fields, as the wire names them. */
  | { readonly is: 'differs'; readonly code: string; readonly facts: Facts }
  | {
      readonly is: 'refused';
      readonly code: string;
      readonly facts: Facts;
      /** Whose cell is the matter; without it the credit code's. */ readonly field?: string;
    };

interface Compared {
  /** By row. */
  readonly standings: ReadonlyMap<number, Standing>;
  /** What only a person may decide. */
  readonly questions: readonly ImportQuestion[];
}

interface Entered {
  readonly result: Partial<ImportResult>;
  /** What a revert puts back. */
  readonly undo?: object;
}

/** What an import asks of the rooms it writes to. `confirmed`: the keys of the questions somebody answered with yes. */
export interface LedgerBook<Entry> {
  /** Changes nothing. */
  compare(rows: Rows, entries: readonly Entry[], confirmed: ReadonlySet<string>): Promise<Compared>;
  enter(
    tx: Tx,
    actor: Actor,
    importId: string,
    entries: readonly Entry[],
    about: { readonly confirmed: ReadonlySet<string>; readonly fileName: string; readonly told: OnProgress },
  ): Promise<Entered>;
  /** Refuses where somebody has built on what the import brought. Changes nothing. */
  mayRevert(rows: Rows, importId: string, undo: object | null): Promise<void>;
  /** Refuses as `mayRevert`. `told`: the share of 1 it is done with. */
  revert(tx: Tx, importId: string, undo: object | null, told: (share: number) => void): Promise<void>;
}

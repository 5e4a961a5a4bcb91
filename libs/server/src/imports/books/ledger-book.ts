import type { ImportQuestion } from '@crm/api-contract/imports';
import type { Facts } from '@crm/domain/refusal';
import type { Rows, Tx } from '@crm/platform/db';
import type { Actor } from '../../data-access/index.js';
import type { ImportResult } from '../import.entity.js';

/** Receives the number of rows a step has done so far. */
export type OnProgress = (done: number) => void;

/** How a row relates to the stored records. */
export type Standing =
  | { readonly is: 'new' }
  | { readonly is: 'unchanged' }
  /** `fields` in the facts are wire names. */
  | { readonly is: 'differs'; readonly code: string; readonly facts: Facts }
  | {
      readonly is: 'refused';
      readonly code: string;
      readonly facts: Facts;
      /** The field whose cell is marked; by default the credit code. */ readonly field?: string;
    };

interface Compared {
  /** By row. */
  readonly standings: ReadonlyMap<number, Standing>;
  /** Questions that only a person can decide. */
  readonly questions: readonly ImportQuestion[];
}

interface Entered {
  readonly result: Partial<ImportResult>;
  /** What a revert restores. */
  readonly undo?: object;
}

/**
 * What an import needs from the rooms it writes to. `confirmed` are the keys of questions answered with yes. `asked`
 * are the questions as shown: a commit uses only confirmations of these.
 */
export interface LedgerBook<Entry> {
  /** Only reads. */
  compare(
    rows: Rows,
    entries: readonly Entry[],
    confirmed: ReadonlySet<string>,
    asked?: readonly ImportQuestion[],
  ): Promise<Compared>;
  enter(
    tx: Tx,
    actor: Actor,
    importId: string,
    entries: readonly Entry[],
    about: {
      readonly confirmed: ReadonlySet<string>;
      readonly fileName: string;
      readonly told: OnProgress;
      /** Who saw a code that fails its check, by code. */
      readonly seenBy: ReadonlyMap<string, string>;
    },
  ): Promise<Entered>;
  /** Refuses if later work depends on the import. Only reads. */
  mayRevert(rows: Rows, importId: string, undo: object | null): Promise<void>;
  /** Refuses what `mayRevert` refuses. `told` receives the share done, from 0 to 1. */
  revert(tx: Tx, importId: string, undo: object | null, told: (share: number) => void): Promise<void>;
}

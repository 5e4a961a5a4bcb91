import type { ContractPromise, ContractYear, PromiseIn } from '@crm/api-contract/contracts';
import type { Indicator } from '@crm/domain/standards';
import type { Rows, Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';

export interface KeptStandard {
  readonly standardId: string;
  readonly perMuWan: string | null;
  readonly documentNo: string;
}
export type KeptStandards = Readonly<Record<Indicator, KeptStandard | null>>;

/**
 * What is promised on contracts. This room drafts, signs and shows contracts and does not know how a promise is kept or
 * judged:
 * it asks through here, and the room of commitments, which stands on this one, answers.
 */
export abstract class Promises {
  /** Enters promises on a draft; refuses `commitment.*` and `ramp.*`, pinned below `pointer`. */
  abstract enter(
    tx: Tx,
    actor: Actor,
    contractId: string,
    promises: readonly PromiseIn[],
    pointer: string,
  ): Promise<void>;
  /**
   * May these be signed under these standards? Refuses `commitment.below-standard` without a reason; answers whether
   * one lies below.
   */
  abstract maySign(tx: Tx, contractId: string, standards: KeptStandards, reason: string | null): Promise<boolean>;
  /** Something a verdict depends on has changed: judges these contracts again in the same transaction. */
  abstract changed(tx: Tx, contractIds: readonly string[]): Promise<void>;
  abstract on(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, ContractPromise[]>>;
  abstract yearsOf(rows: Rows, contractId: string): Promise<ContractYear[]>;
}

export const PROMISES = Symbol('PROMISES');

import type { ContractPromise, ContractYear, PromiseIn } from '@crm/api-contract/contracts';
import type { Indicator } from '@crm/domain/standards';
import type { Rows, Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';

interface KeptStandard {
  readonly standardId: string;
  readonly perMuWan: string | null;
  readonly documentNo: string;
}
export type KeptStandards = Readonly<Record<Indicator, KeptStandard | null>>;

/**
 * Commitments as the contracts room sees them. It drafts, signs and shows contracts without knowing how commitments are
 * assessed. The commitments room, which depends on this one, implements it.
 */
export abstract class Promises {
  /** Enters commitments on a draft. Refuses `commitment.*` and `ramp.*`, with fields below `pointer`. */
  abstract enter(
    tx: Tx,
    actor: Actor,
    contractId: string,
    promises: readonly PromiseIn[],
    pointer: string,
  ): Promise<void>;
  /**
   * Whether they may be signed under these standards. Refuses `commitment.below-standard` without a reason; returns
   * whether one is below.
   */
  abstract maySign(tx: Tx, contractId: string, standards: KeptStandards, reason: string | null): Promise<boolean>;
  /** An input of a verdict has changed: assesses these contracts again in the same transaction. */
  abstract changed(tx: Tx, contractIds: readonly string[]): Promise<void>;
  abstract on(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, ContractPromise[]>>;
  abstract yearsOf(rows: Rows, contractId: string): Promise<ContractYear[]>;
}

export const PROMISES = Symbol('PROMISES');

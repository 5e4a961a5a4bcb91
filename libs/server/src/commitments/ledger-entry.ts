import { newId, type Tx } from '@crm/platform/db';
import { enterContracts, type LedgerContract } from '../contracts/index.js';
import type { Actor } from '../data-access/index.js';
import { commitmentTable, commitmentTermTable } from './commitment.entity.js';
import { assessContracts } from '../assessments/index.js';
import { enteredAs, isBelow, type LedgerPromise } from './ledger-promise.js';

/** A signed contract of a ledger with its commitments. */
export interface LedgerEntry extends LedgerContract {
  readonly promises: readonly LedgerPromise[];
}

export interface LedgerResult {
  readonly contractId: string;
  /** A commitment below the standard is recorded and flagged, never refused: approval is for drafts. */
  readonly belowStandard: boolean;
}

/** Rows entered in one batch: few enough to report progress, many enough for one statement. */
const AT_ONCE = 500;

/**
 * Enters signed contracts with all their parts, in the caller's transaction. `today`: they are assessed as of this day.
 * `told` receives the number entered so far.
 */
export async function enterSignedContracts(
  tx: Tx,
  actor: Actor,
  importId: string | null,
  entries: readonly LedgerEntry[],
  today: string,
  told: (rows: number) => void = () => undefined,
): Promise<LedgerResult[]> {
  const results: LedgerResult[] = [];
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    results.push(...(await enterSet(tx, actor, importId, entries.slice(at, at + AT_ONCE), today)));
    told(results.length);
  }
  return results;
}

async function enterSet(
  tx: Tx,
  actor: Actor,
  importId: string | null,
  entries: readonly LedgerEntry[],
  today: string,
): Promise<LedgerResult[]> {
  const below = entries.map(() => false);
  const entered = await enterContracts(
    tx,
    actor,
    importId,
    entries,
    (at, contract) => (below[at] = entries[at]!.promises.some((promise) => isBelow(promise, contract))),
  );
  const promises = entries.flatMap((entry, i) => entry.promises.map((promise) => ({ id: newId(), i, promise })));
  await commitmentTable.insertMany(
    tx,
    promises.map(({ id, i, promise }) => ({
      id,
      contractId: entered[i]!.contractId,
      indicator: promise.indicator,
      createdBy: actor.userId,
      importId,
      demo: entries[i]!.demo ?? false,
    })),
  );
  await commitmentTermTable.insertMany(
    tx,
    promises.map(({ id, promise }) => ({
      id: newId(),
      commitmentId: id,
      master: promise.perMuWan === undefined ? ('total' as const) : ('per-mu' as const),
      perMuWan: promise.perMuWan ?? null,
      total: promise.totalWan ?? promise.quantity ?? null,
      entered: enteredAs(promise),
      fromYear: null,
      dueOn: null,
      lastYear: null,
      tolerancePercent: null,
      clause: null,
      measuredBy: promise.measuredBy ?? null,
      reason: null,
      enteredBy: actor.userId,
    })),
  );
  await assessContracts(
    tx,
    entered.map(({ contractId }) => contractId),
    today,
  );
  return entered.map(({ contractId }, i) => ({ contractId, belowStandard: below[i]! }));
}

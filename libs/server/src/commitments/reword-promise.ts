import type { PromiseIn } from '@crm/api-contract/contracts';
import { amend, type Commitment } from '@crm/domain/commitments';
import { supersede, type Tx } from '@crm/platform/db';
import { known, writeRecord } from '../data-access/index.js';
import { loadCommitments, type LoadedCommitment } from '../assessments/index.js';
import { assertWhole, enteredSide } from './entered-promise.js';
import { commitmentTable, commitmentTermTable } from './commitment.entity.js';
import { newTerm } from './new-term.js';

export type Rewording = Partial<Omit<PromiseIn, 'indicator'>>;

/**
 * The old terms are kept as known until now, and the new ones begin now; omitted fields stay. Refuses
 * `commitment.unchanged`, `commitment.one-side`, `commitment.not-per-mu`, `commitment.area-missing`, `ramp.*`,
 * `quantity.*` and `money.*`.
 */
export async function rewordPromise(
  tx: Tx,
  before: LoadedCommitment,
  input: Rewording,
  reason: string,
  userId: string,
  at?: string,
): Promise<void> {
  const { id } = before.commitment;
  const side =
    input.perMuWan === undefined && input.total === undefined ? null : enteredSide(before.commitment.indicator, input);
  const fromYear = input.fromYear === undefined ? before.fromYear : input.fromYear;
  const change: Partial<
    Pick<Commitment, 'promised' | 'dueOn' | 'lastYear' | 'ramp' | 'tolerancePercent' | 'clause' | 'fullProduction'>
  > = {
    ...(side ? { promised: side.promised } : {}),
    ...(input.dueOn === undefined ? {} : { dueOn: input.dueOn }),
    ...(input.lastYear === undefined ? {} : { lastYear: input.lastYear }),
    ...(input.ramp === undefined ? {} : { ramp: input.ramp }),
    ...(input.tolerancePercent === undefined ? {} : { tolerancePercent: input.tolerancePercent }),
    ...(input.clause === undefined ? {} : { clause: input.clause }),
    ...(input.fromYear === undefined || input.fromYear === null ? {} : { fullProduction: { year: input.fromYear } }),
  };
  // A clause named the first year and now leaves it to the contract. The rule sees no change, but it is one.
  const after =
    fromYear !== before.fromYear && Object.keys(change).length === 0
      ? before.commitment
      : amend(before.commitment, change).after;
  assertWhole(after);
  const next = { commitment: after, fromYear, measuredBy: input.measuredBy ?? before.measuredBy, reason };
  await supersede(
    tx,
    commitmentTermTable,
    { commitmentId: id },
    (old) => newTerm(id, { ...next, entered: side?.entered ?? known(old).entered, enteredBy: userId }),
    {},
    at,
  );
}

/** By a supplement of the contract. The caller assesses the contract again, together with all other changes. */
export async function amendPromise(
  tx: Tx,
  contractId: string,
  commitmentId: string,
  input: Rewording,
  reason: string,
  userId: string,
  at?: string,
): Promise<void> {
  const before = known(
    (await loadCommitments(tx, [contractId])).find(({ commitment }) => commitment.id === commitmentId),
  );
  await rewordPromise(tx, before, input, reason, userId, at);
  await writeRecord(tx, commitmentTable, commitmentId, before.version, {}, () => ({
    id: commitmentId,
    version: before.version,
  }));
}

import { Inject, Injectable } from '@nestjs/common';
import type { ContractPromise, ContractYear, PromiseIn } from '@crm/api-contract/contracts';
import { isPerMuCommitment, maySign, promiseAgainstStandard, type Commitment } from '@crm/domain/commitments';
import { contractKindRules } from '@crm/domain/contracts';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { indicatorRules, isPerMu } from '@crm/domain/standards';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import { Promises, assertDraft, contractTable, standardsAt, type KeptStandards } from '../contracts/index.js';
import { exact, known, quotient, type Actor } from '../data-access/index.js';
import {
  STANDING_COLUMNS,
  assessContracts,
  defaultTolerance,
  inOrder,
  loadCommitments,
  standingView,
  type LoadedCommitment,
  type StandingRow,
} from '../assessments/index.js';
import { contractYearSummaryTable } from '../assessments/assessment.entity.js';
import { promiseView } from './commitment.view.js';
import { assertWhole, enteredSide, pinned } from './entered-promise.js';
import { commitmentTable, commitmentTermTable } from './commitment.entity.js';
import { newTerm } from './new-term.js';

/** Implements PROMISES, which the contracts room uses. */
@Injectable()
export class ContractPromises extends Promises {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {
    super();
  }

  async enter(
    tx: Tx,
    actor: Actor,
    contractId: string,
    promises: readonly PromiseIn[],
    pointer: string,
  ): Promise<void> {
    for (const [i, promise] of promises.entries())
      await pinned(`${pointer}/${i}`, () => enterPromise(tx, actor, contractId, promise, this.clock.today()));
  }

  async maySign(tx: Tx, contractId: string, standards: KeptStandards, reason: string | null): Promise<boolean> {
    const promises = (await loadCommitments(tx, [contractId])).flatMap(({ commitment }) =>
      isPerMuCommitment(commitment) ? [{ commitment, standard: asKept(standards, commitment.indicator) }] : [],
    );
    maySign(promises, reason === null ? null : { reason });
    return promises.some(({ commitment, standard }) => promiseAgainstStandard(commitment, standard).belowStandard);
  }

  async changed(tx: Tx, contractIds: readonly string[]): Promise<void> {
    // From the day a renewal takes over, the old contract no longer owes.
    const before = await tx.rows<{ id: string }>(
      'SELECT renews_id AS id FROM contract WHERE id = ANY($1) AND renews_id IS NOT NULL',
      [contractIds],
    );
    await assessContracts(tx, [...new Set([...contractIds, ...before.map(({ id }) => id)])], this.clock.today());
  }

  async on(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, ContractPromise[]>> {
    const tolerance = await defaultTolerance(rows);
    const answer = new Map<string, ContractPromise[]>(contractIds.map((id) => [id, []]));
    for (const one of await loadCommitments(rows, contractIds))
      answer
        .get(one.commitment.contractId)
        ?.push(promiseView(one, tolerance, await standardShown(rows, one, this.clock.today())));
    return answer;
  }

  async yearsOf(rows: Rows, contractId: string): Promise<ContractYear[]> {
    const years = await contractYearSummaryTable.find(rows, { contractId, own: true }, 'ORDER BY year DESC');
    const standing = await rows.rows<StandingRow>(
      `SELECT ${STANDING_COLUMNS}
       FROM assessment s
       WHERE s.contract_id = $1 AND s.superseded_at IS NULL
       ORDER BY ${inOrder('s.indicator')}, s.year`,
      [contractId],
    );
    return years.map((row) => ({
      year: row.year,
      verdict: row.verdict,
      lowestAttainmentPercent: row.lowestAttainment && quotient(decimal(row.lowestAttainment)),
      clawbackWan: row.clawbackWanExact && quotient(decimal(row.clawbackWanExact)),
      standing: standingIn(standing, row.year).map((one) => ({
        ...standingView(one),
        commitmentId: one.commitmentId,
        indicator: one.indicator,
      })),
    }));
  }
}

/** The row of a year. If an investment has none in that year, its latest earlier assessment. */
function standingIn(rows: readonly StandingRow[], year: number): StandingRow[] {
  const latest = new Map<string, StandingRow>();
  for (const row of rows)
    if (row.year === year || (row.year < year && indicatorRules[row.indicator].cumulative && row.verdict !== 'not-due'))
      latest.set(row.commitmentId, row);
  return [...latest.values()];
}

/** For a signed contract, the standard of its signing day; for a draft, the one in force today. */
async function standardShown(rows: Rows, one: LoadedCommitment, today: string): Promise<LoadedCommitment['standard']> {
  return one.signed
    ? one.standard
    : asKept(await standardsAt(rows, one.parkId, one.industryId, today), one.commitment.indicator);
}

const asKept = (standards: KeptStandards, indicator: Commitment['indicator']): LoadedCommitment['standard'] => {
  const kept = isPerMu(indicator) ? standards[indicator] : null;
  return kept && { id: kept.standardId, perMuWan: exact(kept.perMuWan), documentNo: kept.documentNo };
};

/**
 * Refuses `contract.signed`, `commitment.kind`, `commitment.duplicate`, `commitment.one-side`, `commitment.not-per-mu`,
 * `commitment.area-missing`, `ramp.*`, `quantity.*`, `money.*`.
 */
export async function enterPromise(
  tx: Tx,
  actor: Actor,
  contractId: string,
  input: PromiseIn,
  today: string,
): Promise<string> {
  const contract = known(await contractTable.one(tx, { id: contractId }, 'FOR UPDATE'));
  assertDraft(contract);
  if (!contractKindRules[contract.kind].carriesCommitments)
    throw new Refusal('commitment.kind', { kind: contract.kind });
  const id = newId();
  const side = enteredSide(input.indicator, input);
  const fields = {
    promised: side.promised,
    dueOn: input.dueOn ?? null,
    lastYear: input.lastYear ?? null,
    ramp: input.ramp ?? [],
    tolerancePercent: input.tolerancePercent ?? null,
    clause: input.clause ?? null,
  };
  assertWhole({
    id,
    contractId,
    indicator: input.indicator,
    areaMu: contract.areaMu,
    signedOn: today,
    fullProduction: input.fromYear ? { year: input.fromYear } : null,
    ...fields,
  } as Commitment);
  const entered = await commitmentTable.insert(
    tx,
    { id, contractId, indicator: input.indicator, createdBy: actor.userId },
    'ON CONSTRAINT commitment_once DO NOTHING',
  );
  if (!entered) throw Refusal.conflict('commitment.duplicate', { indicator: input.indicator });
  const term = newTerm(id, {
    commitment: fields,
    fromYear: input.fromYear ?? null,
    measuredBy: input.indicator === 'output' ? (input.measuredBy ?? null) : null,
    entered: side.entered,
    reason: null,
    enteredBy: actor.userId,
  });
  await commitmentTermTable.insert(tx, term);
  return id;
}

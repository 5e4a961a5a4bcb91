import {
  contractVerdict,
  isPerMuCommitment,
  lastYearAssessed,
  promiseAgainstStandard,
  type Assessment,
} from '@crm/domain/commitments';
import { addDays, earlierOf, firstDayOfYear, yearOf } from '@crm/domain/days';
import { plain, type Decimal } from '@crm/domain/quantities';
import { isPerMu } from '@crm/domain/standards';
import { computed, newId, type RowOf, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { assessmentTable, contractSummaryTable, contractYearSummaryTable, perIndicator } from './assessment.entity.js';
import { judge, type JudgedContract } from './judge.js';

/** Contracts assessed in one batch: their rows fit into memory, and progress can be reported. */
const AT_ONCE = 500;

/**
 * Assesses contracts again and stores changed verdicts with their sums, in the caller's transaction. Running it twice
 * changes nothing. `told` receives the number assessed so far.
 */
export async function assessContracts(
  tx: Tx,
  contractIds: readonly string[],
  today: string,
  told: (contracts: number) => void = () => undefined,
): Promise<void> {
  for (let at = 0; at < contractIds.length; at += AT_ONCE) {
    const ids = contractIds.slice(at, at + AT_ONCE);
    // Two verbs about one contract assess it one after the other. Each sees what the other has written.
    await tx.run('SELECT id FROM contract WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
    const judged = await judge(tx, ids, today);
    await keepAssessments(tx, judged, today);
    await keepSummaries(tx, ids, judged, today);
    told(at + ids.length);
  }
  if (contractIds.length > 0)
    await publish(tx, { topic: 'contracts', ...(contractIds.length === 1 ? { id: contractIds[0] as string } : {}) });
}

type AssessmentRow = RowOf<typeof assessmentTable>;
/** The content of a verdict. If it is the same again, the verdict is not new. */
const SAID = ['verdict', 'dueOn', 'areaMu', 'requiredExact', 'actual', 'clawbackWanExact'] as const;
const CURRENT = ['id', 'commitmentId', 'year', ...SAID] as const;
type Current = Pick<AssessmentRow, (typeof CURRENT)[number]>;

const said = (row: Pick<AssessmentRow, (typeof SAID)[number]>): string => SAID.map((field) => row[field]).join(' ');
const about = (row: Pick<AssessmentRow, 'commitmentId' | 'year'>): string => `${row.commitmentId} ${row.year}`;

/** An unchanged assessment stays. A changed one replaces it, and the old one is kept. */
async function keepAssessments(tx: Tx, judged: readonly JudgedContract[], today: string): Promise<void> {
  const current = await tx.rows<Current>(
    `SELECT ${assessmentTable.pick(undefined, ...CURRENT)}
     FROM assessment
     WHERE contract_id = ANY($1) AND superseded_at IS NULL`,
    [judged.map(({ contractId }) => contractId)],
  );
  const standing = new Map(current.map((row) => [about(row), row]));
  const added: ReturnType<typeof keptRow>[] = [];
  for (const row of judged.flatMap(({ assessments }) => assessments)) {
    const kept = keptRow(row, today);
    const before = standing.get(about(kept));
    if (before && said(before) === said(kept)) standing.delete(about(kept));
    else added.push(kept);
  }
  if (standing.size > 0)
    await assessmentTable.update(
      tx,
      { id: [...standing.values()].map(({ id }) => id) },
      { supersededAt: computed('now()') },
    );
  await assessmentTable.insertMany(tx, added);
}

/** Quotients are stored with thirty decimal places: far more than is shown, and equal in every reading. */
const kept = (amount: Decimal | null): string | null => amount && plain(amount.toDecimalPlaces(30));

const keptRow = (row: Assessment, today: string) => ({
  id: newId(),
  contractId: row.contractId,
  commitmentId: row.commitmentId,
  indicator: row.indicator,
  year: row.year,
  dueOn: row.dueOn,
  verdict: row.verdict,
  areaMu: row.areaMu && plain(row.areaMu),
  requiredExact: kept(row.required) as string,
  actual: kept(row.actual),
  attainmentPercent: kept(row.attainmentPercent),
  shortfallExact: kept(row.shortfall),
  clawbackWanExact: kept(row.clawbackWan),
  asOf: today,
});

/**
 * Replaces the sums of the assessed contracts. A commitment without per-mu values has no sum; it counts in the verdict
 * and the lowest attainment of its year.
 */
export async function keepSummaries(
  tx: Tx,
  ids: readonly string[],
  judged: readonly JudgedContract[],
  today: string,
): Promise<void> {
  await contractYearSummaryTable.remove(tx, { contractId: ids });
  await contractSummaryTable.remove(tx, { contractId: ids });
  await contractSummaryTable.insertMany(
    tx,
    judged.map((contract) => summaryRow(contract, today)),
  );
  await contractYearSummaryTable.insertMany(
    tx,
    judged.flatMap((contract) => yearRows(contract, today)),
  );
}

function summaryRow(contract: JudgedContract, today: string): RowOf<typeof contractSummaryTable> {
  const row: RowOf<typeof contractSummaryTable> = {
    contractId: contract.contractId,
    asOf: today,
    changesOn: changesOn(contract, today),
    areaMu: contract.commitments[0]?.commitment.areaMu ?? null,
    lastYear: lastYearAssessed(contract.assessments),
    ...perIndicator('PromisedWanExact', null),
    ...perIndicator('StandardWanExact', null),
  };
  for (const { commitment, standard } of contract.commitments) {
    if (!isPerMuCommitment(commitment)) continue;
    const { promisedWan, standardWan } = promiseAgainstStandard(commitment, standard);
    row[`${commitment.indicator}PromisedWanExact`] = plain(promisedWan);
    row[`${commitment.indicator}StandardWanExact`] = standardWan && plain(standardWan);
  }
  return row;
}

/**
 * The next day on which a verdict changes without any action: a year ends, its figures become late, or the due day of
 * an investment passes.
 */
function changesOn(contract: JudgedContract, today: string): string {
  const year = yearOf(today);
  const late = addDays(firstDayOfYear(year), 31);
  const dates = contract.commitments.flatMap(({ commitment }) =>
    commitment.dueOn && commitment.dueOn >= today ? [addDays(commitment.dueOn, 1)] : [],
  );
  return [...dates, ...(today < late ? [late] : [])].reduce(earlierOf, firstDayOfYear(year + 1));
}

/** From the first year with an assessment through this one. An assessed investment still counts in later years. */
function yearRows(
  { contractId, assessments, supportPaidWan }: JudgedContract,
  today: string,
): RowOf<typeof contractYearSummaryTable>[] {
  const years = assessments.map((row) => row.year);
  const last = lastYearAssessed(assessments);
  if (last === null) return [];
  const through = Math.max(yearOf(today), ...years);
  return Array.from({ length: through - Math.min(...years) + 1 }, (_, i) => Math.min(...years) + i).flatMap((year) => {
    const verdict = contractVerdict(assessments, year, supportPaidWan);
    if (!verdict) return [];
    const row: RowOf<typeof contractYearSummaryTable> = {
      contractId,
      year,
      last: year === last,
      own: years.includes(year),
      verdict: verdict.verdict,
      lowestAttainment: kept(verdict.lowestAttainmentPercent),
      clawbackWanExact: kept(verdict.clawbackWan),
      ...perIndicator('Verdict', null),
      ...perIndicator('RequiredWanExact', null),
      ...perIndicator('ActualWan', null),
    };
    for (const standing of verdict.rows) {
      if (!isPerMu(standing.indicator)) continue;
      const counts = standing.verdict !== 'waived' && standing.verdict !== 'not-due' && standing.actual !== null;
      row[`${standing.indicator}Verdict`] = standing.verdict;
      row[`${standing.indicator}RequiredWanExact`] = counts ? standing.required.toFixed() : null;
      row[`${standing.indicator}ActualWan`] = counts && standing.actual ? standing.actual.toFixed() : null;
    }
    return [row];
  });
}

import { contractVerdict, lastYearAssessed, promiseAgainstStandard, type Assessment } from '@crm/domain/commitments';
import { addDays, earlierOf, firstDayOfYear, yearOf } from '@crm/domain/days';
import { plain, type Decimal } from '@crm/domain/quantities';
import { indicators, isPerMu } from '@crm/domain/standards';
import { newId, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { insertMany } from '../data-access/index.js';
import { judge, type JudgedContract } from './judge.js';

/** So many contracts are judged at once: their rows fit into memory, and whoever waits hears how far it is. */
const AT_ONCE = 500;

/**
 * Judges contracts again and keeps what changed, with their sums, in the caller's transaction. Running it twice changes
 * nothing. `told`: how many are judged so far.
 */
export async function assessContracts(
  tx: Tx,
  contractIds: readonly string[],
  today: string,
  told: (contracts: number) => void = () => undefined,
): Promise<void> {
  for (let at = 0; at < contractIds.length; at += AT_ONCE) {
    const ids = contractIds.slice(at, at + AT_ONCE);
    // Two verbs about one contract judge it one after the other, each by what the other has written.
    await tx.run('SELECT id FROM contract WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
    const judged = await judge(tx, ids, today);
    await keepAssessments(tx, judged, today);
    await keepSummaries(tx, ids, judged, today);
    told(at + ids.length);
  }
  if (contractIds.length > 0)
    await publish(tx, { topic: 'contracts', ...(contractIds.length === 1 ? { id: contractIds[0] as string } : {}) });
}

interface CurrentRow {
  id: string;
  commitment_id: string;
  year: number;
  verdict: string;
  due_on: string;
  area_mu: string | null;
  required_exact: string;
  actual: string | null;
  clawback_wan_exact: string | null;
}

const said = (amounts: readonly (string | null | undefined)[]): string =>
  amounts.map((amount) => (amount ? plain(amount) : '')).join(' ');

/** A judgement that says the same stays; one that says something else takes its place, and the old one is kept. */
async function keepAssessments(tx: Tx, judged: readonly JudgedContract[], today: string): Promise<void> {
  const current = await tx.rows<CurrentRow>(
    `SELECT id, commitment_id, year, verdict, due_on, area_mu, required_exact, actual, clawback_wan_exact
     FROM assessment
     WHERE contract_id = ANY($1) AND superseded_at IS NULL`,
    [judged.map(({ contractId }) => contractId)],
  );
  const standing = new Map(
    current.map((row) => [
      `${row.commitment_id} ${row.year}`,
      {
        id: row.id,
        says: `${row.verdict} ${row.due_on} ${said([row.area_mu, row.required_exact, row.actual, row.clawback_wan_exact])}`,
      },
    ]),
  );
  const added: KeptRow[] = [];
  for (const row of judged.flatMap(({ assessments }) => assessments)) {
    const kept = keptRow(row, today);
    const key = `${row.commitmentId} ${row.year}`;
    if (
      standing.get(key)?.says ===
      `${kept.verdict} ${kept.due_on} ${said([kept.area_mu, kept.required_exact, kept.actual, kept.clawback_wan_exact])}`
    )
      standing.delete(key);
    else added.push(kept);
  }
  if (standing.size > 0)
    await tx.run('UPDATE assessment SET superseded_at = now() WHERE id = ANY($1)', [
      [...standing.values()].map(({ id }) => id),
    ]);
  await insertMany(tx, 'assessment', ASSESSMENT_TYPES, added);
}

const ASSESSMENT_TYPES = {
  id: 'uuid',
  contract_id: 'uuid',
  commitment_id: 'uuid',
  indicator: 'text',
  year: 'int',
  due_on: 'date',
  verdict: 'text',
  area_mu: 'numeric',
  required_exact: 'numeric',
  actual: 'numeric',
  attainment_percent: 'numeric',
  shortfall_exact: 'numeric',
  clawback_wan_exact: 'numeric',
  as_of: 'date',
} as const;
type KeptRow = ReturnType<typeof keptRow>;

/** Quotients are kept to thirty places: far beyond what is shown, and the same in every reading. */
const kept = (amount: Decimal | null): string | null => amount && plain(amount.toDecimalPlaces(30));

const keptRow = (row: Assessment, today: string) => ({
  id: newId(),
  contract_id: row.contractId,
  commitment_id: row.commitmentId,
  indicator: row.indicator,
  year: row.year,
  due_on: row.dueOn,
  verdict: row.verdict,
  area_mu: row.areaMu,
  required_exact: kept(row.required) as string,
  actual: kept(row.actual),
  attainment_percent: kept(row.attainmentPercent),
  shortfall_exact: kept(row.shortfall),
  clawback_wan_exact: kept(row.clawbackWan),
  as_of: today,
});

const PER_INDICATOR = <T extends string>(suffix: T, type: string) =>
  Object.fromEntries(indicators.map((indicator) => [`${indicator}_${suffix}`, type]));
const SUMMARY_TYPES = {
  contract_id: 'uuid',
  as_of: 'date',
  changes_on: 'date',
  area_mu: 'numeric',
  last_year: 'int',
  ...PER_INDICATOR('promised_wan_exact', 'numeric'),
  ...PER_INDICATOR('standard_wan_exact', 'numeric'),
};
const YEAR_TYPES = {
  contract_id: 'uuid',
  year: 'int',
  last: 'boolean',
  own: 'boolean',
  verdict: 'text',
  lowest_attainment: 'numeric',
  clawback_wan_exact: 'numeric',
  ...PER_INDICATOR('verdict', 'text'),
  ...PER_INDICATOR('required_wan_exact', 'numeric'),
  ...PER_INDICATOR('actual_wan', 'numeric'),
};

/**
 * The sums of what was judged, in place of those there are. What has no part per mu has no sum; it speaks in the
 * verdict and the lowest attainment of its year.
 */
export async function keepSummaries(
  tx: Tx,
  ids: readonly string[],
  judged: readonly JudgedContract[],
  today: string,
): Promise<void> {
  await tx.run('DELETE FROM contract_year_summary WHERE contract_id = ANY($1)', [ids]);
  await tx.run('DELETE FROM contract_summary WHERE contract_id = ANY($1)', [ids]);
  await insertMany(
    tx,
    'contract_summary',
    SUMMARY_TYPES,
    judged.map((contract) => summaryRow(contract, today)),
  );
  await insertMany(
    tx,
    'contract_year_summary',
    YEAR_TYPES,
    judged.flatMap((contract) => yearRows(contract, today)),
  );
}

function summaryRow(contract: JudgedContract, today: string): Record<string, unknown> {
  const row: Record<string, unknown> = {
    contract_id: contract.contractId,
    as_of: today,
    changes_on: changesOn(contract, today),
    area_mu: contract.commitments[0]?.commitment.areaMu ?? null,
    last_year: lastYearAssessed(contract.assessments),
  };
  for (const { commitment, standard } of contract.commitments) {
    if (commitment.promised.side === 'quantity') continue;
    const { promisedWan, standardWan } = promiseAgainstStandard(
      { promised: commitment.promised, areaMu: commitment.areaMu },
      standard,
    );
    row[`${commitment.indicator}_promised_wan_exact`] = plain(promisedWan);
    row[`${commitment.indicator}_standard_wan_exact`] = standardWan && plain(standardWan);
  }
  return row;
}

/**
 * The next day on which a verdict changes with no one doing anything: a year is over, its figures are late, or an
 * investment's own date has passed.
 */
function changesOn(contract: JudgedContract, today: string): string {
  const year = yearOf(today);
  const late = addDays(firstDayOfYear(year), 31);
  const dates = contract.commitments.flatMap(({ commitment }) =>
    commitment.dueOn && commitment.dueOn >= today ? [addDays(commitment.dueOn, 1)] : [],
  );
  return [...dates, ...(today < late ? [late] : [])].reduce(earlierOf, firstDayOfYear(year + 1));
}

/**
 * From the first year there is anything to say of, through this one: an investment judged once stands on in the years
 * after.
 */
function yearRows(
  { contractId, assessments, supportPaidWan }: JudgedContract,
  today: string,
): Record<string, unknown>[] {
  const years = assessments.map((row) => row.year);
  const last = lastYearAssessed(assessments);
  if (last === null) return [];
  const through = Math.max(yearOf(today), ...years);
  return Array.from({ length: through - Math.min(...years) + 1 }, (_, i) => Math.min(...years) + i).flatMap((year) => {
    const verdict = contractVerdict(assessments, year, supportPaidWan);
    if (!verdict) return [];
    const row: Record<string, unknown> = {
      contract_id: contractId,
      year,
      last: year === last,
      own: years.includes(year),
      verdict: verdict.verdict,
      lowest_attainment: kept(verdict.lowestAttainmentPercent),
      clawback_wan_exact: kept(verdict.clawbackWan),
    };
    for (const standing of verdict.rows) {
      if (!isPerMu(standing.indicator)) continue;
      const counts = standing.verdict !== 'waived' && standing.verdict !== 'not-due' && standing.actual !== null;
      row[`${standing.indicator}_verdict`] = standing.verdict;
      row[`${standing.indicator}_required_wan_exact`] = counts ? standing.required.toFixed() : null;
      row[`${standing.indicator}_actual_wan`] = counts ? standing.actual?.toFixed() : null;
    }
    return [row];
  });
}

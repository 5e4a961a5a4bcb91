import type { EvaluatedFirm, EvaluationRound, EvaluationRoundInFull } from '@crm/api-contract/per-mu-classes';
import { pageAsked } from '@crm/api-contract/wire';
import { classMove } from '@crm/domain/per-mu-classes';
import { decimal, percentOf } from '@crm/domain/quantities';
import type { Rows } from '@crm/platform/db';
import { Where, exact, grouped, quotient, reaching, shaped, type Actor } from '../data-access/index.js';
import {
  TAX_PER_MU,
  firmsOf,
  points,
  ranking,
  resultsOf,
  taxPerMu,
  valuesOf,
  type FirmRow,
  type ResultRow,
  type RoundRow,
  type ValueRow,
} from './rounds.store.js';

type Result = NonNullable<EvaluatedFirm['result']>;
type Counts = Pick<EvaluationRound, 'firms' | 'scored' | 'notScorable'>;

export const roundView = (row: RoundRow, counts: Counts): EvaluationRound =>
  shaped<EvaluationRound>()({ ...row, ...counts });

const standing = (row: ResultRow) => ({ score: exact(row.score), rank: row.rank, class: row.class });

/** By enterprise of the round: stored for a closed round, computed for a draft. */
export async function resultsBy(
  rows: Rows,
  round: RoundRow,
  firms: readonly FirmRow[],
  values: readonly ValueRow[],
): Promise<ReadonlyMap<string, Result>> {
  if (round.status === 'closed')
    return new Map(
      (await resultsOf(rows, round.id)).map((row) => [row.firmId, { ...standing(row), parts: row.parts }]),
    );
  return new Map(
    ranking(round, firms, values).ranked.map((firm) => [
      firm.id,
      {
        score: points(firm.score),
        rank: firm.rank,
        class: firm.class,
        parts: firm.parts.map((part) => ({ ...part, points: points(part.points) })),
      },
    ]),
  );
}

/** Enterprises of one page. */
const PAGE = 100;

interface Shown {
  readonly page?: number | undefined;
  readonly perPage?: number | undefined;
  readonly enterpriseId?: string | undefined;
}

/** A round with one page of its enterprises. Ranks and classes are those among all. */
export async function roundInFull(
  rows: Rows,
  actor: Actor,
  round: RoundRow,
  today: string,
  { page, perPage = PAGE, enterpriseId }: Shown = {},
): Promise<EvaluationRoundInFull> {
  const firms = await firmsOf(rows, round.id);
  const values = await valuesOf(
    rows,
    firms.map(({ id }) => id),
  );
  const results = await resultsBy(rows, round, firms, values);
  const previous = await rows.one<{ id: string; year: number }>(
    `SELECT id, year
     FROM evaluation_round
     WHERE status = 'closed' AND year < $1
     ORDER BY year DESC
     LIMIT 1`,
    [round.year],
  );
  const before = new Map(
    previous ? (await resultsOf(rows, previous.id)).map((row) => [row.enterpriseId, standing(row)]) : [],
  );
  const own = grouped(values, (value) => value.firmId);
  const all = firms.map((firm): EvaluatedFirm => {
    const [result, last] = [results.get(firm.id) ?? null, before.get(firm.enterpriseId) ?? null];
    const entered = own.get(firm.id) ?? [];
    const { id: _id, ...shown } = firm;
    return {
      ...shown,
      values: Object.fromEntries(
        entered.map((row) => [
          row.item,
          {
            value: exact(row.value),
            source: row.source,
            enteredBy: row.enteredBy,
            knownFrom: row.knownFrom,
          },
        ]),
      ),
      result,
      missing: result
        ? []
        : round.items.filter(({ key }) => !entered.some(({ item }) => item === key)).map(({ key }) => key),
      before: last,
      move: result && previous ? classMove(last?.class ?? null, result.class, round.bands) : null,
    };
  });
  const ranked = all.toSorted(
    (a, b) =>
      (a.result?.rank ?? Infinity) - (b.result?.rank ?? Infinity) || (a.enterpriseName < b.enterpriseName ? -1 : 1),
  );
  const visible = await visibleFirms(rows, actor, firms, today);
  const mine = ranked.filter((row) => visible.has(row.enterpriseId));
  const asked = enterpriseId === undefined ? mine : mine.filter((row) => row.enterpriseId === enterpriseId);
  const { page: at, perPage: limit } = pageAsked({ page, perPage });
  const shown = asked.slice((at - 1) * limit, at * limit);
  const onPage = new Set(shown.map((row) => row.enterpriseId));
  const valuesOfFirm = new Map(all.map((row) => [row.enterpriseId, row.values]));
  const proposals = (await proposalsFor(rows, round, firms, values)).filter((row) => visible.has(row.enterpriseId));
  const counts = { firms: firms.length, scored: results.size, notScorable: firms.length - results.size };
  return {
    ...roundView(round, counts),
    previousYear: previous?.year ?? null,
    classes: round.bands.map((band) => {
      const inside = [...results.values()].filter((result) => result.class === band.name).length;
      return { ...band, firms: inside, sharePercent: quotient(percentOf(String(inside), String(results.size))) };
    }),
    rows: shown,
    total: asked.length,
    topScore: ranked[0]?.result?.score ?? null,
    known: proposals.filter(({ enterpriseId: firm, item }) => valuesOfFirm.get(firm)?.[item] === undefined).length,
    proposals: proposals.filter((row) => onPage.has(row.enterpriseId)),
  };
}

/** Values the system knows for a draft, where they differ from the entered ones. */
export async function proposalsFor(
  rows: Rows,
  round: RoundRow,
  firms: readonly FirmRow[],
  values: readonly ValueRow[],
): Promise<EvaluationRoundInFull['proposals']> {
  if (round.status === 'closed' || !round.items.some(({ key }) => key === TAX_PER_MU)) return [];
  const entered = new Map(values.filter(({ item }) => item === TAX_PER_MU).map((row) => [row.firmId, row.value]));
  const known = new Map(
    (
      await taxPerMu(
        rows,
        firms.map((firm) => firm.enterpriseId),
        round.year,
      )
    ).map((one) => [one.enterpriseId, one]),
  );
  return firms.flatMap((firm) => {
    const proposal = known.get(firm.enterpriseId);
    const there = entered.get(firm.id);
    return proposal && (there === undefined || !decimal(there).eq(proposal.value))
      ? [{ ...proposal, item: TAX_PER_MU }]
      : [];
  });
}

async function visibleFirms(
  rows: Rows,
  actor: Actor,
  firms: readonly FirmRow[],
  today: string,
): Promise<ReadonlySet<string>> {
  const where = new Where().and(...reaching(actor, ['read', 'Evaluation'], ['enterprise', 't'], today)).and(
    't.id = ANY(?)',
    firms.map((firm) => firm.enterpriseId),
  );
  return new Set(
    (await rows.rows<{ id: string }>(`SELECT t.id FROM enterprise t ${where.sql}`, where.values)).map(({ id }) => id),
  );
}

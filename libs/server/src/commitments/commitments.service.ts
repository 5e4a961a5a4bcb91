import { Inject, Injectable } from '@nestjs/common';
import type { Commitment as WireCommitment, CommitmentInFull, commitments } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { firstPeriodYear, periodsOwed, type Commitment } from '@crm/domain/commitments';
import { yearOf } from '@crm/domain/days';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type RowOf, type Rows, type ShownOf } from '@crm/platform/db';
import {
  ABOUT_CONTRACT,
  ABOUT_CONTRACT_JOINS,
  contractTable,
  contractTo,
  visibleContracts,
  type AboutContract,
} from '../contracts/index.js';
import { known, listRows, refOf, shaped, type Actor, type Where } from '../data-access/index.js';
import { contractMatching } from '../enterprises/index.js';
import { STANDING_COLUMNS, inWan, loadCommitments, standingView, type StandingRow } from '../assessments/index.js';
import { commitmentTable, commitmentTermTable, waiverTable } from './commitment.entity.js';
import { ContractPromises, enterPromise } from './contract-promises.js';

interface ListedRow
  extends
    AboutContract,
    Pick<RowOf<typeof commitmentTable>, 'id' | 'indicator' | 'version'>,
    Pick<RowOf<typeof contractTable>, 'areaMu'> {}
const LISTED = `
  ${commitmentTable.pick('t', 'id', 'indicator', 'version')}, ${contractTable.pick('c', 'areaMu')}, ${ABOUT_CONTRACT}
`;

/** The latest assessment of a commitment: the last year that is due, otherwise the first that will be. */
const LATEST = `
  (
    SELECT s.*
    FROM assessment s
    WHERE s.commitment_id = t.id AND s.superseded_at IS NULL
    ORDER BY s.verdict = 'not-due', CASE WHEN s.verdict = 'not-due' THEN -s.year ELSE s.year END DESC
    LIMIT 1
  )
`;
const FROM_CONTRACTS = `
  commitment t
  JOIN contract c ON c.id = t.contract_id
  ${ABOUT_CONTRACT_JOINS}
`;
const TERMS = `
  JOIN commitment_term w ON w.commitment_id = t.id AND w.known_to IS NULL
  LEFT JOIN contract_standard k
    ON k.contract_id = t.contract_id AND k.indicator = t.indicator AND k.known_to IS NULL
  LEFT JOIN LATERAL ${LATEST} s ON true
`;
const PROMISED = `CASE w.master WHEN 'per-mu' THEN w.per_mu_wan * c.area_mu ELSE w.total END`;

/**
 * 承诺 of one indicator. It is entered on a draft. After the signature only a supplement changes it, and every version of
 * its terms is kept.
 */
@Injectable()
export class CommitmentsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly promises: ContractPromises,
  ) {}

  list(actor: Actor, query: InputOf<typeof commitments.list>['query']) {
    return this.database.read(async (rows) => {
      const { filter } = query;
      const where = this.visible(actor)
        .given(filter.contractId, 't.contract_id = ?')
        .given(filter.enterpriseId, 'c.enterprise_id = ?')
        .given(filter.parkId, 'c.park_id = ?')
        .given(filter.industryId, 'c.industry_id = ?')
        .given(filter.indicator, 't.indicator = ?')
        .given(filter.belowStandard, `coalesce(${PROMISED} < k.per_mu_wan * c.area_mu, false) = ?`)
        .given(filter.verdict, 's.verdict = ?');
      if (filter.q) where.and(...contractMatching(filter.q, { enterprise: 'e', project: 'j', contract: 'c' }));
      const sorts = {
        signedOn: 'c.signed_on',
        contractNumber: 'c.number',
        indicator: 't.indicator',
        enterpriseName: 'e.name',
      };
      const page = await listRows<ListedRow, (typeof query)['sort']>(
        rows,
        {
          select: LISTED,
          // The latest assessment of every row would be found first, only to sort by something else.
          ...(filter.verdict === undefined && filter.belowStandard === undefined
            ? { from: FROM_CONTRACTS, joins: TERMS }
            : { from: `${FROM_CONTRACTS} ${TERMS}` }),
          where,
          sorts,
        },
        query,
      );
      return { ...page, data: await this.viewed(rows, page.data) };
    });
  }

  one(actor: Actor, id: string): Promise<CommitmentInFull> {
    return this.database.read((rows) => this.inFull(rows, actor, id));
  }

  create(actor: Actor, input: InputOf<typeof commitments.create>['body']): Promise<CommitmentInFull> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await contractTo(['create', 'Commitment'], tx, actor, input.contractId, this.clock.today());
      return this.inFull(tx, actor, await enterPromise(tx, actor, input.contractId, input, this.clock.today()));
    });
  }

  private visible(actor: Actor): Where {
    return visibleContracts(actor, this.clock.today(), 'c');
  }

  private async row(rows: Rows, actor: Actor, id: string): Promise<ListedRow> {
    const where = this.visible(actor).and('t.id = ?', id);
    return known(
      await rows.one<ListedRow>(`SELECT ${LISTED} FROM ${FROM_CONTRACTS} ${TERMS} ${where.sql}`, where.values),
    );
  }

  private async viewed(rows: Rows, listed: readonly ListedRow[]): Promise<WireCommitment[]> {
    const contractIds = [...new Set(listed.map((row) => row.contractId))];
    const promises = await this.promises.on(rows, contractIds);
    const loaded = new Map((await loadCommitments(rows, contractIds)).map((one) => [one.commitment.id, one]));
    const latest = new Map(
      (
        await rows.rows<StandingRow>(
          `SELECT ${STANDING_COLUMNS}
           FROM commitment t
           JOIN LATERAL ${LATEST} s ON true
           WHERE t.id = ANY($1)`,
          [listed.map(({ id }) => id)],
        )
      ).map((row) => [row.commitmentId, row]),
    );
    return listed.map((row) => {
      const { commitmentId, ...promise } = known(
        promises.get(row.contractId)?.find((one) => one.commitmentId === row.id),
      );
      const { id: _id, indicator: _indicator, projectId: _project, ...about } = row;
      const standing = latest.get(row.id);
      return {
        id: commitmentId,
        ...promise,
        ...about,
        nextDueOn: nextDueOn(known(loaded.get(row.id)).commitment, this.clock.today()),
        latest: standing ? standingView(standing) : null,
      };
    });
  }

  /** Called inside a verb of another room that returns it. */
  async inFull(rows: Rows, actor: Actor, id: string): Promise<CommitmentInFull> {
    const [view] = await this.viewed(rows, [await this.row(rows, actor, id)]);
    const terms = await rows.rows<TermRow>(
      `SELECT ${commitmentTermTable.pick('w', ...TOLD_OF_TERM)}, u.name AS "enteredBy"
       FROM commitment_term w
       LEFT JOIN app_user u ON u.id = w.entered_by
       WHERE w.commitment_id = $1
       ORDER BY w.known_from DESC, w.id DESC`,
      [id],
    );
    const waivers = await rows.rows<CommitmentInFull['waivers'][number]>(
      `SELECT ${waiverTable.pick('v', 'id', 'year', 'reason', 'knownFrom')}, u.name AS "decidedBy"
       FROM waiver v
       LEFT JOIN app_user u ON u.id = v.decided_by
       WHERE v.commitment_id = $1 AND v.known_to IS NULL
       ORDER BY v.year`,
      [id],
    );
    return {
      ...known(view),
      terms: terms.map((row) => termView(row, known(view).indicator)),
      waivers,
    };
  }
}

/** The next checkpoint from today on; null if there is no due day, or all have passed. */
function nextDueOn(commitment: Commitment, today: string): string | null {
  const through = Math.max(yearOf(today) + 1, firstPeriodYear(commitment) ?? 0);
  return periodsOwed(commitment, through).find(({ dueOn }) => dueOn >= today)?.dueOn ?? null;
}

const TOLD_OF_TERM = [
  'id',
  'master',
  'perMuWan',
  'total',
  'entered',
  'fromYear',
  'dueOn',
  'lastYear',
  'ramp',
  'tolerancePercent',
  'clause',
  'reason',
  'knownFrom',
  'knownTo',
] as const;

interface TermRow extends Pick<ShownOf<typeof commitmentTermTable>, (typeof TOLD_OF_TERM)[number]> {
  readonly enteredBy: string | null;
}

const termView = (row: TermRow, indicator: WireCommitment['indicator']) =>
  shaped<CommitmentInFull['terms'][number]>()({
    ...row,
    ramp: [...row.ramp],
    totalWan: inWan(indicator, row.total),
  });

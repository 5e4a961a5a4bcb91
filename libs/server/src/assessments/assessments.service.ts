import { Inject, Injectable } from '@nestjs/common';
import type { assessments } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { contractVerdict, type Assessment } from '@crm/domain/commitments';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { ABOUT_CONTRACT, ABOUT_CONTRACT_JOINS, visibleContracts, type AboutContract } from '../contracts/index.js';
import { known, listRows, quotient, type Actor } from '../data-access/index.js';
import { assessmentTable } from './assessment.entity.js';
import { ASSESSMENT_COLUMNS, ASSESSMENT_FROM, judgedView, type AssessmentRow } from './assessment.view.js';
import { judge } from './judge.js';
import { momentOf } from './known-moment.js';

/** 履约评价, stored, or computed for any day. */
@Injectable()
export class AssessmentsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof assessments.list>['query']) {
    return this.database.read(async (rows) => {
      const { filter } = query;
      const where = visibleContracts(actor, this.clock.today(), 'c')
        .and('t.superseded_at IS NULL')
        .given(filter.contractId, 't.contract_id = ?')
        .given(filter.commitmentId, 't.commitment_id = ?')
        .given(filter.enterpriseId, 'c.enterprise_id = ?')
        .given(filter.parkId, 'c.park_id = ?')
        .given(filter.industryId, 'c.industry_id = ?')
        .given(filter.year, 't.year = ?')
        .given(filter.verdict, 't.verdict = ?')
        .given(filter.indicator, 't.indicator = ?');
      const sorts = {
        ...assessmentTable.sorts('t', 'year', 'verdict', 'attainmentPercent'),
        enterpriseName: 'e.name',
      };
      const page = await listRows<AssessmentRow, (typeof query)['sort']>(
        rows,
        { select: ASSESSMENT_COLUMNS, from: ASSESSMENT_FROM, where, sorts },
        query,
      );
      return { ...page, data: await this.explained(rows, page.data) };
    });
  }

  /** The table stores the result; the reasons are computed again from its records. */
  private async explained(rows: Rows, kept: readonly AssessmentRow[]) {
    const made = new Map<string, Assessment>();
    for (const day of new Set(kept.map((row) => row.judgedOn))) {
      const ids = [...new Set(kept.filter((row) => row.judgedOn === day).map((row) => row.contractId))];
      for (const one of (await judge(rows, ids, day)).flatMap(({ assessments }) => assessments))
        made.set(`${one.commitmentId} ${one.year}`, one);
    }
    return kept.map((row) => ({
      id: row.id,
      ...judgedView(known(made.get(`${row.commitmentId} ${row.year}`)), row, row.asOf, row.knownAt),
    }));
  }

  /** As of a day: as known now, or as known at the end of that day. Each answer says which. */
  ofContract(
    actor: Actor,
    id: string,
    { asOf = this.clock.today(), known: asked = 'now' }: InputOf<typeof assessments.ofContract>['query'],
  ) {
    return this.database.read(async (rows) => {
      const where = visibleContracts(actor, this.clock.today(), 'c').and('c.id = ?', id);
      const about = known(
        await rows.one<AboutContract>(
          `SELECT ${ABOUT_CONTRACT}
           FROM contract c
           ${ABOUT_CONTRACT_JOINS}
           ${where.sql}`,
          where.values,
        ),
      );
      const { instant, knownAt } = momentOf(asOf, asked, this.clock.now());
      const [judged] = await judge(rows, [id], asOf, instant);
      const rowsJudged = judged?.assessments ?? [];
      const years = [...new Set(rowsJudged.map((row) => row.year))].sort((a, b) => b - a);
      return {
        asOf,
        known: asked,
        knownAt,
        supportPaidWan: judged?.supportPaidWan ?? null,
        years: years.flatMap((year) => {
          const verdict = contractVerdict(rowsJudged, year, judged?.supportPaidWan ?? null);
          return verdict
            ? [
                {
                  year,
                  verdict: verdict.verdict,
                  lowestAttainmentPercent: quotient(verdict.lowestAttainmentPercent),
                  clawbackWan: quotient(verdict.clawbackWan),
                },
              ]
            : [];
        }),
        assessments: rowsJudged.map((row) => judgedView(row, about, asOf, knownAt)),
      };
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { AssessmentDefaults, assessmentDefaults } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows } from '@crm/platform/db';
import { requestJob } from '@crm/platform/queue';
import { exact, known, refOf, type Actor } from '../data-access/index.js';
import { assessAll } from './assessments.jobs.js';

/** 默认容忍度: one row is in force; earlier rows are kept. */
@Injectable()
export class AssessmentDefaultsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  inForce(_actor: Actor): Promise<AssessmentDefaults> {
    return this.database.read((rows) => this.now(rows));
  }

  /**
   * Percent, more than 0 and at most 100. All contracts become due for assessment today, and the nightly job is
   * requested now. Refuses `default.unchanged` and `default.percent`.
   */
  set(
    actor: Actor,
    { tolerancePercent, reason }: InputOf<typeof assessmentDefaults.set>['body'],
  ): Promise<AssessmentDefaults> {
    if (decimal(tolerancePercent).gt(100)) throw new Refusal('default.percent').at('/tolerancePercent');
    return this.database.transaction(refOf(actor), async (tx) => {
      // One after another, each with the clock of its own turn: the later change also has the later instant.
      await tx.run('LOCK TABLE assessment_default IN SHARE ROW EXCLUSIVE MODE');
      const before = known(
        await tx.one<{ tolerance_percent: string }>(
          'SELECT tolerance_percent FROM assessment_default WHERE known_to IS NULL',
        ),
      );
      if (decimal(before.tolerance_percent).eq(tolerancePercent))
        throw new Refusal('default.unchanged').at('/tolerancePercent');
      const { at } = known(await tx.one<{ at: string }>('SELECT clock_timestamp()::text AS at'));
      await tx.run('UPDATE assessment_default SET known_to = $1 WHERE known_to IS NULL', [at]);
      await tx.run(
        `INSERT INTO assessment_default (id, tolerance_percent, reason, entered_by, known_from)
         VALUES ($1, $2, $3, $4, $5)`,
        [newId(), tolerancePercent, reason, actor.userId, at],
      );
      await tx.run('UPDATE contract_summary SET changes_on = $1 WHERE changes_on > $1', [this.clock.today()]);
      await requestJob(tx, assessAll, {});
      return this.now(tx);
    });
  }

  private async now(rows: Rows): Promise<AssessmentDefaults> {
    interface DefaultRow {
      tolerance_percent: string;
      reason: string | null;
      entered_by_name: string | null;
      known_from: string;
      known_to: string | null;
    }
    const found = await rows.rows<DefaultRow>(
      `SELECT d.tolerance_percent, d.reason, u.name AS entered_by_name, d.known_from, d.known_to
       FROM assessment_default d
       LEFT JOIN app_user u ON u.id = d.entered_by
       ORDER BY d.known_to DESC NULLS FIRST, d.known_from DESC`,
    );
    const judged = await rows.one<{ contracts: number; waiting: number }>(
      `SELECT count(*)::int AS contracts, (count(*) FILTER (WHERE changes_on <= $1))::int AS waiting
       FROM contract_summary`,
      [this.clock.today()],
    );
    const history = found.map((row) => ({
      tolerancePercent: exact(row.tolerance_percent),
      reason: row.reason,
      enteredBy: row.entered_by_name,
      knownFrom: row.known_from,
      knownTo: row.known_to,
    }));
    return {
      tolerancePercent: known(history[0]).tolerancePercent,
      history,
      contracts: judged?.contracts ?? 0,
      waiting: judged?.waiting ?? 0,
    };
  }
}

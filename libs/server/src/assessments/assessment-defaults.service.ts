import { Inject, Injectable } from '@nestjs/common';
import type { AssessmentDefaults, assessmentDefaults } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, supersede, type Rows } from '@crm/platform/db';
import { requestJob } from '@crm/platform/queue';
import { known, refOf, type Actor } from '../data-access/index.js';
import { assessmentDefaultTable } from './assessment.entity.js';
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
      await supersede(tx, assessmentDefaultTable, {}, (before) => {
        if (decimal(known(before).tolerancePercent).eq(tolerancePercent))
          throw new Refusal('default.unchanged').at('/tolerancePercent');
        return { id: newId(), tolerancePercent, reason, enteredBy: actor.userId };
      });
      await tx.run('UPDATE contract_summary SET changes_on = $1 WHERE changes_on > $1', [this.clock.today()]);
      await requestJob(tx, assessAll, {});
      return this.now(tx);
    });
  }

  private async now(rows: Rows): Promise<AssessmentDefaults> {
    const history = await rows.rows<AssessmentDefaults['history'][number]>(
      `SELECT ${assessmentDefaultTable.pick('d', 'tolerancePercent', 'reason', 'knownFrom', 'knownTo')}, u.name AS "enteredBy"
       FROM assessment_default d
       LEFT JOIN app_user u ON u.id = d.entered_by
       ORDER BY d.known_to DESC NULLS FIRST, d.known_from DESC`,
    );
    const judged = await rows.one<{ contracts: number; waiting: number }>(
      `SELECT count(*)::int AS contracts, (count(*) FILTER (WHERE changes_on <= $1))::int AS waiting
       FROM contract_summary`,
      [this.clock.today()],
    );
    return {
      tolerancePercent: known(history[0]).tolerancePercent,
      history,
      contracts: judged?.contracts ?? 0,
      waiting: judged?.waiting ?? 0,
    };
  }
}

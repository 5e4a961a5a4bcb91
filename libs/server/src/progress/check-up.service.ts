import { Inject, Injectable } from '@nestjs/common';
import type { CheckUpRow, checkUps } from '@crm/api-contract/progress';
import { pageAsked, type InputOf } from '@crm/api-contract/wire';
import { checkUp, flaggedOn, type CheckUpFlag, type CheckUpLimits } from '@crm/domain/contracts';
import { decimal, percentOf, sum } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, supersede } from '@crm/platform/db';
import { momentOf } from '../assessments/index.js';
import { dueRulesChanged } from '../due/index.js';
import { exact, quotient, refOf, type Actor } from '../data-access/index.js';
import { aboutView } from './about-contract.js';
import { allLimits, limitsAt, limitsOf, limitsView } from './check-up-limits.js';
import { flaggedProjects } from './check-up-flags.js';
import { checkUpLimitTable } from './progress.entity.js';
import { projectsInHand, type ProjectInHand } from './check-up.store.js';

/** 项目体检: signed projects that have not started, or whose money is late. */
@Injectable()
export class CheckUpService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The numbers cover all projects; the rows are one page. */
  list(
    actor: Actor,
    { asOf, known = 'now', flag, all, page, perPage, ...scope }: InputOf<typeof checkUps.list>['query'],
  ) {
    return this.database.read(async (rows) => {
      const day = asOf ?? this.clock.today();
      const { instant, knownAt } = momentOf(day, known, this.clock.now());
      const version = await limitsAt(rows, instant);
      const limits = limitsOf(version);
      const today = this.clock.today();
      const { page: at, perPage: limit } = pageAsked({ page, perPage });
      const { projectIds, ...numbers } = await flaggedProjects(
        rows,
        actor,
        today,
        { asOf: day, instant },
        limits,
        scope,
        {
          flag,
          all: all === 'true',
          limit,
          offset: (at - 1) * limit,
        },
      );
      const shown = await projectsInHand(rows, actor, today, { asOf: day, instant }, { ...scope, projectIds });
      const byId = new Map(shown.map((project) => [project.first.projectId, project]));
      return {
        asOf: day,
        known,
        knownAt,
        limits: limitsView(version),
        ...numbers,
        rows: projectIds.flatMap((id) => byId.get(id) ?? []).map((project) => rowOf(project, day, limits)),
      };
    });
  }

  limits(_actor: Actor) {
    return this.database.read(async (rows) => ({ data: (await allLimits(rows)).map(limitsView) }));
  }

  /** A new version; the old one is kept as known until now. Refuses `check-up.unchanged`. */
  setLimits(actor: Actor, next: InputOf<typeof checkUps.setLimits>['body']) {
    return this.database.transaction(refOf(actor), async (tx) => {
      await supersede(tx, checkUpLimitTable, {}, (before) => {
        if (before && sameLimits(before, next)) throw new Refusal('check-up.unchanged');
        return { ...limitsOf(next), id: newId(), reason: next.reason, enteredBy: actor.userId };
      });
      await dueRulesChanged(tx, ['progress-check-up']);
      return limitsView(await limitsAt(tx, null));
    });
  }
}

const sameLimits = (one: CheckUpLimits, other: CheckUpLimits): boolean =>
  one.monthsToStart === other.monthsToStart &&
  one.monthsToFirstMoney === other.monthsToFirstMoney &&
  one.monthsBetweenMoney === other.monthsBetweenMoney &&
  decimal(one.leastPercent).eq(other.leastPercent);

function rowOf(project: ProjectInHand, asOf: string, limits: CheckUpLimits): CheckUpRow {
  const arrived = sum(project.receipts.map(({ wan }) => wan));
  return {
    ...aboutView(project.first),
    contracts: project.contracts,
    officerName: project.first.officerName,
    projectSignedOn: project.signedOn,
    startedOn: project.startedOn,
    amountWan: exact(project.amountWan),
    arrivedWan: exact(arrived),
    arrivedPercent: quotient(percentOf(arrived, project.amountWan)),
    lastMoneyOn:
      project.receipts
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null,
    flags: checkUp(project, asOf, limits).map((flag) => ({
      ...flag,
      since: flaggedOn(flag, project.startedOn, limits),
      limit: limitOf(flag.rule, limits),
    })),
  };
}

const limitOf = (rule: CheckUpFlag['rule'], limits: CheckUpLimits): string =>
  ({
    'not-started': String(limits.monthsToStart),
    'money-behind': limits.leastPercent,
    'money-stopped': String(limits.monthsBetweenMoney),
  })[rule];

import { Inject, Injectable } from '@nestjs/common';
import type { BoardRow, IdleLandRow, progress } from '@crm/api-contract/progress';
import type { InputOf } from '@crm/api-contract/wire';
import {
  checkUp,
  defaultStartOn,
  idleLand,
  idleLandStates,
  landReminderMonths,
  type IdleLandState,
} from '@crm/domain/contracts';
import { daysBetween } from '@crm/domain/days';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES, milestonesOfAll, owedOnOf } from '../contracts/index.js';
import { listRows, type Actor } from '../data-access/index.js';
import { ABOUT, ABOUT_JOINS, aboutView, within, type AboutRow, type Scope } from './about-contract.js';
import { limitsAt, limitsOf } from './check-up-limits.js';
import { projectsInHand } from './check-up.store.js';
import { landClocks } from './land-clocks.js';

interface BoardRecord extends AboutRow {
  id: string;
  officerName: string | null;
  fullProductionOn: string | null;
  fullProductionYear: number | null;
  late: number;
  worstOwedOn: string | null;
}
const LISTED = 500;

/** Milestones by enterprise, and the idle-land clocks. */
@Injectable()
export class MilestoneProgressService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  board(actor: Actor, query: InputOf<typeof progress.board>['query']) {
    return this.database.read(async (rows) => {
      const today = this.clock.today();
      const { kind, late, ...scope } = query.filter;
      const where = within(actor, today, scope, [today])
        .and(`c.status IN ${SIGNED_STATES} AND EXISTS (SELECT 1 FROM milestone m WHERE m.contract_id = c.id)`)
        .given(kind, 'EXISTS (SELECT 1 FROM milestone m WHERE m.contract_id = c.id AND m.kind = ?)')
        .given(
          late,
          `(
             EXISTS (SELECT 1 FROM milestone m WHERE m.contract_id = c.id AND ${LATE}${kind ? ' AND m.kind = ?' : ''})
           ) = ?`,
          ...(kind ? [kind, late] : [late]),
        );
      const from = `
        contract c ${ABOUT_JOINS}
        LEFT JOIN app_user o ON o.id = c.officer_id
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS late, min(${owedOnOf('m')}) AS worst_owed_on
          FROM milestone m
          WHERE m.contract_id = c.id AND ${LATE}
        ) l
        JOIN LATERAL (SELECT c.id) t ON true
      `;
      const page = await listRows<BoardRecord, (typeof query)['sort']>(
        rows,
        {
          select: `
            t.id, ${ABOUT}, o.name AS "officerName", c.full_production_on AS "fullProductionOn",
            c.full_production_year AS "fullProductionYear", l.late, l.worst_owed_on AS "worstOwedOn"
          `,
          from,
          where,
          sorts: { overdue: 'l.worst_owed_on', signedOn: 'c.signed_on', enterpriseName: 'e.name' },
        },
        query,
      );
      const milestones = await milestonesOfAll(
        rows,
        page.data.map(({ contractId: id }) => id),
      );
      return {
        ...page,
        data: page.data.map((row): BoardRow => ({
          ...aboutView(row),
          officerName: row.officerName,
          fullProductionOn: row.fullProductionOn,
          fullProductionYear: row.fullProductionYear,
          milestones: milestones.filter(({ contractId }) => contractId === row.contractId),
          late: row.late,
          worstOwedOn: row.worstOwedOn,
        })),
      };
    });
  }

  idleLand(actor: Actor, { asOf, state, ...scope }: InputOf<typeof progress.idleLand>['query']) {
    return this.database.read(async (rows) => {
      const day = asOf ?? this.clock.today();
      const all = await this.clocks(rows, actor, day, scope);
      const counts = Object.fromEntries(
        idleLandStates.map((one) => [one, all.filter((row) => row.state === one).length]),
      ) as Record<IdleLandState, number>;
      const shown = all.filter((row) => (state === undefined ? row.state !== 'stopped' : row.state === state));
      return { asOf: day, counts, rows: shown.slice(0, LISTED), truncated: shown.length > LISTED };
    });
  }

  summary(actor: Actor) {
    return this.database.read(async (rows) => {
      const today = this.clock.today();
      const where = within(actor, today, {}, [today]).and(
        `c.kind IN ${COUNTED_KINDS} AND c.status IN ('signed', 'performing') AND ${LATE}`,
      );
      const late = await rows.one<{ milestones: number; contracts: number }>(
        `SELECT count(*)::int AS milestones, count(DISTINCT c.id)::int AS contracts
         FROM milestone m
         JOIN contract c ON c.id = m.contract_id ${where.sql}`,
        where.values,
      );
      const idle = (await this.clocks(rows, actor, today)).filter(
        ({ state }) => state === 'warned' || state === 'fee' || state === 'take-back',
      );
      const limits = limitsOf(await limitsAt(rows, null));
      const flagged = (await projectsInHand(rows, actor, today, { asOf: today, instant: null })).filter(
        (project) => checkUp(project, today, limits).length > 0,
      );
      return {
        asOf: today,
        lateMilestones: late?.milestones ?? 0,
        lateContracts: late?.contracts ?? 0,
        idleLand: idle.length,
        flagged: flagged.length,
      };
    });
  }

  private async clocks(rows: Rows, actor: Actor, day: string, scope: Scope = {}): Promise<IdleLandRow[]> {
    return (await landClocks(rows, actor, this.clock.today(), day, scope)).map((row): IdleLandRow => {
      const { feeFrom, takeBackFrom, reminderDays, state } = idleLand(row.landGrantedOn, row.startedOn, day);
      return {
        ...aboutView(row),
        areaMu: row.areaMu,
        landGrantedOn: row.landGrantedOn,
        startedOn: row.startedOn,
        startOwedOn: row.startOwedOn ?? defaultStartOn(row.landGrantedOn),
        state,
        idleDays: daysBetween(row.landGrantedOn, state === 'stopped' ? row.startedOn! : day),
        told: reminderDays.map((on, i) => ({ months: landReminderMonths[i]!, on, passed: on <= day })),
        feeFrom,
        takeBackFrom,
      };
    });
  }
}

/** $1: today. */
const LATE = `m.actual_on IS NULL AND ${owedOnOf('m')} < $1::date`;

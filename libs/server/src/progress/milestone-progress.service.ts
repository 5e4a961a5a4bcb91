import { Inject, Injectable } from '@nestjs/common';
import type { BoardRow, IdleLandRow, progress } from '@crm/api-contract/progress';
import { pageAsked, type InputOf } from '@crm/api-contract/wire';
import {
  defaultStartOn,
  idleLand,
  idleLandStates,
  landReminderMonths,
  type IdleLandState,
} from '@crm/domain/contracts';
import { daysBetween } from '@crm/domain/days';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { COUNTED_KINDS, SIGNED_STATES, milestonesOfAll, owedOnOf } from '../contracts/index.js';
import { listRows, type Actor } from '../data-access/index.js';
import { ABOUT, ABOUT_JOINS, aboutView, within, type AboutRow } from './about-contract.js';
import { flaggedProjects } from './check-up-flags.js';
import { limitsAt, limitsOf } from './check-up-limits.js';
import { landClocks, landStates, type LandClockRow } from './land-clocks.js';

interface BoardRecord extends AboutRow {
  id: string;
  officerName: string | null;
  fullProductionOn: string | null;
  fullProductionYear: number | null;
  late: number;
  worstOwedOn: string | null;
}

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

  /** The counts cover all clocks; the rows are one page. */
  idleLand(actor: Actor, { asOf, state, page, perPage, ...scope }: InputOf<typeof progress.idleLand>['query']) {
    return this.database.read(async (rows) => {
      const today = this.clock.today();
      const day = asOf ?? today;
      const { page: at, perPage: limit } = pageAsked({ page, perPage });
      const states = await landStates(rows, actor, today, day, scope);
      const shown = await landClocks(rows, actor, today, day, scope, { state, limit, offset: (at - 1) * limit });
      const counts = Object.fromEntries(idleLandStates.map((one) => [one, states.get(one) ?? 0])) as Record<
        IdleLandState,
        number
      >;
      return {
        asOf: day,
        counts,
        total: state ? counts[state] : sumOf(IDLE.map((one) => counts[one])) + counts.running,
        rows: shown.map((row) => clockView(row, day)),
      };
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
      const states = await landStates(rows, actor, today, today);
      const limits = limitsOf(await limitsAt(rows, null));
      const { flagged } = await flaggedProjects(rows, actor, today, { asOf: today, instant: null }, limits);
      return {
        asOf: today,
        lateMilestones: late?.milestones ?? 0,
        lateContracts: late?.contracts ?? 0,
        idleLand: sumOf(IDLE.map((state) => states.get(state) ?? 0)),
        flagged,
      };
    });
  }
}

/** States of land that is idle for nine months or longer. */
const IDLE = ['warned', 'fee', 'take-back'] as const satisfies readonly IdleLandState[];
const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function clockView(row: LandClockRow, day: string): IdleLandRow {
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
}

/** $1: today. */
const LATE = `m.actual_on IS NULL AND ${owedOnOf('m')} < $1::date`;

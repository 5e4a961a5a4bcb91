import { addDays, dayOfInstant, yearOf, type Day } from '@crm/domain/days';
import { REMINDED_FOR_DAYS, paceDue, paceStepPlan } from '@crm/domain/lights';
import { grouped } from '../data-access/index.js';
import { ITSELF, type DueSource } from '../due/index.js';
import { allBands } from './light-bands.store.js';
import { TARGET_COLUMNS, TARGET_FROM, figuresOf, judged, visibleTargets, type TargetRow } from './pace.store.js';

const RULE = 'pace.behind';

const yearsReminded = (today: Day) => [yearOf(addDays(today, -REMINDED_FOR_DAYS)), yearOf(today)];

/** Managers are reminded of a red light at once, and of the second yellow in a row, until a month is good again. */
export const lightsDueSource: DueSource = {
  room: 'lights',
  rules: [{ code: RULE, plan: paceStepPlan, recipients: ['manager'] }],
  async units(rows, { today }, { after, limit }) {
    const found = await rows.rows<{ id: string }>(
      `SELECT t.id FROM pace_target t WHERE t.year BETWEEN $1 AND $2 AND t.id > $3 ORDER BY t.id LIMIT $4`,
      [...yearsReminded(today), after, limit],
    );
    return found.map(({ id }) => id);
  },
  async items(rows, { today, until, planOf }, units) {
    const targets = await rows.rows<TargetRow>(
      `SELECT ${TARGET_COLUMNS} FROM ${TARGET_FROM} WHERE t.year BETWEEN $1 AND $2 AND t.id = ANY($3) ORDER BY t.id`,
      [...yearsReminded(today), units],
    );
    const tables = await allBands(rows);
    const figures = grouped(
      await figuresOf(
        rows,
        targets.map(({ id }) => id),
        null,
      ),
      ({ targetId }) => targetId,
    );
    const moment = new Date(`${addDays(today, 1)}T00:00:00+08:00`);
    return targets.flatMap((target) => {
      const own = figures.get(target.id) ?? [];
      const enteredOn = (month: number) =>
        own
          .filter((row) => row.month === month)
          .map((row) => dayOfInstant(row.knownFrom))
          .sort()
          .at(-1) ?? today;
      return paceDue(
        { id: target.id, year: target.year, enteredOn },
        judged(target.year, own, tables, moment).months,
        today,
        until,
        planOf(RULE),
      ).map((item) => ({
        ...item,
        unit: target.id,
        facts: {
          ...item.facts,
          indicator: target.indicator,
          subjectKind: target.subjectKind,
          subjectName: target.subjectName,
          enterpriseName: target.enterpriseName,
        },
        ownerId: null,
        enterpriseId: target.enterpriseId,
        link: `/lights?year=${target.year}&target=${target.id}`,
      }));
    });
  },
  touchedBy: { 'pace-target': ITSELF },
  readable: (actor, today) => ({ from: TARGET_FROM, id: 't.id', where: visibleTargets(actor, today) }),
};

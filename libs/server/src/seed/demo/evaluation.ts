import { yearOf } from '@crm/domain/days';
import { computed, newId, type Tx } from '@crm/platform/db';
import { paceFigureTable, paceTargetTable } from '../../lights/light.entity.js';
import {
  evaluationFirmTable,
  evaluationRoundTable,
  evaluationValueTable,
} from '../../per-mu-classes/evaluation.entity.js';
import { formulaInForce, freezeRound, roundById } from '../../per-mu-classes/index.js';
import { chance } from './chance.js';

/** 万元 per year: the zone's goal, shared by its parks. */
const YEARLY = { investment: 186_000, output: 412_000, tax: 31_500 } as const;
/**
 * How far each park keeps its plan, in percent, in the zone's order. The third falls behind from summer on; the sixth
 * is far behind.
 */
const PACE = [104, 101, 82, 108, 97, 44, 112];
const SHARE = [30, 22, 9, 17, 9, 6, 7];
const ITEMS = [
  'tax-per-mu',
  'added-value-per-mu',
  'added-value-per-energy',
  'added-value-per-emission',
  'labour-productivity',
  'rd-share',
] as const;
const BASES = [24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302] as const;
const FIRMS = 40;

/** A year of lights for the parks, and two rounds of the per-mu evaluation: the last one closed, this year's open. */
export async function seedEvaluation(tx: Tx, managerId: string, today: string): Promise<void> {
  await seedLights(tx, managerId, today);
  const closed = await seedRound(tx, managerId, yearOf(today) - 2, 1);
  await evaluationRoundTable.update(
    tx,
    { id: closed },
    { status: 'closed', closedAt: computed('now()'), closedBy: managerId },
  );
  await freezeRound(tx, await roundById(tx, closed));
  await seedRound(tx, managerId, yearOf(today) - 1, 0.9);
}

async function seedLights(tx: Tx, managerId: string, today: string): Promise<void> {
  const dice = chance(512);
  const parks = await tx.rows<{ id: string }>('SELECT id FROM park ORDER BY position');
  const year = yearOf(today);
  const months = Number(today.slice(5, 7)) - 1;
  for (const [indicator, total] of Object.entries(YEARLY)) {
    const targets = parks.slice(0, PACE.length).map(({ id }, at) => ({
      id: newId(),
      park: id as string | null,
      yearly: Math.round((total * SHARE[at]!) / 100),
      pace: PACE[at]!,
    }));
    targets.unshift({ id: newId(), park: null, yearly: total, pace: 96 });
    await paceTargetTable.insertMany(
      tx,
      targets.map(({ id, park }) => ({
        id,
        subjectKind: park ? ('park' as const) : ('zone' as const),
        parkId: park,
        projectId: null,
        contractId: null,
        indicator,
        year,
        createdBy: managerId,
        demo: true,
      })),
    );
    const figures = targets.flatMap(({ id, yearly, pace }) => {
      let reached = 0;
      return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => {
        const plan = Math.round((yearly * month) / 12);
        const wobble = dice.whole(-3, 3) - (pace < 100 && month > 6 ? 4 : 0);
        reached = Math.max(reached, Math.round((plan * (pace + wobble)) / 100));
        const row = (kind: 'plan' | 'actual', wan: number) => ({
          id: newId(),
          targetId: id,
          month,
          kind,
          valueWan: String(wan),
          entered: { value: String(wan), unit: 'wan' as const },
          source: kind === 'plan' ? '年度计划分解' : '统计月报',
          reason: null,
          enteredBy: managerId,
        });
        return month <= months ? [row('plan', plan), row('actual', reached)] : [row('plan', plan)];
      });
    });
    await paceFigureTable.insertMany(tx, figures);
  }
}

/** Forty enterprises with land; three of the open round have not sent everything. */
async function seedRound(tx: Tx, managerId: string, year: number, factor: number): Promise<string> {
  const dice = chance(year);
  const id = newId();
  const { items, capped, bands } = await formulaInForce(tx);
  await evaluationRoundTable.insert(tx, { id, year, items, capped, bands, createdBy: managerId, demo: true });
  const firms = await tx.rows<{ id: string }>(
    `SELECT e.id
     FROM enterprise e
     WHERE e.demo AND EXISTS (SELECT 1 FROM contract c WHERE c.enterprise_id = e.id AND c.area_mu > 0)
     ORDER BY e.credit_code
     LIMIT $1`,
    [FIRMS],
  );
  const taking = firms.map((firm) => ({ id: newId(), roundId: id, enterpriseId: firm.id }));
  await evaluationFirmTable.insertMany(tx, taking);
  const values = taking.flatMap((firm, at) => {
    const strength = (0.45 + dice.whole(0, 90) / 100) * factor;
    return ITEMS.flatMap((item, place) =>
      factor < 1 && at % 13 === 7 && place > 3
        ? []
        : [
            {
              id: newId(),
              firmId: firm.id,
              item,
              value: (BASES[place]! * strength * (0.7 + dice.whole(0, 60) / 100)).toFixed(4),
              source: '统计年报',
              reason: null,
              enteredBy: managerId,
            },
          ],
    );
  });
  await evaluationValueTable.insertMany(tx, values);
  return id;
}

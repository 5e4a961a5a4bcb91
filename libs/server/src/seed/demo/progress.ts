import { addDays, daysBetween, earlierOf } from '@crm/domain/days';
import { decimal } from '@crm/domain/quantities';
import { newId, type Tx } from '@crm/platform/db';
import { insertMany, type Actor } from '../../data-access/index.js';

interface Built {
  id: string;
  amount_wan: string;
  started_on: string;
  production_on: string | null;
  completion_id: string | null;
  completion_planned: string | null;
  completion_on: string | null;
  production_planned: string | null;
}
interface Money {
  readonly percent: string;
  readonly on: string;
  readonly kind: 'bank-slip' | 'invoice' | 'land-receipt' | 'other';
}

/** Receipts of contracts under construction: enough and recent; too little; none for months; enough. */
const underWay = (start: string, today: string): readonly (readonly Money[])[] => [
  [
    { percent: '12', on: addDays(start, 30), kind: 'bank-slip' },
    { percent: '10', on: addDays(start, 150), kind: 'invoice' },
    { percent: '9', on: addDays(today, -40), kind: 'bank-slip' },
  ],
  [{ percent: '11', on: addDays(start, 45), kind: 'land-receipt' }],
  [
    { percent: '20', on: addDays(start, 30), kind: 'bank-slip' },
    { percent: '15', on: addDays(today, -130), kind: 'bank-slip' },
  ],
  [
    { percent: '18', on: addDays(start, 20), kind: 'bank-slip' },
    { percent: '12', on: addDays(today, -20), kind: 'invoice' },
  ],
];
const inProduction = (start: string): readonly Money[] => [
  { percent: '35', on: addDays(start, 20), kind: 'land-receipt' },
  { percent: '40', on: addDays(start, 200), kind: 'bank-slip' },
];

/** Receipts and granted extensions of the demo contracts; recorded some days after they happened. */
export async function seedProgress(tx: Tx, manager: Actor, today: string): Promise<void> {
  const officer = await tx.one<{ id: string }>(`SELECT id FROM app_user WHERE username = 'officer'`);
  const built = await tx.rows<Built>(
    `SELECT
       c.id, c.amount_wan, s.actual_on AS started_on, p.actual_on AS production_on,
       p.planned_on AS production_planned, m.id AS completion_id, m.planned_on AS completion_planned,
       m.actual_on AS completion_on
     FROM contract c
     JOIN milestone s ON s.contract_id = c.id AND s.kind = 'construction-start' AND s.actual_on IS NOT NULL
     LEFT JOIN milestone p ON p.contract_id = c.id AND p.kind = 'production-start'
     LEFT JOIN milestone m ON m.contract_id = c.id AND m.kind = 'completion'
     WHERE c.demo AND c.kind = 'performance' AND c.amount_wan IS NOT NULL
     ORDER BY c.signed_on, c.number`,
  );
  const open = built.filter(({ production_on: on }) => on === null);
  await insertMany(
    tx,
    'receipt',
    {
      id: 'uuid',
      contract_id: 'uuid',
      kind: 'text',
      arrived_on: 'date',
      amount_wan: 'numeric',
      entered: 'jsonb',
      entered_by: 'uuid',
      verified_by: 'uuid',
      verified_at: 'timestamptz',
      known_from: 'timestamptz',
    },
    built.flatMap((contract) => {
      const money = contract.production_on
        ? inProduction(contract.started_on)
        : underWay(contract.started_on, today)[open.indexOf(contract) % 4]!;
      return money
        .filter(({ on }) => on <= today)
        .map(({ percent, on, kind }) => {
          const wan = decimal(contract.amount_wan).times(percent).div(100).toFixed(0);
          const verified = daysBetween(on, today) > 60;
          const knownFrom = `${earlierOf(addDays(on, 3), today)}T02:00:00Z`;
          return {
            id: newId(),
            contract_id: contract.id,
            kind,
            arrived_on: on,
            amount_wan: wan,
            entered: JSON.stringify({ value: wan, unit: 'wan' }),
            entered_by: officer?.id ?? manager.userId,
            verified_by: verified ? manager.userId : null,
            verified_at: verified ? knownFrom : null,
            known_from: knownFrom,
          };
        });
    }),
  );
  const extended = built.flatMap((contract, i) => {
    const { completion_id: id, completion_planned: planned, completion_on: on, production_planned: next } = contract;
    if (id === null || planned === null || i % 3 > 0) return [];
    const toDay = on !== null ? on : earlierOf(addDays(planned, 240), next ?? addDays(planned, 240));
    return toDay > planned
      ? [
          {
            id: newId(),
            milestone_id: id,
            from_day: planned,
            to_day: toDay,
            reason: i % 2 === 0 ? '雨季停工，经现场核实' : '设备到货推迟，企业来函说明',
            requested_by: officer?.id ?? manager.userId,
            approved_by: manager.userId,
            granted_at: `${earlierOf(addDays(planned, -10), today)}T02:00:00Z`,
          },
        ]
      : [];
  });
  await insertMany(
    tx,
    'milestone_extension',
    {
      id: 'uuid',
      milestone_id: 'uuid',
      from_day: 'date',
      to_day: 'date',
      reason: 'text',
      requested_by: 'uuid',
      approved_by: 'uuid',
      granted_at: 'timestamptz',
    },
    extended,
  );
}

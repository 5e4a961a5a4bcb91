import { addDays, daysBetween, earlierOf } from '@crm/domain/days';
import { decimal } from '@crm/domain/quantities';
import { newId, type Tx } from '@crm/platform/db';
import type { Actor } from '../../data-access/index.js';
import { milestoneExtensionTable, receiptTable } from '../../progress/progress.entity.js';

interface Built {
  readonly id: string;
  readonly amountWan: string;
  readonly startedOn: string;
  readonly productionOn: string | null;
  readonly productionPlanned: string | null;
  readonly completionId: string | null;
  readonly completionPlanned: string | null;
  readonly completionOn: string | null;
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
       c.id, c.amount_wan AS "amountWan", s.actual_on AS "startedOn", p.actual_on AS "productionOn",
       p.planned_on AS "productionPlanned", m.id AS "completionId", m.planned_on AS "completionPlanned",
       m.actual_on AS "completionOn"
     FROM contract c
     JOIN milestone s ON s.contract_id = c.id AND s.kind = 'construction-start' AND s.actual_on IS NOT NULL
     LEFT JOIN milestone p ON p.contract_id = c.id AND p.kind = 'production-start'
     LEFT JOIN milestone m ON m.contract_id = c.id AND m.kind = 'completion'
     WHERE c.demo AND c.kind = 'performance' AND c.amount_wan IS NOT NULL
     ORDER BY c.signed_on, c.number`,
  );
  const open = built.filter(({ productionOn: on }) => on === null);
  await receiptTable.insertMany(
    tx,
    built.flatMap((contract) => {
      const money = contract.productionOn
        ? inProduction(contract.startedOn)
        : underWay(contract.startedOn, today)[open.indexOf(contract) % 4]!;
      return money
        .filter(({ on }) => on <= today)
        .map(({ percent, on, kind }) => {
          const wan = decimal(contract.amountWan).times(percent).div(100).toFixed(0);
          const verified = daysBetween(on, today) > 60;
          const knownFrom = `${earlierOf(addDays(on, 3), today)}T02:00:00Z`;
          return {
            id: newId(),
            contractId: contract.id,
            kind,
            arrivedOn: on,
            amountWan: wan,
            entered: { value: wan, unit: 'wan' as const },
            enteredBy: officer?.id ?? manager.userId,
            verifiedBy: verified ? manager.userId : null,
            verifiedAt: verified ? knownFrom : null,
            knownFrom,
          };
        });
    }),
  );
  const extended = built.flatMap((contract, i) => {
    const { completionId: id, completionPlanned: planned, completionOn: on, productionPlanned: next } = contract;
    if (id === null || planned === null || i % 3 > 0) return [];
    const toDay = on !== null ? on : earlierOf(addDays(planned, 240), next ?? addDays(planned, 240));
    return toDay > planned
      ? [
          {
            id: newId(),
            milestoneId: id,
            fromDay: planned,
            toDay,
            reason: i % 2 === 0 ? '雨季停工，经现场核实' : '设备到货推迟，企业来函说明',
            requestedBy: officer?.id ?? manager.userId,
            approvedBy: manager.userId,
            grantedAt: `${earlierOf(addDays(planned, -10), today)}T02:00:00Z`,
          },
        ]
      : [];
  });
  await milestoneExtensionTable.insertMany(tx, extended);
}

import type { Milestone } from '@crm/api-contract/contracts';
import { stopsOf } from './stops.js';

const at = (
  kind: Milestone['kind'],
  plannedOn: string | null,
  actualOn: string | null,
  extendedTo: string | null = null,
): Milestone => ({
  id: kind,
  contractId: 'c',
  contractNumber: 'HT',
  enterpriseName: '甲',
  kind,
  plannedOn,
  actualOn,
  daysLate: null,
  owedOn: extendedTo ?? plannedOn,
  extensions: extendedTo
    ? [
        {
          id: 'x',
          toDay: extendedTo,
          reason: '雨季',
          requestedBy: '甲',
          approvedBy: '乙',
          grantedAt: '2022-07-01T00:00:00Z',
        },
      ]
    : [],
  version: 1,
});
const contract = {
  signedOn: '2021-03-01',
  fullProductionOn: '2024-12-31',
  milestones: [
    at('land-granted', '2021-05-30', '2021-05-26'),
    at('construction-start', '2021-08-28', '2021-09-15'),
    at('completion', null, '2022-09-30'),
    at('production-start', '2027-01-01', null),
  ],
};

it('has six stops, in time or not, by the day', () => {
  const stops = stopsOf(contract, '2026-11-20');
  expect(stops.map(({ kind, verdict, days }) => [kind, verdict, days])).toEqual([
    ['signed', 'met', null],
    ['land-granted', 'met', -4],
    ['construction-start', 'warning', 18],
    ['completion', 'met', null],
    ['production-start', 'not-due', -42],
    ['full-production', 'breach', 689],
  ]);
});

it('is not overdue on the day itself', () => {
  expect(stopsOf(contract, '2024-12-31').at(-1)).toMatchObject({ verdict: 'not-due', days: 0 });
});

it('is owed on the day it was extended to; how late it came is told against the plan', () => {
  const [, , open, late] = stopsOf(
    {
      ...contract,
      milestones: [
        at('construction-start', '2026-10-01', null, '2026-12-01'),
        at('completion', '2022-07-11', '2022-09-30', '2022-10-01'),
      ],
    },
    '2026-11-20',
  );
  expect(open).toMatchObject({ planned: '2026-10-01', extendedTo: '2026-12-01', verdict: 'not-due', days: -11 });
  expect(late).toMatchObject({ extendedTo: '2022-10-01', verdict: 'warning', days: 81 });
});

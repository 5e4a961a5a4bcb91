import type { Milestone } from '@crm/api-contract/contracts';
import { stopsOf } from './stops.js';

const at = (kind: Milestone['kind'], plannedOn: string | null, actualOn: string | null): Milestone => ({ id: kind, contractId: 'c', contractNumber: 'HT', enterpriseName: '甲', kind, plannedOn, actualOn, daysLate: null, version: 1 });
const contract = {
  signedOn: '2021-03-01', fullProductionOn: '2024-12-31',
  milestones: [at('land-granted', '2021-05-30', '2021-05-26'), at('construction-start', '2021-08-28', '2021-09-15'), at('completion', null, '2022-09-30'), at('production-start', '2027-01-01', null)],
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

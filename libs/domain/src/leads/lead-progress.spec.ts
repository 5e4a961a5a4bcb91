import { type LeadStanding, leadProgress, stageAge } from './lead-progress.js';

const lead: LeadStanding = {
  stage: 'negotiation',
  stageSince: '2026-09-01',
  reportedOn: '2026-09-01',
  lastFollowUpOn: null,
  hasLiveContract: false,
};

describe('how a lead stands', () => {
  it.each([
    ['2026-10-31', 'green', false],
    ['2026-11-01', 'yellow', false],
    ['2026-11-30', 'yellow', false],
    ['2026-12-01', 'red', false],
    ['2027-02-28', 'red', false],
    ['2027-03-01', 'red', true],
  ])('silent since 2026-09-01, on %s it is %s, back to the pool: %s', (today, light, goesToPool) => {
    expect(leadProgress(lead, today)).toMatchObject({ light, goesToPool, poolOn: '2027-03-01' });
  });

  it('a follow-up restarts the clock', () => {
    expect(leadProgress({ ...lead, lastFollowUpOn: '2026-11-19' }, '2026-11-20')).toEqual({
      stageAgeDays: 80,
      quietDays: 1,
      light: 'green',
      poolOn: '2027-05-19',
      goesToPool: false,
    });
  });

  it.each([
    ['a live contract', { hasLiveContract: true }, 'red'],
    ['a lead that was given up', { stage: 'lost' as const }, 'green'],
    ['a signed lead', { stage: 'signed' as const }, 'green'],
  ])('%s never goes back', (_, change, light) => {
    expect(leadProgress({ ...lead, reportedOn: '2020-01-01', ...change }, '2026-11-20')).toMatchObject({
      poolOn: null,
      goesToPool: false,
      light,
    });
  });

  it('ages by the day in its stage', () => {
    expect([stageAge(lead, '2026-09-01'), stageAge(lead, '2026-09-11')]).toEqual([0, 10]);
  });
});

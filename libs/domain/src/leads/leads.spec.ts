import { reachable } from '../lifecycle/index.js';
import { type LeadMove, type LeadStage, type Report, aLead, firstReport, isOpen, leadLifecycle, leadProgress, leadStages, leadsDue, moveLead, promptsFiling, stageAge } from './index.js';

const answerOf = (from: LeadStage, step: LeadMove): string => {
  try {
    return moveLead(from, step).stage;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('moving a lead', () => {
  it.each<[LeadStage, LeadMove, string]>([
    ['registered', { to: 'contacted' }, 'contacted'],
    ['contacted', { to: 'negotiation' }, 'negotiation'],
    ['negotiation', { to: 'site-visit' }, 'site-visit'],
    ['admission-review', { to: 'signed' }, 'signed'],
    ['negotiation', { to: 'signed' }, 'transition.forbidden'],
    ['registered', { to: 'admission-review' }, 'transition.forbidden'],
    ['registered', { to: 'registered' }, 'transition.forbidden'],
    ['signed', { to: 'negotiation' }, 'transition.forbidden'],
    ['contacted', { to: 'lost' }, 'lead.loss-reason-missing'],
    ['contacted', { to: 'lost', lossReason: 'land' }, 'lost'],
    ['contacted', { to: 'withdrawn' }, 'lead.loss-reason-missing'],
    ['contacted', { to: 'lost', lossReason: 'other' }, 'lead.loss-reason-missing'],
    ['contacted', { to: 'lost', lossReason: 'other', note: '  ' }, 'lead.loss-reason-missing'],
    ['contacted', { to: 'lost', lossReason: 'other', note: '总部迁址' }, 'lost'],
    ['lost', { to: 'contacted' }, 'contacted'],
    ['lost', { to: 'signed' }, 'transition.forbidden'],
  ])('from %s with %j: %s', (from, step, answer) => {
    expect(answerOf(from, step)).toBe(answer);
  });

  it('keeps no loss reason on a lead that goes on', () => {
    expect(moveLead('registered', { to: 'contacted', lossReason: 'land' }).lossReason).toBeNull();
  });

  it('can be lost from every open stage, and every stage can be reached', () => {
    expect(leadStages.filter(isOpen).every((stage) => leadLifecycle[stage].includes('lost') && leadLifecycle[stage].includes('withdrawn'))).toBe(true);
    expect([...reachable(leadLifecycle, 'registered')].sort()).toEqual([...leadStages].sort());
  });
});

describe('worked case 8: the first reporter', () => {
  const code = '91350100M000100Y43';
  const x: Report = { leadId: '1', creditCode: code, reportedBy: 'X', reportedAt: '2026-11-20T09:00:00+08:00', open: true };
  const y: Report = { leadId: '2', creditCode: '91350100m000100y43', reportedBy: 'Y', reportedAt: '2026-11-20T02:00:00Z', open: true };

  it('X at 09:00 keeps the right, Y at 10:00 is a co-report, in whatever order they are read', () => {
    expect(firstReport([y, x], code)).toEqual({ holder: x, coReports: [y] });
  });

  it.each([
    ['one report alone', [x]],
    ['two by the same person', [x, { ...y, reportedBy: 'X' }]],
    ['another firm', [x, { ...y, creditCode: '91330100799655058B' }]],
    ['a firm without a code', [x, { ...y, creditCode: null }]],
    ['a first report that lapsed', [{ ...x, open: false }, y]],
  ])('%s is no conflict', (_, reports) => {
    expect(firstReport(reports, code)).toBeNull();
  });

  it.each([
    ['99999', false],
    ['99999.999999', false],
    ['100000', true],
    ['100000.000001', true],
    [null, false],
  ])('an investment of %s 万元 prompts the filing: %s', (wan, prompts) => {
    expect(promptsFiling(wan)).toBe(prompts);
  });

  it('the amount is configuration', () => {
    expect([promptsFiling('50000', '50000'), promptsFiling('49999', '50000')]).toEqual([true, false]);
  });
});

describe('how a lead stands', () => {
  it.each([
    ['2026-10-31', 'green', false],
    ['2026-11-01', 'yellow', false],
    ['2026-11-30', 'yellow', false],
    ['2026-12-01', 'red', false],
    ['2027-02-28', 'red', false],
    ['2027-03-01', 'red', true],
  ])('quiet since 2026-09-01, on %s it is %s, back to the pool: %s', (today, light, goesToPool) => {
    expect(leadProgress(aLead().registeredOn('2026-09-01').clock, today)).toMatchObject({ light, goesToPool, poolOn: '2027-03-01' });
  });

  it('a follow-up starts the clock anew', () => {
    expect(leadProgress(aLead().registeredOn('2026-01-01').followedUpOn('2026-11-19').clock, '2026-11-20')).toMatchObject({ quietDays: 1, light: 'green', poolOn: '2027-05-19' });
  });

  it.each([
    ['a live contract', aLead().registeredOn('2020-01-01').withLiveContract().clock, 'red'],
    ['a closed lead', aLead().registeredOn('2020-01-01').inStage('lost').clock, 'green'],
  ])('with %s it never goes back', (_, clock, light) => {
    expect(leadProgress(clock, '2026-11-20')).toMatchObject({ poolOn: null, goesToPool: false, light });
  });

  it('ages by the day in its stage', () => {
    expect(stageAge(aLead().inStage('negotiation', '2026-11-10').clock, '2026-11-20')).toBe(10);
  });
});

describe('what is due of a lead', () => {
  const told = (clock: ReturnType<typeof aLead>['clock'], today: string) => leadsDue(clock, today).map((item) => `${item.rule} ${item.step} ${item.dueDay}`);

  it.each([
    ['2026-11-02', []],
    ['2026-11-03', ['lead.unanswered overdue-w1 2026-11-02']],
    ['2026-11-05', ['lead.unanswered overdue-w3 2026-11-02', 'lead.unassessed overdue-w1 2026-11-04']],
  ])('unanswered and unassessed, on %s: %j', (today, items) => {
    expect(told(aLead().unanswered().unassessed().clock, today)).toEqual(items);
  });

  it('a major one is assessed within seven days', () => {
    expect([told(aLead().major().unassessed().clock, '2026-11-08'), told(aLead().major().unassessed().clock, '2026-11-09')]).toEqual([[], ['lead.unassessed overdue-w1 2026-11-08']]);
  });

  it('without progress for fourteen days', () => {
    expect([told(aLead().clock, '2026-11-15'), told(aLead().clock, '2026-11-16')]).toEqual([[], ['lead.no-progress overdue-w1 2026-11-15']]);
  });

  it('before it goes back to the pool, and not after', () => {
    const clock = aLead().registeredOn('2026-06-01').followedUpOn('2026-06-01').clock;
    const pool = (today: string) => told(clock, today).filter((line) => line.startsWith('lead.pool-warning'));
    expect([pool('2026-10-31'), pool('2026-11-01'), pool('2026-11-24'), pool('2026-12-02')]).toEqual([[], ['lead.pool-warning before-30 2026-12-01'], ['lead.pool-warning before-7 2026-12-01'], []]);
  });

  it('nothing, once it is closed', () => {
    expect(told(aLead().registeredOn('2020-01-01').unanswered().inStage('lost').clock, '2026-11-20')).toEqual([]);
  });
});

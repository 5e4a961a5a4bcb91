import { reachable } from '../lifecycle/index.js';
import { firstReport, suggestsFiling, type Report } from './first-report.js';
import { leadDues, type LeadClock } from './lead-dues.js';
import { isWorked, leadLifecycle, leadStages, movedLead, type LeadStage } from './lead-lifecycle.js';

describe('the stages of a lead', () => {
  it('can all be reached from the first', () =>
    expect([...reachable(leadLifecycle, 'registered')].sort()).toEqual([...leadStages].sort()));

  it.each<[LeadStage, LeadStage]>([
    ['registered', 'contact'],
    ['negotiation', 'admission-review'],
    ['admission-review', 'signed'],
    ['site-visit', 'contact'],
    ['lost', 'contact'],
  ])('%s → %s is a step', (from, to) => expect(movedLead(from, to)).toEqual({ from, to, lossReason: null }));

  it.each<[LeadStage, LeadStage]>([
    ['registered', 'signed'],
    ['negotiation', 'signed'],
    ['signed', 'contact'],
    ['lost', 'signed'],
    ['contact', 'contact'],
  ])('%s → %s is none, and the refusal names those there are', (from, to) =>
    expect(() => movedLead(from, to)).toThrow(
      expect.objectContaining({
        code: 'lead.transition',
        kind: 'conflict',
        facts: { from, to, allowed: leadLifecycle[from] },
      }),
    ),
  );

  it.each<[LeadStage, string | undefined]>([
    ['lost', undefined],
    ['lost', '  '],
    ['withdrawn', ''],
  ])('is not given up (%s) without a reason', (to, reason) =>
    expect(() => movedLead('negotiation', to, reason)).toThrow(expect.objectContaining({ code: 'lead.loss-reason' })),
  );

  it('keeps the reason of a lead that is given up', () =>
    expect(movedLead('contact', 'lost', ' 选址外省 ').lossReason).toBe('选址外省'));
});

const code = '91350100M000100Y43';
const byX: Report = {
  leadId: 'a',
  ownerId: 'x',
  creditCode: code,
  matchName: '浙江泽科',
  reportedAt: '2026-11-20T09:00:00+08:00',
};

describe('case 8: first reporter', () => {
  it.each<[string, { creditCode: string | null; matchName: string; ownerId: string }, string | null]>([
    ['Y enters the same credit code at 10:00', { creditCode: code, matchName: '泽科环保', ownerId: 'y' }, 'x'],
    ['Y enters the same name without a code', { creditCode: null, matchName: '浙江泽科', ownerId: 'y' }, 'x'],
    [
      'Y enters the same name with another code: another firm',
      { creditCode: '91330100799655058B', matchName: '浙江泽科', ownerId: 'y' },
      null,
    ],
    ['Y enters another firm', { creditCode: null, matchName: '海南泽科', ownerId: 'y' }, null],
    ['X enters a second project of the firm', { creditCode: code, matchName: '浙江泽科', ownerId: 'x' }, null],
  ])('%s', (_, incoming, holder) => expect(firstReport([byX], incoming)?.ownerId ?? null).toBe(holder));

  it('the earlier report holds the right, in whatever order they are read', () => {
    const later = { ...byX, leadId: 'b', ownerId: 'z', reportedAt: '2026-11-20T01:30:00Z' };
    expect(firstReport([later, byX], { creditCode: code, matchName: '', ownerId: 'y' })?.leadId).toBe('a');
    expect(firstReport([later, byX], { creditCode: code, matchName: '', ownerId: 'x' })).toBeNull();
  });

  it.each([
    ['99900', false],
    ['99999.999999', false],
    ['100000', true],
    ['100000.0', true],
    ['250000', true],
  ])('filing of %s 万元 is suggested: %s', (wan, answer) => expect(suggestsFiling(wan)).toBe(answer));
  it('the amount is a setting', () => expect(suggestsFiling('50000', '50000')).toBe(true));
});

describe('reminders of a lead', () => {
  const lead: LeadClock = {
    id: 'l',
    enterpriseName: '泽科',
    projectName: '二期',
    stage: 'registered',
    reportedOn: '2026-11-19',
    answeredOn: null,
    nextStep: null,
    nextOn: null,
  };
  const reminders = (changes: Partial<LeadClock>, today = '2026-11-20') =>
    leadDues({ ...lead, ...changes }, today).map((item) => [item.rule, item.dueDay, item.step]);

  it('asks for a follow-up one day after the report', () =>
    expect(reminders({})).toEqual([['lead.unanswered', '2026-11-20', 'before-0']]));
  it('does not ask on the day itself', () => expect(reminders({}, '2026-11-19')).toEqual([]));
  it('stops after a follow-up', () => expect(reminders({ answeredOn: '2026-11-19' })).toEqual([]));
  it('reminds of the next step on its day', () =>
    expect(reminders({ answeredOn: '2026-11-19', nextStep: '寄样', nextOn: '2026-11-20' })).toEqual([
      ['lead.next-step', '2026-11-20', 'before-0'],
    ]));
  it('reminds of an overdue step once a week', () => {
    expect(reminders({ answeredOn: '2026-11-19', nextStep: '寄样', nextOn: '2026-11-10' })).toEqual([
      ['lead.next-step', '2026-11-10', 'overdue-w2'],
    ]);
    expect(reminders({ answeredOn: '2026-11-19', nextStep: '寄样', nextOn: '2026-11-21' })).toEqual([]);
  });
  it.each(leadStages.filter((stage) => !isWorked(stage)))('sends no reminder for a lead that is %s', (stage) =>
    expect(reminders({ stage, nextStep: '寄样', nextOn: '2026-11-20' })).toEqual([]),
  );
});

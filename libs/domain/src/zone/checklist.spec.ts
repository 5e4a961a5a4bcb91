import { CHECKLIST, stateOf, type Counted } from './index.js';

const nothing: Counted = {
  departments: 0,
  people: 1,
  waiting: 0,
  administrators: 1,
  parks: 0,
  industries: 0,
  standards: 0,
  thisYear: false,
  nextYear: false,
  approvals: 4,
  reminders: 14,
  contracts: 0,
};
const states = (counted: Partial<Counted>, answers = {}) =>
  Object.fromEntries(CHECKLIST.map((step) => [step, stateOf(step, { ...nothing, ...counted }, answers)]));

describe('the checklist of the first day', () => {
  it('is open where nothing was entered', () => {
    expect(new Set(Object.values(states({})))).toEqual(new Set(['open']));
  });

  it.each([
    ['departments', { departments: 1 }, 'done'],
    ['people', { people: 2 }, 'done'],
    ['people', { people: 5, waiting: 2 }, 'under-way'],
    ['parks', { parks: 3 }, 'done'],
    ['calendar', { thisYear: true }, 'under-way'],
    ['calendar', { nextYear: true }, 'under-way'],
    ['calendar', { thisYear: true, nextYear: true }, 'done'],
    ['ledger', { contracts: 1 }, 'done'],
  ] as const)('%s with %j: %s', (step, counted, state) => expect(states(counted)[step]).toBe(state));

  it('what data show is not said by a person, and what they cannot show is', () => {
    expect(states({}, { parks: 'done', backup: 'done' })).toMatchObject({ parks: 'open', backup: 'done' });
  });

  it('a step left for later is done once its data are there', () => {
    expect(states({}, { standards: 'later' }).standards).toBe('later');
    expect(states({ standards: 3 }, { standards: 'later' }).standards).toBe('done');
  });
});

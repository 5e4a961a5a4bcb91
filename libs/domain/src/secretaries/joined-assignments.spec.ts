import { anAssignment } from './assignment.example.js';
import type { SecretaryAssignment } from './assignment.js';
import { joinedAssignments } from './joined-assignments.js';

const chen = (from: string, to: string | null) => anAssignment('chen').of('chen').between(from, to);
const wu = (from: string, to: string | null) => anAssignment('wu').of('wu').to('firm-2').between(from, to);
const told = (staying: readonly SecretaryAssignment[], going: readonly SecretaryAssignment[]) =>
  joinedAssignments(staying, going).map(({ pieces }) =>
    pieces.map(({ role, from, to }) => `${role} ${from}…${to ?? ''}`),
  );

describe('the secretaries of two records of one firm', () => {
  it('go on as they are where the firm that stays has nobody', () =>
    expect(told([], [wu('2026-01-01', null).value])).toEqual([['primary 2026-01-01…']]));

  it('where both have a primary, the one of the firm that stays remains primary, day by day', () =>
    expect(told([chen('2026-03-01', '2026-06-30').value], [wu('2026-01-01', null).value])).toEqual([
      ['primary 2026-01-01…2026-02-28', 'deputy 2026-03-01…2026-06-30', 'primary 2026-07-01…'],
    ]));

  it('an open primary leaves the other no later day as primary', () =>
    expect(told([chen('2026-03-01', null).value], [wu('2026-03-01', '2026-12-31').value])).toEqual([
      ['deputy 2026-03-01…2026-12-31'],
    ]));

  it('a person who is there already gets no second row', () => {
    expect(told([chen('2026-01-01', null).value], [wu('2026-05-01', null).of('chen').value])).toEqual([[]]);
    expect(
      told([chen('2026-01-01', null).as('deputy').value], [wu('2025-12-01', null).of('chen').as('specialist').value]),
    ).toEqual([['specialist 2025-12-01…2025-12-31']]);
  });

  it('a deputy stays a deputy beside any primary', () =>
    expect(told([chen('2026-01-01', null).value], [wu('2026-01-01', null).as('deputy').value])).toEqual([
      ['deputy 2026-01-01…'],
    ]));
});

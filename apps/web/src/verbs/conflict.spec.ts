import { differences, resolved } from './conflict.js';

const base = { id: '1', version: 3, nextStep: '电话', areaMu: '100', note: null };

describe('two savers of one record', () => {
  it('asks only about fields both changed to different values', () => {
    const yours = { ...base, nextStep: '11-27 条款磋商', areaMu: '120', note: '急' };
    const theirs = { ...base, version: 4, nextStep: '11-25 送审', areaMu: '118' };
    expect(differences(base, yours, theirs)).toEqual([
      { field: 'nextStep', yours: '11-27 条款磋商', theirs: '11-25 送审' },
      { field: 'areaMu', yours: '120', theirs: '118' },
    ]);
  });

  it('asks nothing when both made the same change, or each touched another field', () => {
    expect(differences(base, { ...base, areaMu: '120' }, { ...base, version: 4, areaMu: '120', note: '急' })).toEqual(
      [],
    );
  });

  it('loses nothing typed: what was not asked about is kept, what was asked follows the choice', () => {
    const yours = { ...base, nextStep: '11-27 条款磋商', areaMu: '120', note: '急' };
    const theirs = { ...base, version: 4, nextStep: '11-25 送审', areaMu: '118' };
    expect(resolved(base, yours, theirs, { nextStep: 'yours', areaMu: 'theirs' })).toEqual({
      id: '1',
      version: 4,
      nextStep: '11-27 条款磋商',
      areaMu: '118',
      note: '急',
    });
  });
});

import { plain } from '../quantities/index.js';
import { admitToQuota, screenAgainstQuota } from './quota.js';

const energy = { kind: 'energy', limit: '100000', allocated: '96000' } as const;
const refusedBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (thrown) {
    return thrown;
  }
  return null;
};

describe('worked case 12: quotas', () => {
  it.each([
    ['5000', '1000', '-1000'],
    ['4000', '0', '0'],
    ['4000.000001', '0.000001', '-0.000001'],
    ['1', '0', '3999'],
  ])('a lead that needs %s tce is over by %s', (needs, over, leftAfter) => {
    const screening = screenAgainstQuota(energy, needs);
    expect([plain(screening.over), plain(screening.leftAfter), plain(screening.left)]).toEqual([
      over,
      leftAfter,
      '4000',
    ]);
  });

  it('beyond it, admission needs an override with a reason', () => {
    expect(refusedBy(() => admitToQuota(energy, '5000', null))).toMatchObject({
      code: 'quota.exceeded',
      kind: 'conflict',
      facts: { kind: 'energy', over: '1000', left: '4000' },
    });
    expect(refusedBy(() => admitToQuota(energy, '5000', { reason: ' ' }))).toMatchObject({ code: 'quota.exceeded' });
    expect(refusedBy(() => admitToQuota(energy, '5000', { reason: '市级统筹指标' }))).toBeNull();
    expect(refusedBy(() => admitToQuota(energy, '4000', null))).toBeNull();
  });

  it('land is checked the same way, also if too much is already allocated', () => {
    expect(plain(screenAgainstQuota({ kind: 'land', limit: '500', allocated: '510' }, '5').over)).toBe('15');
  });
});

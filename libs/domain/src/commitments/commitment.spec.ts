import { plain } from '../quantities/index.js';
import { aCommitment } from './commitment.example.js';
import { amend, promisedAmounts } from './commitment.js';

const refusedBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (thrown) {
    return thrown;
  }
  return null;
};

describe('the two sides of a promise', () => {
  it('entered per mu, the total follows from the area', () => {
    const { totalWan, perMuWan } = promisedAmounts(aCommitment().promising('investment', 350).onMu(60).value);
    expect([plain(totalWan), plain(perMuWan!)]).toEqual(['21000', '350']);
  });

  it('entered as a total, the per mu follows', () => {
    const { totalWan, perMuWan } = promisedAmounts(aCommitment().promisingInAll('tax', 1500).onMu(50).value);
    expect([plain(totalWan), plain(perMuWan!)]).toEqual(['1500', '30']);
  });

  it('without land there is only a total', () => {
    expect(promisedAmounts(aCommitment().promisingInAll('tax', 1500).withoutLand().value).perMuWan).toBeNull();
    expect(refusedBy(() => promisedAmounts(aCommitment().withoutLand().value))).toMatchObject({
      code: 'commitment.area-missing',
    });
  });

  it.each([
    ['per mu', aCommitment().promising('tax', 30).onMu(50).value, '1800', '30'],
    ['total', aCommitment().promisingInAll('tax', 1500).onMu(50).value, '1500', '25'],
  ])('a supplement of 10 亩 keeps what was entered %s', (_, before, totalWan, perMuWan) => {
    const { before: kept, after } = amend(before, { areaMu: '60' });
    expect(kept).toBe(before);
    expect([plain(promisedAmounts(after).totalWan), plain(promisedAmounts(after).perMuWan!)]).toEqual([
      totalWan,
      perMuWan,
    ]);
  });

  it('an amendment must change something, and the result must be measurable', () => {
    const commitment = aCommitment().value;
    expect(refusedBy(() => amend(commitment, { areaMu: '50' }))).toMatchObject({ code: 'commitment.unchanged' });
    expect(refusedBy(() => amend(commitment, { areaMu: null }))).toMatchObject({ code: 'commitment.area-missing' });
  });
});

import { muFromSqm, percentText, plain, roundForShow } from '../quantities/index.js';
import { aStandard } from '../standards/index.js';
import { aCommitment } from './commitment.example.js';
import { maySign, promiseAgainstStandard } from './promise-against-standard.js';

const tax30 = aStandard('tax').of('30').row;
const refusedBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (thrown) {
    return thrown;
  }
  return null;
};

describe('a promise against the standard in force', () => {
  it.each([
    ['82', '273.33', false],
    ['30', '100.00', false],
    ['29.999999', '100.00', true],
    ['15', '50.00', true],
  ])('%s 万元/亩 of tax is %s %% of it, below: %s', (perMu, percent, below) => {
    const against = promiseAgainstStandard(aCommitment().promising('tax', perMu).onMu('23.27').value, tax30);
    expect([percentText(against.percentOfStandard, 'fine'), against.belowStandard]).toEqual([percent, below]);
  });

  it('is null if the standard is 不设, or there is no standard or no land', () => {
    const commitment = aCommitment().promising('tax', 1).value;
    for (const against of [
      promiseAgainstStandard(commitment, aStandard('tax').of(null).row),
      promiseAgainstStandard(commitment, null),
      promiseAgainstStandard(aCommitment().promisingInAll('tax', 1).withoutLand().value, tax30),
    ]) {
      expect([against.percentOfStandard, against.standardWan, against.belowStandard]).toEqual([null, null, false]);
    }
  });

  it('a total equal to the standard is not below it, even if its per-mu value is not finite', () => {
    const areaMu = plain(muFromSqm('18731'));
    const least = promiseAgainstStandard(aCommitment().onMu(areaMu).value, aStandard('tax').of('15').row).standardWan!;
    const against = promiseAgainstStandard(
      aCommitment().promisingInAll('tax', plain(least)).onMu(areaMu).value,
      aStandard('tax').of('15').row,
    );
    expect([roundForShow(least, 2), against.belowStandard, percentText(against.percentOfStandard, 'fine')]).toEqual([
      '421.45',
      false,
      '100.00',
    ]);
  });
});

describe('signing a draft', () => {
  const good = { commitment: aCommitment().promising('tax', 30).value, standard: tax30 };
  const low = { commitment: aCommitment().promising('tax', 29).value, standard: tax30 };

  it('is free at or above the standard, and where none is set', () => {
    expect(refusedBy(() => maySign([good, { commitment: low.commitment, standard: null }], null))).toBeNull();
  });

  it('below it, is refused per commitment with its numbers', () => {
    expect(refusedBy(() => maySign([good, low], null))).toMatchObject({
      code: 'commitment.below-standard',
      errors: [{ pointer: '/commitments/1', params: { indicator: 'tax', promisedWan: '1450', standardWan: '1500' } }],
    });
  });

  it('below it, needs an approval that gives its reason', () => {
    expect(refusedBy(() => maySign([low], { reason: ' ' }))).toMatchObject({ code: 'commitment.below-standard' });
    expect(refusedBy(() => maySign([low], { reason: '产业链关键环节' }))).toBeNull();
  });
});

import { foldedText } from './folded-text.js';

describe('the key of a text', () => {
  it.each([
    ['药谷（一期）', '药谷(一期)'],
    ['ＡＢＣ　园区', 'abc园区'],
    ['药\u200B谷', '药谷'],
    ['Bio-Park', 'biopark'],
  ])('%s is %s', (one, other) => expect(foldedText(one)).toBe(foldedText(other)));

  it('keeps a percent sign as a letter, and nothing of punctuation alone', () => {
    expect(foldedText('50%')).toBe('50%');
    expect(foldedText('_（）')).toBe('');
  });
});

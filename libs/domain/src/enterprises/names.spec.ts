import fc from 'fast-check';
import { matchingName, matchingProjectName } from './matching-name.js';
import { storedName } from './stored-name.js';

const answerOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('a stored name', () => {
  it.each([
    ['海南𠮷𡋀䶮科技有限公司', 'characters of extensions A and B'],
    ['﨑', 'a compatibility character'],
    ['葛\u{E0100}城', 'an ideographic variation'],
    ['ئالىم·ئەركىن', 'a Uyghur name with its dot'],
    ['🏭 👨‍👩‍👧 厂', 'emoji with joiners'],
    ['Haikou Bio (China) Co., Ltd.', 'spaces between Latin words'],
    ['海口 Bio 药业', 'spaces beside Latin words'],
    ['公司（海南）(China)', 'brackets of both widths'],
    ["' OR 1=1--", 'what looks like SQL'],
    ["=cmd|'/c calc'!A1", 'what looks like a formula'],
  ])('%p stays as it is (%s)', (name) => {
    expect(storedName(name)).toEqual({ name, notices: [] });
  });

  it.each([
    ['  海南澄森　', '海南澄森', ['trimmed']],
    ['海南 澄森　制药', '海南澄森制药', ['spaces-between-han-removed']],
    ['海南\u200B澄森\uFEFF', '海南澄森', ['zero-width-removed']],
    ['a\u200Db', 'ab', ['zero-width-removed']],
    ['\uFEFF 海 口 ', '海口', ['zero-width-removed', 'trimmed', 'spaces-between-han-removed']],
  ])('%p is kept as %p with a notice', (typed, name, notices) => {
    expect(storedName(typed)).toEqual({ name, notices });
  });

  it.each([
    ['海南\u0000澄森', 'text.control'],
    ['海南\n澄森', 'text.control'],
    ['海南\u0085澄森', 'text.control'],
    ['\u001B[31m澄森', 'text.control'],
    ['cod\u202Efdp.exe', 'text.bidi'],
    ['澄\u2066森', 'text.bidi'],
    ['澄\uD800森', 'text.surrogate'],
    [' \u3000 ', 'text.blank'],
    ['', 'text.blank'],
    ['e' + '\u0301'.repeat(500), 'text.length'],
    ['长'.repeat(201), 'text.length'],
  ])('%p is refused with %s', (typed, code) => {
    expect(answerOf(() => storedName(typed))).toBe(code);
  });

  it('counts code points, not UTF-16 units', () => {
    expect(storedName('𠮷'.repeat(200)).notices).toEqual([]);
  });

  it('is its own stored form, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const first = answerOf(() => storedName(typed));
        if (typeof first === 'object')
          expect(storedName((first as { name: string }).name)).toEqual({ ...first, notices: [] });
        else expect(first).toMatch(/^text\./);
      }),
    );
  });
});

describe('matching names', () => {
  it.each([
    ['海南澄森制药有限公司', '海南 澄森 制药有限公司'],
    ['海南澄森制药有限公司', '海南澄森制药有限责任公司'],
    ['海南澄森制药有限公司', '海南澄森制药股份有限公司'],
    ['海南澄森（中国）制药有限公司', '海南澄森(中国)制药'],
    ['Ｈａｉｋｏｕ Bio Co., Ltd.', 'HAIKOU BIO'],
  ])('%p and %p are one', (a, b) => {
    expect(matchingName(a)).toBe(matchingName(b));
  });

  it.each([
    ['海南澄森制药有限公司', '海南澄信制药有限公司'],
    ['公司', '有限公司'],
  ])('%p and %p are two', (a, b) => {
    expect(matchingName(a)).not.toBe(matchingName(b));
  });

  it('distinguishes phases of a project, whatever the spelling', () => {
    expect(matchingProjectName('医疗器械（一期）项目')).toBe(matchingProjectName('医疗器械(一期) 项目'));
    expect(matchingProjectName('医疗器械一期项目')).not.toBe(matchingProjectName('医疗器械二期项目'));
  });
});

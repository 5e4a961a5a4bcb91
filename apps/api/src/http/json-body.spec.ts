import { parseJsonBody } from './json-body.js';

describe('a JSON body', () => {
  it('is taken as it stands', () =>
    expect(parseJsonBody('{"a":[{"b":"1"},{"b":"2"}],"c":{"a":1.5}}')).toEqual({
      a: [{ b: '1' }, { b: '2' }],
      c: { a: 1.5 },
    }));

  it.each([
    ['cut off', '{"name":', 'json.malformed'],
    ['NaN', '{"a":NaN}', 'json.malformed'],
    ['a trailing comma', '{"a":1,}', 'json.malformed'],
    ['a key named twice', '{"amountWan":"1","amountWan":"2"}', 'json.duplicate-key'],
    ['a key named twice by an escape', '{"a":1,"\\u0061":2}', 'json.duplicate-key'],
    ['twenty-one levels', '['.repeat(21) + ']'.repeat(21), 'json.depth'],
    ['a number beyond 2^53', '{"a":9007199254740993}', 'json.number'],
    ['a number beyond all bounds', '{"a":1e400}', 'json.number'],
    ['__proto__', '{"__proto__":{"admin":true}}', 'field.unknown'],
  ])('is refused with %s', (_case, text, code) => expect(() => parseJsonBody(text)).toThrow(code));

  it('keeps braces and digits inside texts apart', () =>
    expect(parseJsonBody('{"a":"{\\"a\\":9007199254740993}","b":"\\\\"}')).toEqual({
      a: '{"a":9007199254740993}',
      b: '\\',
    }));
});

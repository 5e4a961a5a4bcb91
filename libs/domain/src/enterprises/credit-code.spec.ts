import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { creditCode, creditCodeCheckSymbol, organisationCheckSymbol } from './credit-code.js';

const factsOf = (input: unknown): unknown => {
  try {
    return creditCode(input);
  } catch (thrown) {
    const { code, facts } = thrown as { code: string; facts: object };
    return { code, ...facts };
  }
};
const known = [
  '91350100M000100Y43',
  '91330100799655058B',
  '9144030071526726XG',
  '91110000802100433B',
  '11320000MB151840XJ',
  '914403001922038216',
];
const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('a unified social credit code', () => {
  it.each(known)('%s is right', (code) => {
    expect([creditCode(code), creditCodeCheckSymbol(code), organisationCheckSymbol(code.slice(8))]).toEqual([
      code,
      code[17],
      code[16],
    ]);
  });

  it.each([
    ['91350100m000100y43', 'lower case'],
    [' 91350100 M000100Y 43\u3000', 'spaces'],
    ['91350100-M000100Y-43', 'hyphens'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', 'full width'],
    ['\uFEFF91350100M000100Y43', 'a byte order mark'],
  ])('forgives %p (%s)', (typed) => {
    expect(creditCode(typed)).toBe('91350100M000100Y43');
  });

  it.each([
    ['91350100M000100Y4Z', { reason: 'symbol', position: 18 }],
    ['91350100M000100Y44', { reason: 'check-digit', position: 18, expected: '3' }],
    ['91350100I000100Y43', { reason: 'symbol', position: 9 }],
    ['91350100M000100Y4', { reason: 'length', position: 18, length: 17, expected: 18 }],
    ['91350100M000100Y433', { reason: 'length', position: 19, length: 19, expected: 18 }],
    ['350100100012345', { reason: 'length', position: 16, length: 15, expected: 18 }],
    ['', { reason: 'length', position: 1, length: 0, expected: 18 }],
    [9.13501e17, { reason: 'length', position: 1, length: 0, expected: 18 }],
    ['9.13501E+17', { reason: 'length', position: 12, length: 11, expected: 18 }],
  ])('refuses %p', (typed, facts) => {
    expect(factsOf(typed)).toEqual({ code: 'uscc.check', ...facts });
  });

  it('refuses a code whose last symbol is right and whose organisation digit is not', () => {
    const body = '91350100M000100Y5';
    expect(factsOf(body + creditCodeCheckSymbol(body)!)).toEqual({
      code: 'uscc.check',
      reason: 'organisation-digit',
      position: 17,
      expected: '4',
    });
  });

  it('notices every single wrong symbol and every swap of neighbours', () => {
    for (const code of known) {
      for (let at = 0; at < 18; at += 1) {
        for (const symbol of symbols) {
          if (symbol !== code[at])
            expect(factsOf(code.slice(0, at) + symbol + code.slice(at + 1))).toHaveProperty('code', 'uscc.check');
        }
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        if (at < 17 && swapped !== code) expect(factsOf(swapped)).toHaveProperty('code', 'uscc.check');
      }
    }
  });

  it('accepts the codes of the ledger of 2021', () => {
    const ledger = JSON.parse(
      readFileSync(join(__dirname, '../../../../test/fixtures/ledger/expected.json'), 'utf8'),
    ) as { contracts: { uscc: string }[] };
    expect(ledger.contracts.map(({ uscc }) => creditCode(uscc))).toHaveLength(32);
  });
});

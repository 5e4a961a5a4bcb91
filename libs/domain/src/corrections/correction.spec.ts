import { contractStates, wasSigned } from '../contracts/index.js';
import { admitSignedOn, assertCorrectable, assertStill } from './correction.js';

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'may';
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};
const around = { today: '2026-11-20', endedOn: null, fullProductionOn: null, parentSignedOn: null, supplementsOn: [] };

describe('a correction', () => {
  it.each(contractStates)('of a contract that is %s', (status) => {
    expect(codeOf(() => assertCorrectable({ kind: 'substantive', status }, ['amount', 'land', 'promises']))).toBe(
      wasSigned(status) ? 'may' : 'contract.not-signed',
    );
  });

  it('of a supplement: its own number, day and amount; the rest is that of its contract', () => {
    const paper = { kind: 'supplement', status: 'signed' } as const;
    expect(codeOf(() => assertCorrectable(paper, ['number', 'signedOn', 'amount']))).toBe('may');
    expect(codeOf(() => assertCorrectable(paper, ['amount', 'land']))).toBe('correction.of-parent');
  });

  it.each([
    ['2026-11-20', {}, 'may'],
    ['2026-11-21', {}, 'date.future'],
    ['2023-01-02', { endedOn: '2023-01-01' }, 'contract.ends-before-signing'],
    ['2023-01-01', { endedOn: '2023-01-01' }, 'may'],
    ['2023-01-02', { fullProductionOn: '2023-01-01' }, 'correction.signed-after'],
    ['2023-01-02', { supplementsOn: ['2024-01-01', '2023-01-01'] }, 'correction.signed-after'],
    ['2022-12-31', { parentSignedOn: '2023-01-01' }, 'date.before-signing'],
  ])('of the signing day to %s with %j: %s', (signedOn, more, code) => {
    expect(codeOf(() => admitSignedOn(signedOn, { ...around, ...more }))).toBe(code);
  });

  it('takes effect only on the values that were shown; another notation is the same value', () => {
    const asked = [
      { field: 'areaMu', before: '20', after: '25' },
      { field: 'number', before: null, after: 'HT-1' },
    ];
    expect(codeOf(() => assertStill(asked, { areaMu: '20.000000', termTo: '2030-01-01' }))).toBe('may');
    expect(codeOf(() => assertStill(asked, { areaMu: '21' }))).toBe('correction.moved');
    expect(codeOf(() => assertStill(asked, { areaMu: '20', number: 'HT-0' }))).toBe('correction.moved');
  });
});

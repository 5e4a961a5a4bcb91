import { correctionBody, errorsOf } from './correctionBody.js';

const contract = {
  commitments: [
    { indicator: 'tax', master: 'per-mu', unit: 'wan' },
    { indicator: 'jobs', master: 'total', unit: 'person' },
  ],
} as unknown as Parameters<typeof correctionBody>[0];

describe('what the drawer of a correction asks for', () => {
  it('only what was typed; each commitment on the side it was promised on', () => {
    expect(
      correctionBody(contract, {
        number: ' ',
        amount: '13400',
        plots: { p1: { areaMu: '25' }, p2: { areaMu: null } },
        promises: { tax: { value: '82' }, jobs: { value: '120' } },
        fullProductionYear: '2025',
        signedOn: '2023-03-11',
      }),
    ).toEqual({
      signedOn: '2023-03-11',
      amount: { value: '13400', unit: 'wan' },
      land: { measure: [{ parcelId: 'p1', area: { value: '25', unit: 'mu' } }] },
      promises: [
        { indicator: 'tax', perMuWan: '82' },
        { indicator: 'jobs', total: { value: '120', unit: 'person' } },
      ],
      fullProductionYear: 2025,
    });
    expect(correctionBody(contract, {})).toEqual({});
  });

  it('a fault is shown at the field it belongs to', () => {
    const body = correctionBody(contract, { plots: { p1: { areaMu: '0' } }, promises: { tax: { value: '-' } } });
    expect(
      errorsOf({ amount: 'A', land: { measure: { 0: { area: 'B' } } }, promises: { 0: { perMuWan: 'C' } } }, body),
    ).toEqual({ amount: 'A', plots: { p1: { areaMu: 'B' } }, promises: { tax: { value: 'C' } } });
  });
});

import type { Contract } from '@crm/api-contract/contracts';
import { formOf, supplementBody } from './supplementBody.js';

const contract = { fullProductionYear: 2024, termTo: null, commitments: [{ indicator: 'tax', master: 'per-mu', perMuWan: '30', totalWan: '1500' }] } as unknown as Contract;

describe('what a supplement asks for', () => {
  it('is nothing while nothing was typed', () => expect(supplementBody(contract, formOf(contract))).toEqual({}));

  it('is what differs, in the unit of the wire', () => {
    const form = { ...formOf(contract), increase: '20000', parcelCode: 'MA-02', parcelArea: '10', fullProductionYear: '2026', termTo: '2046-05-31', promises: { tax: { master: 'total' as const, perMuWan: '36', totalWan: '1800' } } };
    expect(supplementBody(contract, form)).toEqual({
      increase: { value: '20000', unit: 'wan' }, land: { add: [{ code: 'MA-02', area: { value: '10', unit: 'mu' } }] }, promises: [{ indicator: 'tax', total: { value: '1800', unit: 'wan' } }], fullProductionYear: 2026, termTo: '2046-05-31',
    });
  });
});

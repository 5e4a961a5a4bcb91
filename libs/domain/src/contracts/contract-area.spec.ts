import { contractAreaMu } from './contract-area.js';

describe('the land of a contract', () => {
  it.each([
    [
      'two granted parcels',
      [
        ['granted', '28.0965'],
        ['granted', '36.84'],
      ],
      '64.9365',
    ],
    [
      'granted beside used: the granted',
      [
        ['granted', '50'],
        ['actual-use', '48.2'],
      ],
      '50',
    ],
    ['used alone', [['actual-use', '48.2']], '48.2'],
    ['leased floor is no land', [['leased-floor', '1.5']], null],
    [
      'granted land with leased floor',
      [
        ['leased-floor', '1.5'],
        ['granted', '20'],
      ],
      '20',
    ],
    ['nothing', [], null],
  ] as const)('%s', (_case, parcels, areaMu) => {
    expect(contractAreaMu(parcels.map(([basis, mu]) => ({ basis, areaMu: mu })))?.toFixed() ?? null).toBe(areaMu);
  });
});

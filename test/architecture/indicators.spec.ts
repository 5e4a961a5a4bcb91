import { furtherIndicators, indicators, quantityUnits } from '@crm/domain/standards';
import { textOf } from './source-files.js';

describe('what can be promised is explained', () => {
  it('docs/domain.md has each further indicator in its table', () => {
    const table = textOf('docs/domain.md').split('Further indicators')[1] ?? '';
    expect(furtherIndicators.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });

  it.each([
    ['Indicator', indicators],
    ['FurtherIndicator', furtherIndicators],
    ['QuantityUnit', quantityUnits],
  ] as const)('docs/glossary.md names each %s', (term, names) => {
    const row = textOf('docs/glossary.md')
      .split('\n')
      .find((line) => line.split('|')[2]?.trim() === term);
    expect(names.filter((name) => !new RegExp(`(?<![\\w-])${name} `).test(row ?? ''))).toEqual([]);
  });
});

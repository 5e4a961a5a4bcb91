import type { Indicator } from './indicators.js';
import type { ProvincialStandard, StandardPlace } from './provincial-standard.js';

type Draft = { -readonly [K in keyof ProvincialStandard]: ProvincialStandard[K] };

/** `aStandard('tax').of('30').inPark('meian').forIndustry('medicine').from('2021-01-01').to('2025-12-31').row` */
export function aStandard(indicator: Indicator, id = `standard-${indicator}`) {
  const row: Draft = {
    id,
    indicator,
    place: { kind: 'zone' },
    industry: null,
    perMuWan: '300',
    validFrom: '2021-01-01',
    validTo: null,
    documentNo: 'example',
  };
  const at = (place: StandardPlace) => {
    row.place = place;
    return builder;
  };
  const builder = {
    row: row as ProvincialStandard,
    of: (perMuWan: string | null) => ((row.perMuWan = perMuWan), builder),
    inPark: (key: string) => at({ kind: 'park', key }),
    inParkClass: (key: string) => at({ kind: 'park-class', key }),
    inRegion: (key: string) => at({ kind: 'region', key }),
    forIndustry: (industry: string) => ((row.industry = industry), builder),
    from: (day: string) => ((row.validFrom = day), builder),
    to: (day: string | null) => ((row.validTo = day), builder),
  };
  return builder;
}

/**
 * The values implied by the percentages published for 2021: 300 / 500 / 30 万元/亩, for the whole zone and every industry.
 */
export const standardsOf2021: readonly ProvincialStandard[] = (['investment', 'output', 'tax'] as const).map(
  (indicator) => ({
    ...aStandard(indicator).of({ investment: '300', output: '500', tax: '30' }[indicator]).row,
    documentNo: '据2021年工作总结推算',
  }),
);

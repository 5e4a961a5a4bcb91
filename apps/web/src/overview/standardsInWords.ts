import { indicators } from '@crm/domain/standards';
import type { TranslateFunction } from 'ra-core';
import { showWan } from '../parts/text/money.js';
import type { PerMu } from '../portfolio/index.js';

/** “2021 年报告推算（300 / 500 / 30 万元/亩）”; with several versions, their number. */
export function standardsInWords(answer: Pick<PerMu, 'standardVersions'>, translate: TranslateFunction): string {
  const { standardVersions: versions } = answer;
  if (versions.length === 0) return translate('overview.noStandard');
  const sources = [...new Set(versions.map((version) => version.documentNo))];
  const single = indicators.map((indicator) => versions.filter((version) => version.indicator === indicator));
  if (sources.length > 1 || single.some((of) => of.length > 1))
    return translate('overview.severalStandards', { smart_count: sources.length });
  const values = single
    .map(([version]) => (version?.perMuWan ? showWan(translate, version.perMuWan) : translate('parts.gauge.notSet')))
    .join(' / ');
  return translate('overview.oneStandard', { source: sources[0]!, values });
}

import type { ProvincialStandard } from '@crm/api-contract/standards';
import { useTranslate } from 'ra-core';
import { Card } from '../parts/layout/Card.js';
import { showWan, sayPerMu } from '../parts/text/money.js';

const yearOf = (day: string): number =>
  Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + (Number(day.slice(8, 10)) - 1) / 366;

/**
 * One line for each indicator, place and industry; its versions as bars on the years, the one in force filled, today as
 * a line.
 */
export function ValidityCard({ rows, today }: { rows: readonly ProvincialStandard[]; today: string }) {
  const translate = useTranslate();
  const first = Math.floor(Math.min(...rows.map(({ validFrom }) => yearOf(validFrom)), yearOf(today)));
  const last =
    Math.ceil(Math.max(...rows.map(({ validFrom, validTo }) => yearOf(validTo ?? validFrom)), yearOf(today))) + 1;
  const at = (year: number): string => `${(((Math.min(year, last) - first) / (last - first)) * 100).toFixed(2)}%`;
  const lines = new Map<string, ProvincialStandard[]>();
  for (const row of [...rows].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const key = [
      translate(`indicators.name.${row.indicator}`),
      row.placeLevel === 'zone' ? translate('standards.level.zone') : row.placeName,
      row.industryName ?? translate('standards.anyIndustry'),
    ].join(' · ');
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  const step = Math.max(1, Math.ceil((last - first) / 8));
  const years = Array.from({ length: last - first }, (_, n) => first + n).filter((year) => (year - first) % step === 0);
  return (
    <Card title={translate('standards.timeline')} caption={translate('standards.timelineCaption')}>
      <div className="validity" role="list">
        <div className="validityline" aria-hidden>
          <span />
          <div className="validitybars">
            {years.map((year) => (
              <i key={year} className="validityyear caption" style={{ left: at(year) }}>
                {year}
              </i>
            ))}
          </div>
        </div>
        {[...lines].map(([name, versions]) => (
          <div key={name} className="validityline" role="listitem">
            <span className="validityname">{name}</span>
            <div className="validitybars">
              {versions.map((row) => {
                const inForce = row.validFrom <= today && (row.validTo === null || today <= row.validTo);
                const value =
                  row.perMuWan === null ? translate('parts.gauge.notSet') : showWan(translate, row.perMuWan);
                const said =
                  row.perMuWan === null
                    ? `${value} ${translate('parts.unit.perMu')}`
                    : sayPerMu(translate, row.perMuWan);
                const validity =
                  row.validTo === null
                    ? translate('standards.from', { from: row.validFrom })
                    : translate('standards.fromTo', { from: row.validFrom, to: row.validTo });
                return (
                  <div
                    key={row.id}
                    className={['validitybar', inForce ? 'on' : '', row.validTo === null ? 'open' : ''].join(' ')}
                    title={`${said} · ${validity} · ${row.documentNo}`}
                    style={{
                      left: at(yearOf(row.validFrom)),
                      right: row.validTo === null ? 0 : `calc(100% - ${at(yearOf(row.validTo))})`,
                    }}
                  >
                    {value}
                  </div>
                );
              })}
              <i className="validitytoday" aria-hidden style={{ left: at(yearOf(today)) }} />
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}

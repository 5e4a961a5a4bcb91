import { useTranslate } from 'ra-core';
import type { Stop } from '../contracts/index.js';
import { showDay } from '../parts/text/days.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';

/** A glyph for punctuality, the day reached or owed, and how late. */
export function StopCell({ stop, size = 13 }: { stop: Stop; size?: number }) {
  const translate = useTranslate();
  const { actual, planned, extendedTo, days, verdict } = stop;
  if (actual === null && planned === null) return <span className="faint">·</span>;
  const clock =
    actual !== null
      ? days === null || days <= 0
        ? null
        : translate(extendedTo ? 'contracts.stop.lateExtended' : 'contracts.stop.late', { smart_count: days })
      : days !== null && days > 0
        ? translate('contracts.stop.overdue', { smart_count: days })
        : extendedTo
          ? translate('contracts.stop.extended', { day: showDay(extendedTo) })
          : null;
  return (
    <span className="stopcell">
      <VerdictGlyph verdict={verdict} size={size} label={translate(`parts.verdict.${verdict}`)} />
      <span>
        <span className={actual === null ? 'nowrap quiet' : 'nowrap'}>{actual ?? planned}</span>
        {clock && (
          <span className={`nowrap caption ${verdict === 'not-due' || verdict === 'met' ? '' : `strong ${verdict}`}`}>
            {clock}
          </span>
        )}
      </span>
    </span>
  );
}

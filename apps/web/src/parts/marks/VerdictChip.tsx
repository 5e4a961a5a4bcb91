import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { verdicts, type Verdict } from './verdict.js';
import { VerdictGlyph } from './VerdictGlyph.js';

/** Colour, shape and word. `children` replaces the word with a longer text: “2025 不达标”. */
export function VerdictChip({ verdict, children }: { verdict: Verdict; children?: ReactNode }) {
  const translate = useTranslate();
  return (
    <span className={`verdictchip ${verdict}`}>
      <VerdictGlyph verdict={verdict} />
      {children ?? translate(`parts.verdict.${verdict}`)}
    </span>
  );
}

/** A clock uses glyph and colour of a verdict, without its tint: 逾期 3 天. */
export function VerdictClock({ verdict, children }: { verdict: Verdict; children: ReactNode }) {
  return (
    <span className={`verdictword strong ${verdict}`}>
      <VerdictGlyph verdict={verdict} />
      {children}
    </span>
  );
}

/** Counts per verdict: ● 18 ▲ 5 ■ 6; verdicts that do not occur are left out. `to` opens the rows behind a number. */
export function VerdictCounts({
  counts,
  to,
}: {
  counts: Partial<Record<Verdict, number>>;
  to?: (verdict: Verdict) => { address: string; said: string } | null;
}) {
  const translate = useTranslate();
  return (
    <span className="verdictcounts">
      {verdicts
        .filter((verdict) => (counts[verdict] ?? 0) > 0)
        .map((verdict) => {
          const behind = to?.(verdict);
          const count = (
            <>
              <VerdictGlyph verdict={verdict} label={translate(`parts.verdict.${verdict}`)} />
              {counts[verdict]}
            </>
          );
          return behind ? (
            <Link
              key={verdict}
              className={`verdictword ${verdict}`}
              to={behind.address}
              aria-label={behind.said}
              title={behind.said}
            >
              {count}
            </Link>
          ) : (
            <span key={verdict} className={`verdictword ${verdict}`} title={translate(`parts.verdict.${verdict}`)}>
              {count}
            </span>
          );
        })}
    </span>
  );
}

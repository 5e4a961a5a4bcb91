import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { NONE } from '../text/numbers.js';
import type { Verdict } from '../marks/verdict.js';
import { VerdictGlyph } from '../marks/VerdictGlyph.js';

/**
 * One enterprise and year: glyph at the left, lowest attainment (whole %) at the right; a link whose label is the full
 * sentence.
 */
export function HeatCell({
  verdict,
  percent,
  to,
  sentence,
  tabIndex,
}: {
  verdict: Verdict;
  percent?: string | number | null;
  to?: string;
  sentence: string;
  tabIndex?: number;
}) {
  const translate = useTranslate();
  const inside =
    verdict === 'not-due' ? (
      <span aria-hidden>·</span>
    ) : (
      <>
        <VerdictGlyph verdict={verdict} size={11} />
        <span aria-hidden>{percent === null || percent === undefined || percent === '' ? NONE : percent}</span>
      </>
    );
  const label = `${sentence} ${translate(`parts.verdict.${verdict}`)}`;
  return to ? (
    <Link className={`heatcell ${verdict}`} to={to} aria-label={label} title={sentence} tabIndex={tabIndex}>
      {inside}
    </Link>
  ) : (
    <div className={`heatcell ${verdict}`} role="img" aria-label={label} title={sentence}>
      {inside}
    </div>
  );
}

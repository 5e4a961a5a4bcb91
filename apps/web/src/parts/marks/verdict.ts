import type { VerdictKey } from '../../theme/tokens.js';

/** Verdicts, as in rules and on the wire (docs/glossary.md, 结论). */
export const verdicts = ['met', 'warning', 'breach', 'no-data', 'not-due', 'waived'] as const;
export type Verdict = (typeof verdicts)[number];

/** The theme's key of a verdict: `theme.palette.verdict[paletteKey['not-due']].ink`. */
export const paletteKey: Record<Verdict, VerdictKey> = {
  met: 'met',
  warning: 'warning',
  breach: 'breach',
  'no-data': 'noData',
  'not-due': 'notDue',
  waived: 'waived',
};

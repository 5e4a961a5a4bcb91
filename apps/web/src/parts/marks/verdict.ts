import type { VerdictKey } from '../../theme/tokens.js';

/** Verdicts as rules and wire name them (docs: glossary, 履约评价). */
export const verdicts = ['met', 'warning', 'breach', 'no-data', 'not-due', 'waived'] as const;
export type Verdict = (typeof verdicts)[number];

/** The theme's name of a verdict: `theme.palette.verdict[paletteKey['not-due']].ink`. */
export const paletteKey: Record<Verdict, VerdictKey> = {
  met: 'met',
  warning: 'warning',
  breach: 'breach',
  'no-data': 'noData',
  'not-due': 'notDue',
  waived: 'waived',
};
